import type { VariableUse } from '../../core/template.ts';
import type { Span } from '../../core/text.ts';

/** A place in a file. */
export interface Source {
  readonly file: string;
  readonly span: Span;
}

/** A variable that went into a value. */
export interface Used extends VariableUse {
  /** The line that sets it; absent for one of the shell, or that nobody sets. */
  readonly from?: Source;
}

interface Known {
  /** Where it is written; absent for what Compose adds of its own. */
  readonly from?: Source;
  /** `!reset` takes away what files before say of the place, `!override` replaces it. */
  readonly mark?: 'reset' | 'override';
}

/** A single value, as Go would print it. */
export interface ScalarValue extends Known {
  readonly kind: 'scalar';
  readonly is: 'string' | 'integer' | 'number' | 'boolean' | 'null';
  readonly text: string;
  /** The variables that were replaced in it. */
  readonly uses?: readonly Used[];
}

export interface MapValue extends Known {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Value>;
}

export interface ListValue extends Known {
  readonly kind: 'list';
  readonly items: readonly Value[];
}

/** A value of a compose project with the place it comes from. */
export type Value = ScalarValue | MapValue | ListValue;

/** A place in the tree: keys, and numbers of list items. */
export type Path = readonly string[];

type Kept = Pick<ScalarValue, 'from' | 'uses'>;

const kept = ({ from, uses }: Kept): Kept => ({ ...(from && { from }), ...(uses && { uses }) });

export const text = (value: string, like: Kept = {}): ScalarValue => ({ kind: 'scalar', is: 'string', text: value, ...kept(like) });
export const integer = (value: number | string, like: Kept = {}): ScalarValue => ({ kind: 'scalar', is: 'integer', text: String(value), ...kept(like) });
export const boolean = (value: boolean, like: Kept = {}): ScalarValue => ({ kind: 'scalar', is: 'boolean', text: String(value), ...kept(like) });
export const nothing = (like: Kept = {}): ScalarValue => ({ kind: 'scalar', is: 'null', text: '', ...kept(like) });
export const list = (items: readonly Value[], like: Known = {}): ListValue => ({ kind: 'list', items, ...(like.from && { from: like.from }) });
export const map = (entries: Iterable<readonly [string, Value]>, like: Known = {}): MapValue => ({
  kind: 'map',
  entries: new Map(entries),
  ...(like.from && { from: like.from }),
});

export const emptyMap: MapValue = map([]);

export const isNull = (value: Value | undefined): boolean => value === undefined || (value.kind === 'scalar' && value.is === 'null');

export const isText = (value: Value | undefined): value is ScalarValue => value?.kind === 'scalar' && value.is !== 'null';

/** The text of a scalar; empty for anything else. */
export const textOf = (value: Value | undefined): string => (value?.kind === 'scalar' ? value.text : '');

/** What stands at a path; nothing where there is nothing. */
export function valueAt(value: Value | undefined, ...path: Path): Value | undefined {
  return path.reduce<Value | undefined>((it, step) => (it?.kind === 'map' ? it.entries.get(step) : it?.kind === 'list' ? it.items[Number(step)] : undefined), value);
}

export const entriesOf = (value: Value | undefined): readonly (readonly [string, Value])[] => (value?.kind === 'map' ? [...value.entries] : []);

export const itemsOf = (value: Value | undefined): readonly Value[] => (value?.kind === 'list' ? value.items : []);

/** The map with some entries replaced, or taken away where they are `undefined`. */
export function withEntries(value: MapValue, changes: Readonly<Record<string, Value | undefined>>): MapValue {
  const entries = new Map(value.entries);
  for (const [key, change] of Object.entries(changes)) {
    if (change) entries.set(key, change);
    else entries.delete(key);
  }
  return { ...value, entries };
}

/** The map with every entry made anew; one for which nothing is answered is left out. */
export function mapEntries(value: MapValue, change: (value: Value, key: string) => Value | undefined): MapValue {
  const entries = new Map<string, Value>();
  for (const [key, it] of value.entries) {
    const next = change(it, key);
    if (next) entries.set(key, next);
  }
  return { ...value, entries };
}

/** Whether two values say the same, wherever they are written. */
export function isSame(a: Value, b: Value): boolean {
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.is === b.is && a.text === b.text;
  if (a.kind === 'list') return b.kind === 'list' && a.items.length === b.items.length && a.items.every((item, i) => isSame(item, b.items[i] ?? nothing()));
  return b.kind === 'map' && a.entries.size === b.entries.size && [...a.entries].every(([key, it]) => isSame(it, b.entries.get(key) ?? list([])));
}
