import { linesOf, type Span } from '../core/text.ts';

/** Sections whose entries are blocks of their own. */
const SPLIT = new Set(['services', 'networks', 'volumes', 'secrets', 'configs', 'models']);

const BLANK = /^\s*(?:#|$)/;

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
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start === 0 && text.startsWith('\uFEFF') ? 1 : start, end).replace(/\r?\n$/, '');
    if (BLANK.test(line)) {
      pending ??= start;
      continue;
    }
    const from = pending ?? start;
    pending = undefined;
    const margin = /^ */.exec(line)?.[0].length ?? 0;
    if (line[margin] === '\t') return undefined;
    if (margin === 0) {
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
    if (keyOf(line.slice(margin)) === undefined) return undefined;
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
