import { type Edit, insert } from '../core/rule.ts';
import type { Span } from '../core/text.ts';

/** How far the line at `offset` is indented, in spaces. */
export function indentAt(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^ */.exec(text.slice(start, offset))?.[0].length ?? 0;
}

/** Moves the lines of a block-style stretch by `columns`, to the right or to the left. Nothing where a line has not that much room. */
export function movedBy(text: string, { start, end }: Span, columns: number): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (let at = text.lastIndexOf('\n', start - 1) + 1; at < end && at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const room = /^ */.exec(text.slice(at, next))?.[0].length ?? 0;
    if (text.slice(at, next).trim() !== '') {
      if (columns > 0) edits.push(insert(at, ' '.repeat(columns)));
      else if (room < -columns) return undefined;
      else edits.push({ span: { start: at, end: at - columns }, text: '' });
    }
    at = next;
  }
  return edits;
}
