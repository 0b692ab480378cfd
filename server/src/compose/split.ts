import type { Span } from '../core/text.ts';

/** Sections whose entries are blocks of their own. */
const SPLIT = new Set(['services', 'networks', 'volumes', 'secrets', 'configs', 'models']);

const SPACE = 32;

/** Nothing but white space or a comment from here to the line's end. */
function isBlank(text: string, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    const char = text[i] ?? '';
    if (char === '#') return true;
    if (char > ' ' && char !== '\u00A0' && char !== '\uFEFF') return false;
    if (char.trim() !== '') return false;
  }
  return true;
}

export interface Piece extends Span {
  readonly section?: string;
}

/**
 * Cuts a compose file where a top-level section or an entry of a section begins, by a scan of its lines.
 * Answers nothing where lines alone can't say: flow style at the top, several documents, tabs or odd indentation.
 */
export function split(text: string): Piece[] | undefined {
  const pieces: (Piece & { end: number })[] = [];
  let section: string | undefined;
  let indent = 0;
  const open = (start: number, name?: string) => {
    const last = pieces.at(-1);
    if (last) last.end = start;
    pieces.push({ start, end: text.length, ...(name !== undefined && { section: name }) });
  };
  // Comment and blank lines go with what follows them, so that a comment above a service moves with the service.
  let pending: number | undefined;
  for (let start = 0, end = 0; start < text.length; start = end) {
    const newline = text.indexOf('\n', start);
    end = newline < 0 ? text.length : newline + 1;
    const first = start === 0 && text.startsWith('\uFEFF') ? 1 : start;
    let at = first;
    while (text.charCodeAt(at) === SPACE) at++;
    // Most lines are deeper than where blocks begin: they cost no more than this.
    const margin = at - first;
    if (isBlank(text, at, end)) {
      pending ??= start;
      continue;
    }
    if (text[at] === '\t') return undefined;
    const from = pending ?? start;
    pending = undefined;
    if (margin === 0) {
      const line = text.slice(at, end).trimEnd();
      const key = keyOf(line);
      if (key === undefined) return undefined;
      // Only a head that stands alone on its line has entries below it.
      section = SPLIT.has(key) && /:\s*(?:#.*)?$/.test(line) ? key : undefined;
      indent = 0;
      open(pieces.length === 0 ? 0 : from);
      continue;
    }
    if (section === undefined) {
      if (pieces.length === 0) return undefined;
      continue;
    }
    if (indent === 0) indent = margin;
    if (margin < indent) return undefined;
    if (margin > indent) continue;
    if (keyOf(text.slice(at, end).trimEnd()) === undefined) return undefined;
    open(from, section);
  }
  if (pieces.length === 0) pieces.push({ start: 0, end: text.length });
  return pieces;
}

/** The key that begins a block mapping's line, plain or quoted; nothing for anything cleverer. One pass, whatever the line. */
function keyOf(line: string): string | undefined {
  const first = line[0] ?? '';
  const quoted = first === '"' || first === "'";
  const open = quoted ? endOfQuoted(line, first) : isPlainStart(line) ? 0 : -1;
  if (open < 0) return undefined;
  for (let i = open; i < line.length; i++) {
    const char = line[i] ?? '';
    if (char === ':' && /^\s?$/.test(line[i + 1] ?? '')) return quoted ? line.slice(1, open - 1) : line.slice(0, i).trimEnd();
    if (char === '#' || (quoted && !/\s/.test(char))) return undefined;
  }
  return undefined;
}

/** Behind the closing quote; -1 where there is none. */
function endOfQuoted(line: string, quote: string): number {
  for (let i = 1; i < line.length; i++) {
    if (line[i] === quote) return i + 1;
    if (quote === '"' && line[i] === '\\') i++;
  }
  return -1;
}

const isPlainStart = (line: string) => line.startsWith('<<') || (/^[^\s#"'[\]{},&*!|>%@`?:-]/.test(line) ? true : /^-[^\s#:]/.test(line));
