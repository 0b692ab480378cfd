import { remembered } from '../core/remember.ts';
import type { Span, Word } from '../core/text.ts';
import { textOf } from './facts.ts';
import type { Entry, Mapping, Node, Scalar } from './file.ts';
import { type Format, type FormatProblem, formatProblem, numberIn } from './formats.ts';
import { interpolations } from './interpolation.ts';
import type { Part } from './model.ts';
import { kindOf, numberOf } from './scalars.ts';
import { itemShape, keyShape, namedShape, rootShape, type Shape, shapeAt } from './shape.ts';

/** What a value is, in the words of the schema. */
export type Kind = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';

interface At {
  /** The way from the top, names as they are written, `[]` for an item: `services`, `web`, `ports`, `[]`. */
  readonly path: readonly string[];
  /** The shape of the value at `path`. */
  readonly shape: Shape;
}

/** A place where the file is otherwise than Compose's schema. Spans count from the part's start. */
export type Misfit = At &
  /** `under` is an empty key right above, whose child this was meant to be. */
  (
    | { readonly kind: 'unknown-key'; readonly entry: Entry; readonly parent: Mapping; readonly under?: Entry }
    /** The whole part stands one level off: a section among the services, a service's key among them, a service at the top. */
    | { readonly kind: 'misplaced'; readonly entry: Entry; readonly as: Misplaced }
    | { readonly kind: 'bad-name'; readonly entry: Entry }
    /** A key that YAML reads as a number, a truth value or nothing. */
    | { readonly kind: 'unquoted-key'; readonly entry: Entry }
    | { readonly kind: 'missing-key'; readonly name: string; readonly span: Span; readonly parent: Mapping }
    /** `node` is missing where the value is empty: `ports:`. `owner` is the entry whose value it is. */
    | { readonly kind: 'wrong-kind'; readonly is: Kind; readonly span: Span; readonly node?: Node; readonly owner?: Entry }
    | { readonly kind: 'unknown-value'; readonly node: Scalar }
    | { readonly kind: 'out-of-range'; readonly node: Scalar }
    | { readonly kind: 'bad-pattern'; readonly node: Scalar }
    | { readonly kind: 'bad-format'; readonly format: Format; readonly node: Scalar; readonly problem: FormatProblem }
  );

export type Misplaced = 'section' | 'service-key' | 'service';

/** Where a part of the file does not fit the schema: one misfit for each mistake, nothing below a wrong kind. Kept with the part's value. */
export function misfitsOf(part: Part): readonly Misfit[] {
  if (!part.alone) return walked(part);
  const known = kept.get(part.key);
  if (known) return known;
  const found = [...walkPart(part)];
  kept.set(part.key, found);
  return found;
}

// What comes from elsewhere holds for this model of the file only.
const walked = remembered((part: Part): readonly Misfit[] => [...walkPart(part)]);

// By the part's own key, which lives as long as its block.
const kept = new WeakMap<Scalar, readonly Misfit[]>();

function* walkPart({ section, key, value }: Part): Generator<Misfit> {
  const name = textOf(key);
  const entry: Entry = { key, span: key.span, ...(value && { value }) };
  const path = section === undefined ? [] : [section];
  const parent = section === undefined ? rootShape : keyShape(rootShape, section);
  const as = misplacedAs(section, name, value);
  if (as) yield { kind: 'misplaced', path: [...path, name], shape: rootShape, entry, as };
  else if (parent) yield* walkEntry(entry, { kind: 'mapping', entries: [entry], flow: false, span: key.span }, path, parent, name);
}

const serviceShape = shapeAt('services', '*');

const isServiceKey = (name: string) => serviceShape !== undefined && keyShape(serviceShape, name) !== undefined;

/** What a part was meant to be, if it stands where it can only be refused. */
function misplacedAs(section: string | undefined, name: string, value: Node | undefined): Misplaced | undefined {
  const keys = value?.kind === 'mapping' ? value.entries.map(({ key }) => textOf(key)) : undefined;
  const isService = keys?.some((key) => key === 'image' || key === 'build' || key === 'extends') === true;
  if (section === undefined) return isService && !keyShape(rootShape, name) && !/^x-/.test(name) ? 'service' : undefined;
  if (section !== 'services' || isService) return undefined;
  const holdsOwnNames = keys?.every((key) => !isServiceKey(key)) === true;
  if (SECTIONS.has(name) && (value === undefined || holdsOwnNames)) return 'section';
  if (!isServiceKey(name)) return undefined;
  const fits = serviceShape && keyShape(serviceShape, name);
  const other = value === undefined || value.kind === 'alias' ? undefined : value.kind !== 'mapping' || holdsOwnNames;
  return other && fits && accepts(fits, kindOfNode(value)) ? 'service-key' : undefined;
}

const SECTIONS = new Set(['networks', 'volumes', 'secrets', 'configs', 'models']);

function* walkEntry(entry: Entry, parent: Mapping, path: readonly string[], shape: Shape, name: string): Generator<Misfit> {
  const fixed = keyShape(shape, name);
  const named = fixed ? undefined : namedShape(shape);
  const below = [...path, name];
  // `- 80: 80` is a port with a space too many.
  if (kindOf(entry.key) !== 'string' && path.at(-2) !== 'ports') {
    yield { kind: 'unquoted-key', path: below, shape, entry };
    return;
  }
  if (!fixed && !named && shape.extensions && /^x-/.test(name)) return;
  if (!fixed && !named) {
    if (!shape.open) yield { kind: 'unknown-key', path: below, shape, entry, parent };
    return;
  }
  if (!fixed && shape.names && !new RegExp(shape.names).test(name)) {
    if (!shape.open) yield { kind: 'bad-name', path: below, shape, entry };
    return;
  }
  const next = fixed ?? named;
  if (next) yield* walk(entry.value, next, below, entry.key.span, entry);
}

/** `span` is the place to underline where there is no value. */
function* walk(node: Node | undefined, shape: Shape, path: readonly string[], span: Span, owner?: Entry): Generator<Misfit> {
  if (node?.kind === 'alias' || node?.tag?.text === '!reset') return;
  const is = kindOfNode(node);
  if (!accepts(shape, is) && !isWholeNumber(node, is, shape)) {
    yield { kind: 'wrong-kind', path, shape, is, span: node?.span ?? span, ...(node && { node }), ...(owner && { owner }) };
    return;
  }
  if (node?.kind === 'mapping') {
    yield* walkMapping(node, shape, path, span);
  } else if (node?.kind === 'sequence') {
    const items = itemShape(shape);
    if (items) for (const item of node.items) yield* walk(item, items, [...path, '[]'], item.span);
  } else if (node) yield* judge(node, is, shape, path);
}

function* walkMapping(node: Mapping, shape: Shape, path: readonly string[], span: Span): Generator<Misfit> {
  const found = node.entries.map((entry) => [...walkEntry(entry, node, path, shape, textOf(entry.key))]);
  const unknown = (i: number) => found[i]?.find((misfit) => misfit.kind === 'unknown-key' && misfit.parent === node);
  const empty = (i: number) => found[i]?.some((misfit) => misfit.kind === 'wrong-kind' && misfit.is === 'null' && misfit.owner === node.entries[i]) === true;
  // A required key may only be misspelt.
  if (!node.entries.some((_, i) => unknown(i))) {
    for (const name of shape.required ?? []) {
      if (!node.entries.some(({ key }) => textOf(key) === name)) yield { kind: 'missing-key', path, shape, name, span, parent: node };
    }
  }
  for (const [i, own] of found.entries()) {
    const before = unknown(i - 1);
    // Entries that slipped out of the empty key above them are one mistake.
    if (empty(i) && unknown(i + 1)) continue;
    const [first] = own;
    const head = node.entries[i - 1];
    if (first?.kind === 'unknown-key' && first.parent === node && head && empty(i - 1)) yield { ...first, under: head };
    else if (first?.kind === 'unknown-key' && first.parent === node && before && slipped(i)) continue;
    else yield* own;
  }

  function slipped(i: number): boolean {
    let at = i;
    while (unknown(at - 1)) at--;
    return empty(at - 1);
  }
}

function* judge(node: Scalar, is: Kind, shape: Shape, path: readonly string[]): Generator<Misfit> {
  // What Compose puts in place of a variable is not known here.
  if (is === 'string' && hasVariable(node)) return;
  const value = is === 'integer' || is === 'number' ? numberOf(node) : is === 'string' && shape.format ? numberIn(shape.format, textOf(node)) : undefined;
  if (shape.values && is === 'string' && !shape.values.includes(textOf(node))) yield { kind: 'unknown-value', path, shape, node };
  else if (value !== undefined && (value < (shape.minimum ?? value) || value > (shape.maximum ?? value))) yield { kind: 'out-of-range', path, shape, node };
  else if (shape.pattern && is === 'string' && !new RegExp(shape.pattern).test(textOf(node))) yield { kind: 'bad-pattern', path, shape, node };
  else if (shape.format) {
    const problem = formatProblem(shape.format, node, is);
    if (problem) yield { kind: 'bad-format', path, shape, node, format: shape.format, problem };
  }
}

/** A scalar with what the schema knows of its place. */
export interface ScalarAt extends At {
  readonly node: Scalar;
}

/** Every scalar of a part that stands where the schema knows one. */
export const scalarsOf = remembered(({ section, key, value }: Part): readonly ScalarAt[] => {
  const parent = section === undefined ? rootShape : keyShape(rootShape, section);
  const name = textOf(key);
  const shape = parent && (keyShape(parent, name) ?? namedShape(parent));
  return value && shape ? [...inside(value, shape, section === undefined ? [name] : [section, name])] : [];
});

function* inside(node: Node, shape: Shape, path: readonly string[]): Generator<ScalarAt> {
  if (node.kind === 'scalar') yield { node, shape, path };
  else if (node.kind === 'mapping') {
    for (const { key, value } of node.entries) {
      const below = keyShape(shape, textOf(key)) ?? namedShape(shape);
      if (value && below) yield* inside(value, below, [...path, textOf(key)]);
    }
  } else if (node.kind === 'sequence') {
    const items = itemShape(shape);
    if (items) for (const item of node.items) yield* inside(item, items, [...path, '[]']);
  }
}

/** Whether Compose puts something of its own into this text. `$$` is only a sign. */
export const hasVariable = ({ raw }: { readonly raw: Word }): boolean => raw.text.includes('$') && interpolations(raw).some(({ name }) => name !== '');

export function kindOfNode(node: Node | undefined): Kind {
  if (!node || node.kind === 'alias') return 'null';
  if (node.kind === 'mapping') return 'object';
  return node.kind === 'sequence' ? 'array' : kindOf(node);
}

/** `2.0` and `1e3` are whole numbers to a schema. */
const isWholeNumber = (node: Node | undefined, is: Kind, shape: Shape): boolean =>
  is === 'number' && node?.kind === 'scalar' && accepts(shape, 'integer') && Number.isInteger(numberOf(node));

function accepts({ types }: Shape, is: Kind): boolean {
  return types.length === 0 || types.includes(is) || (is === 'integer' && types.includes('number'));
}
