import type { Edit } from '../core/rule.ts';
import type { Span } from '../core/text.ts';
import type { DotenvFile, Value, Variable } from './file.ts';

/** The line of a place, without its line break. */
export function lineAt(text: string, offset: number): Span {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const end = newline < 0 ? text.length : newline;
  return { start: start === 0 && text.startsWith('\uFEFF') ? 1 : start, end: text[end - 1] === '\r' && end > start ? end - 1 : end };
}

/** The numbers of lines, 1-based, for places that are asked for in the order of the text. */
export function lineNumbers(text: string): (offset: number) => number {
  let at = 0;
  let line = 1;
  return (offset) => {
    if (offset < at) [at, line] = [0, 1];
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      at = next + 1;
      line++;
    }
    return line;
  };
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
