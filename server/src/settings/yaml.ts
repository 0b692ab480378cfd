import type { Span, Word } from '../core/text.ts';
import type { Entry } from './file.ts';
import { type Line, linesIn } from './lines.ts';
import { closedAt, itemOf, keyOf, scalarOf } from './yaml-pieces.ts';

/** A key whose value is still to come, or an item of a list. */
interface Frame {
  readonly indent: number;
  readonly kind: 'key' | 'item';
  readonly path: string;
  readonly at: Span;
  /** How many items its list has so far. */
  items: number;
  /** It has got its value, or keys below it. */
  used: boolean;
}

/** Deeper than any settings are. */
const DEEPEST = 60;

/** The longest list in brackets, in lines. */
const LONGEST = 50;

/**
 * The scalars of a YAML file in block style, with their paths; a list in brackets is one of them. What is out of the ordinary (braces, aliases, tags,
 * texts of several lines) is passed over, so that any text can be read line by line. Compose files have a real parser.
 */
export function scalarsIn(text: string): Entry[] {
  const found: Entry[] = [];
  const lines = linesIn(text);
  let document = 0;
  let open: Frame[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || /^\s*(?:#|$)/.test(line.text)) continue;
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line.text)) {
      document++;
      open = [];
      continue;
    }
    const read = readLine(line, open);
    if (!read) continue;
    const { owner, value, indent } = read;
    if (/^[|>]/.test(value.text)) i = blockEnd(lines, i, indent);
    else if (/^[[{]/.test(value.text)) {
      const until = closedAt(text.slice(value.span.start, lines[i + LONGEST]?.start ?? text.length));
      if (until === undefined) continue;
      const end = value.span.start + until;
      while ((lines[i + 1]?.start ?? end) < end) i++;
      if (value.text.startsWith('[')) found.push(entry(owner, { text: text.slice(value.span.start, end), span: { start: value.span.start, end } }, document));
    } else {
      const scalar = scalarOf(value);
      if (scalar) found.push(entry(owner, scalar, document));
    }
  }
  return found;
}

const entry = (owner: Frame, value: Word, document: number): Entry => ({ key: owner.path, at: owner.at, value, document });

/** Opens the items and the key of a line; answers with what it holds a value for, if it holds one. */
function readLine({ text, start }: Line, open: Frame[]): { owner: Frame; value: Word; indent: number } | undefined {
  let column = /^ */.exec(text)?.[0].length ?? 0;
  for (let width = itemOf(text, column); width > 0; width = itemOf(text, column)) {
    if (open.length > DEEPEST) return undefined;
    openItem(open, column, { start: start + column, end: start + column + 1 });
    column += width;
  }
  const key = keyOf(text, column);
  while ((open.at(-1)?.indent ?? -1) >= column) open.pop();
  const parent = open.at(-1);
  // What goes on from the line above is not for the key further up.
  const isTaken = !parent || parent.used;
  if (parent) parent.used = true;
  if (!key) {
    const value = text.slice(column).trimEnd();
    return !isTaken && value ? { owner: parent, value: { text: value, span: { start: start + column, end: start + column + value.length } }, indent: parent.indent } : undefined;
  }
  const at = { start: start + column, end: start + column + key.length };
  const path = parent?.path ? `${parent.path}${key.name.startsWith('[') ? '' : '.'}${key.name}` : key.name;
  const owner: Frame = { indent: column, kind: 'key', path, at, items: 0, used: false };
  const value = key.value === undefined ? undefined : { text: key.value.text, span: { start: start + key.value.start, end: start + key.value.start + key.value.text.length } };
  if (value) return { owner, value, indent: column };
  if (open.length <= DEEPEST) open.push(owner);
  return undefined;
}

/** A list may stand as far left as its key. */
function openItem(open: Frame[], indent: number, at: Span) {
  for (let top = open.at(-1); top && (top.indent > indent || (top.indent === indent && top.kind === 'item')); top = open.at(-1)) open.pop();
  const parent = open.at(-1);
  const index = parent ? parent.items++ : 0;
  if (parent) parent.used = true;
  open.push({ indent, kind: 'item', path: `${parent?.path ?? ''}[${index}]`, at: parent?.at ?? at, items: 0, used: false });
}

/** The last line of a text that stands indented below its `|` or `>`. */
function blockEnd(lines: readonly Line[], from: number, indent: number): number {
  let last = from;
  for (let i = from + 1; i < lines.length; i++) {
    const text = lines[i]?.text ?? '';
    if (/^\s*$/.test(text)) continue;
    if ((/^ */.exec(text)?.[0].length ?? 0) <= indent) break;
    last = i;
  }
  return last;
}
