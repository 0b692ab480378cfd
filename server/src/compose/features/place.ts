import { aloneOnLine, lineStart } from '../../core/completion.ts';
import type { Span } from '../../core/text.ts';

/** Where a new key would stand. Read from lines and margins alone: a file that is being written is seldom YAML. */
export interface Place {
  /** The keys and names above it, `[]` for an item of a list. */
  readonly path: readonly string[];
  /** The half-written word, which has its line to itself. */
  readonly word: Span;
  readonly column: number;
  /** Keys beside it. */
  readonly siblings: ReadonlySet<string>;
}

interface Line {
  /** Of its dash, or of its key where there is none. */
  readonly indent: number;
  /** Of its key. */
  readonly column: number;
  readonly key?: string;
  /** Nothing but an anchor or a comment stands behind the colon. */
  readonly opens: boolean;
}

const KEY = /^(?:(?:"([^"]*)"|'([^']*)')[ \t]*|([^\s#"'[\]{},&*!|>%@`:][^:#]*)):(?:[ \t]+(.*))?$/;

/** A line of a block mapping; nothing for a blank line and a comment. */
function lineOf(text: string): Line | undefined {
  const [, margin = '', dashes = '', rest = ''] = /^(\uFEFF? *)((?:- +)*)(.*?)\r?$/.exec(text) ?? [];
  if (rest.trim() === '' ? dashes === '' : rest.trimStart().startsWith('#')) return undefined;
  const indent = margin.replace('\uFEFF', '').length;
  const [all, double, single, plain, behind = ''] = KEY.exec(rest) ?? [];
  const place = { indent, column: indent + dashes.length, opens: all !== undefined && /^(?:[&!]\S*(?:[ \t]+|$))*(?:#.*)?$/.test(behind.trim()) };
  const key = double ?? single ?? plain?.trimEnd();
  return key === undefined ? place : { ...place, key };
}

/** The lines of a text that say something, nearest first, up to a line that begins a document. */
function* linesAbove(text: string, end: number): Generator<Line> {
  for (let to = end - 1; to >= 0; ) {
    const from = text.lastIndexOf('\n', to - 1) + 1;
    const own = text.slice(from, to);
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(own)) return;
    const line = lineOf(own);
    if (line) yield line;
    to = from - 1;
  }
}

function* linesBelow(text: string, start: number): Generator<Line> {
  for (let from = start; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const own = text.slice(from, to);
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(own)) return;
    const line = lineOf(own);
    if (line) yield line;
    from = to + 1;
  }
}

/** Where the word at `offset` stands as a new key; nothing inside values, texts and flow style, and where the margins do not agree. */
export function placeAt(text: string, offset: number): Place | undefined {
  const word = aloneOnLine(text, offset);
  if (!word) return undefined;
  const start = lineStart(text, word.start);
  const margin = text.slice(start, word.start);
  if (/[^ \uFEFF]/.test(margin)) return undefined;
  const column = margin.replace('\uFEFF', '').length;
  const siblings = new Set<string>();
  const above = wayDown(linesAbove(text, start), column, siblings);
  if (!above) return undefined;
  const newline = text.indexOf('\n', word.end);
  const isFirst = siblings.size === 0;
  let isNearest = true;
  for (const line of newline < 0 ? [] : linesBelow(text, newline + 1)) {
    if (line.indent < column) {
      // The first key of a mapping says where its others stand.
      if (isFirst && isNearest && line.indent > above.parent) return undefined;
      break;
    }
    // What is deeper right below would come to stand under the new key.
    if (line.indent > column) {
      if (isNearest) return undefined;
      continue;
    }
    if (line.key === undefined || line.column !== column) break;
    siblings.add(line.key);
    isNearest = false;
  }
  return { path: above.path, word, column, siblings };
}

interface Way {
  readonly path: readonly string[];
  /** Column of the key directly above; -1 at the top. */
  readonly parent: number;
}

/** Goes up line by line to ever smaller margins. */
function wayDown(lines: Iterable<Line>, column: number, siblings: Set<string>): Way | undefined {
  const path: string[] = [];
  let level = column;
  let parent: number | undefined;
  let inItems = false;
  let isDeeperAbove = false;
  for (const { indent, column: own, key, opens } of lines) {
    if (indent > level) {
      isDeeperAbove = true;
      continue;
    }
    const isItem = own > indent;
    if (inItems && isItem && indent === level) continue;
    if (!inItems && own === level) {
      // Another word without its colon is passed over.
      if (parent === undefined && key !== undefined) siblings.add(key);
      if (!isItem) continue;
      path.unshift('[]');
      parent ??= indent;
      level = indent;
      inItems = true;
      continue;
    }
    if (!opens || key === undefined || own > level) return undefined;
    // Something deeper and nothing beside: the margins do not agree.
    if (parent === undefined && isDeeperAbove && siblings.size === 0) return undefined;
    path.unshift(key);
    parent ??= own;
    level = isItem ? indent : own;
    inItems = isItem;
    if (isItem) path.unshift('[]');
    if (level === 0 && !inItems) break;
  }
  return level === 0 && !inItems ? { path, parent: parent ?? -1 } : undefined;
}

/** How far a file moves in with each step: as its lines show it, or the new key itself; two columns where nothing does. */
export function stepOf(text: string, { path, column }: Place): number {
  let above: Line | undefined;
  for (const line of linesBelow(text, 0)) {
    if (above?.opens && line.indent > above.column && line.indent === line.column) return line.indent - above.column;
    above = line;
  }
  return path.length === 1 && column > 0 ? column : 2;
}
