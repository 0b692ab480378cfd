import { rememberedBy } from '../core/remember.ts';
import type { Span, Word } from '../core/text.ts';
import { entryAt, textOf } from './facts.ts';
import type { Entry, Mapping, Node, Scalar } from './file.ts';
import { type Format, type FormatProblem, formatProblem, numberIn } from './formats.ts';
import { interpolations } from './interpolation.ts';
import type { Part } from './model.ts';
import { kindOf, numberOf } from './scalars.ts';
import { fitsNames, fitsPattern, itemShape, keyShape, namedShape, rootShape, type Shape, shapeAt } from './shape.ts';

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

/** Where a part of the file does not fit the schema: one misfit for each mistake, nothing below a wrong kind. */
export const misfitsOf: (part: Part) => readonly Misfit[] = rememberedBy(
  (part) => part.identity,
  (part) => walkPart(part),
);

function walkPart({ section, key, value }: Part): readonly Misfit[] {
  const found: Misfit[] = [];
  const name = textOf(key);
  const entry: Entry = { key, span: key.span, ...(value && { value }) };
  const path = section === undefined ? [] : [section];
  const parent = section === undefined ? rootShape : keyShape(rootShape, section);
  const as = misplacedAs(section, name, value);
  if (as) found.push({ kind: 'misplaced', path: [...path, name], shape: rootShape, entry, as });
  else if (parent) walkEntry(entry, { kind: 'mapping', entries: [entry], flow: false, span: key.span }, path, parent, name, found);
  return found;
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

/** `path` is that of the parent, and is again when the answer is there. What does not fit is added to `out`. */
function walkEntry(entry: Entry, parent: Mapping, path: string[], shape: Shape, name: string, out: Misfit[]): void {
  const fixed = keyShape(shape, name);
  const named = fixed ? undefined : namedShape(shape);
  const at = () => ({ path: [...path, name], shape, entry });
  // `- 80: 80` is a port with a space too many.
  if (kindOf(entry.key) !== 'string' && path.at(-2) !== 'ports') out.push({ kind: 'unquoted-key', ...at() });
  else if (!fixed && !named && shape.extensions && /^x-/.test(name)) return;
  else if (!fixed && !named) {
    if (!shape.open) out.push({ kind: 'unknown-key', parent, ...at() });
  } else if (!fixed && !fitsNames(shape, name)) {
    if (!shape.open) out.push({ kind: 'bad-name', ...at() });
  } else {
    const next = fixed ?? named;
    if (!next) return;
    path.push(name);
    walk(entry.value, next, path, entry.key.span, out, entry);
    path.pop();
  }
}

/** `span` is the place to underline where there is no value. */
function walk(node: Node | undefined, shape: Shape, path: string[], span: Span, out: Misfit[], owner?: Entry): void {
  if (node?.kind === 'alias' || node?.tag?.text === '!reset') return;
  const is = kindOfNode(node);
  if (!accepts(shape, is) && !isWholeNumber(node, is, shape)) {
    out.push({ kind: 'wrong-kind', path: [...path], shape, is, span: node?.span ?? span, ...(node && { node }), ...(owner && { owner }) });
  } else if (node?.kind === 'mapping') walkMapping(node, shape, path, span, out);
  else if (node?.kind === 'sequence') {
    const items = itemShape(shape);
    if (!items) return;
    path.push('[]');
    for (const item of node.items) walk(item, items, path, item.span, out);
    path.pop();
  } else if (node) judge(node, is, shape, path, out);
}

function walkMapping(node: Mapping, shape: Shape, path: string[], span: Span, out: Misfit[]): void {
  const from = out.length;
  const starts: number[] = [];
  for (const entry of node.entries) {
    starts.push(out.length);
    walkEntry(entry, node, path, shape, textOf(entry.key), out);
  }
  // Nearly every mapping fits.
  const own = out.length === from ? [] : starts.map((start, i) => out.slice(start, starts[i + 1]));
  out.length = from;
  const unknown = (i: number) => own[i]?.find((misfit) => misfit.kind === 'unknown-key' && misfit.parent === node);
  // A required key may only be misspelt.
  if (shape.required && !own.some((_, i) => unknown(i))) {
    for (const name of shape.required) if (!entryAt(node, name)) out.push({ kind: 'missing-key', path: [...path], shape, name, span, parent: node });
  }
  if (own.length > 0) addOwn(node, own, unknown, out);
}

/** Adds what does not fit in the entries of a mapping: entries that slipped out of the empty key above them are one mistake. */
function addOwn(node: Mapping, found: readonly (readonly Misfit[])[], unknown: (i: number) => Misfit | undefined, out: Misfit[]): void {
  const empty = (i: number) => found[i]?.some((misfit) => misfit.kind === 'wrong-kind' && misfit.is === 'null' && misfit.owner === node.entries[i]) === true;
  for (const [i, own] of found.entries()) {
    if (empty(i) && unknown(i + 1)) continue;
    const [first] = own;
    const head = node.entries[i - 1];
    if (first?.kind === 'unknown-key' && first.parent === node && head && empty(i - 1)) out.push({ ...first, under: head });
    else if (first?.kind === 'unknown-key' && first.parent === node && unknown(i - 1) && slipped(i)) continue;
    else out.push(...own);
  }

  function slipped(i: number): boolean {
    let at = i;
    while (unknown(at - 1)) at--;
    return empty(at - 1);
  }
}

function judge(node: Scalar, is: Kind, shape: Shape, path: readonly string[], out: Misfit[]): void {
  // What Compose puts in place of a variable is not known here.
  if (is === 'string' && hasVariable(node)) return;
  const { values, format } = shape;
  const value = is === 'integer' || is === 'number' ? numberOf(node) : is === 'string' && format ? numberIn(format, textOf(node)) : undefined;
  if (values && is === 'string' && !values.includes(textOf(node))) out.push({ kind: 'unknown-value', path: [...path], shape, node });
  else if (value !== undefined && (value < (shape.minimum ?? value) || value > (shape.maximum ?? value))) out.push({ kind: 'out-of-range', path: [...path], shape, node });
  else if (is === 'string' && !fitsPattern(shape, textOf(node))) out.push({ kind: 'bad-pattern', path: [...path], shape, node });
  else if (format) {
    const problem = formatProblem(format, node, is);
    if (problem) out.push({ kind: 'bad-format', path: [...path], shape, node, format, problem });
  }
}

/** A scalar with what the schema knows of its place. */
export interface ScalarAt extends At {
  readonly node: Scalar;
}

/** Every scalar of a part that stands where the schema knows one. */
export const scalarsOf: (part: Part) => readonly ScalarAt[] = rememberedBy(
  (part) => part.identity,
  ({ section, key, value }) => {
    const parent = section === undefined ? rootShape : keyShape(rootShape, section);
    const name = textOf(key);
    const shape = parent && (keyShape(parent, name) ?? namedShape(parent));
    const found: ScalarAt[] = [];
    if (value && shape) addScalars(value, shape, section === undefined ? [name] : [section, name], found);
    return found;
  },
);

function addScalars(node: Node, shape: Shape, path: readonly string[], out: ScalarAt[]): void {
  if (node.kind === 'scalar') out.push({ node, shape, path });
  else if (node.kind === 'mapping') {
    for (const { key, value } of node.entries) {
      const below = keyShape(shape, textOf(key)) ?? namedShape(shape);
      if (value && below) addScalars(value, below, [...path, textOf(key)], out);
    }
  } else if (node.kind === 'sequence') {
    const items = itemShape(shape);
    const below = [...path, '[]'];
    if (items) for (const item of node.items) addScalars(item, items, below, out);
  }
}

/** Whether Compose puts something of its own into this text. `$$` is only a sign. */
export const hasVariable = ({ raw }: { readonly raw: Word }): boolean =>
  raw.text.includes('$') && (/^\$\{[A-Za-z_]\w*\}$/.test(raw.text) || interpolations(raw).some(({ name }) => name !== ''));

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
