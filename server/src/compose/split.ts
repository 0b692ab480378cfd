import { linesOf, type Span } from '../core/text.ts';

/** Sections whose entries are blocks of their own. */
const SPLIT = new Set(['services', 'networks', 'volumes', 'secrets', 'configs', 'models']);

/** A key at the beginning of a block mapping's line: plain or quoted, nothing clever in front. */
const KEY = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s#"'[\]{},&*!|>%@`?:-][^#]*?|-[^\s#:][^#]*?|<<))\s*:(?=\s|$)/;
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

function keyOf(line: string): string | undefined {
  const match = KEY.exec(line);
  return match ? (match[1] ?? match[2] ?? match[3]) : undefined;
}
