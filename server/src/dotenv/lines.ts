import type { Edit } from '../core/rule.ts';
import { linesOf, type Span } from '../core/text.ts';
import type { DotenvFile, Value, Variable } from './file.ts';

/** The line of a place, without its line break. */
export function lineAt(text: string, offset: number): Span {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const end = newline < 0 ? text.length : newline;
  return { start: start === 0 && text.startsWith('\uFEFF') ? 1 : start, end: text[end - 1] === '\r' && end > start ? end - 1 : end };
}

/** Answers the numbers of lines, 1-based. */
export function lineNumbers(text: string): (offset: number) => number {
  let lines: readonly Span[] | undefined;
  return (offset) => {
    lines ??= [...linesOf(text)];
    return countUpTo(lines, ({ start }) => start, offset);
  };
}

/** The last variable that begins at or before a place. */
export const variableBefore = ({ variables }: DotenvFile, offset: number): Variable | undefined => variables[countUpTo(variables, ({ span }) => span.start, offset) - 1];

/** How many of some ordered things begin at or before a place, by bisection. */
function countUpTo<Thing>(things: readonly Thing[], startOf: (thing: Thing) => number, offset: number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = things[middle];
    if (thing !== undefined && startOf(thing) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes out the lines of a variable; of a last line without a break, the break before it. */
export function removeLines({ text }: DotenvFile, { span }: Variable): Edit {
  const { start } = lineAt(text, span.start);
  const newline = text.indexOf('\n', span.end);
  if (newline >= 0) return { span: { start, end: newline + 1 }, text: '' };
  const before = start <= 1 ? start : text[start - 2] === '\r' ? start - 2 : start - 1;
  return { span: { start: before, end: text.length }, text: '' };
}

export const lineBreakOf = ({ text }: DotenvFile): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** A value with its quotes. */
export const quotedSpan = ({ raw, quote }: Value): Span => (quote === 'none' ? raw.span : { start: raw.span.start - 1, end: raw.span.end + 1 });
