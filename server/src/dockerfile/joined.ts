import { linesOf, placedAt, type Span, type Word } from '../core/text.ts';
import type { Escape } from './file.ts';

/** The lines of an instruction as BuildKit joins them, with the way back to where each character stands. */
export interface Joined {
  readonly text: string;
  /** The span in the source that `text.slice(start, end)` was made from. */
  spanOf(start: number, end: number): Span;
  word(start: number, end: number): Word;
  /** The first place in `text` that stands at or behind `offset` of the source. */
  indexOf(offset: number): number;
}

const COMMENT = /^\s*#/;
const BLANK = /^\s*$/;

/**
 * Joins `source`, one instruction without heredoc bodies: continuation marks, comment lines and empty lines inside it vanish.
 * https://docs.docker.com/reference/dockerfile/#escape
 */
export function joined(source: string, escape: Escape): Joined {
  const mark = escape === '`' ? /(^|[^`])`[ \t]*$/ : /(^|[^\\])\\[ \t]*$/;
  const parts: { readonly start: number; readonly from: number; readonly length: number }[] = [];
  let text = '';
  let first = true;
  for (const line of linesOf(source)) {
    let from = line.start;
    let own = source.slice(line.start, line.end).replace(/\r?\n$/, '');
    if (first) {
      const margin = /^[\uFEFF\s]*/.exec(own)?.[0].length ?? 0;
      from += margin;
      own = own.slice(margin);
    } else if (COMMENT.test(own) || BLANK.test(own)) {
      continue;
    }
    first = false;
    own = own.replace(mark, '$1');
    if (own.length > 0) parts.push({ start: text.length, from, length: own.length });
    text += own;
  }
  text = text.trimEnd();

  const offsetOf = (index: number) => {
    const part = placedAt(parts, index);
    return part ? part.from + (index - part.start) : 0;
  };
  const spanOf = (start: number, end: number): Span => ({ start: offsetOf(start), end: end > start ? offsetOf(end - 1) + 1 : offsetOf(start) });
  return {
    text,
    spanOf,
    word: (start, end) => ({ text: text.slice(start, end), span: spanOf(start, end) }),
    indexOf(offset) {
      for (const part of parts) {
        if (offset < part.from + part.length) return Math.max(part.start, part.start + offset - part.from);
      }
      return text.length;
    },
  };
}

/** A text that is its own source, as if it stood alone in one line. */
export const plainJoined = (text: string): Joined => ({
  text,
  spanOf: (start, end) => ({ start, end }),
  word: (start, end) => ({ text: text.slice(start, end), span: { start, end } }),
  indexOf: (offset) => offset,
});
