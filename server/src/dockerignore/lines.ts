import type { Edit } from '../core/rule.ts';
import type { Span } from '../core/text.ts';
import type { DockerignoreFile, Pattern } from './file.ts';

/** Where the line of a pattern begins, behind a byte order mark. */
export function lineStart({ text }: DockerignoreFile, { span }: Pattern): number {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  return span.start > start && text[start] === '\uFEFF' ? start + 1 : start;
}

/** The line of a pattern with its line break; of a last line without one, the break before it. */
function wholeLine(file: DockerignoreFile, pattern: Pattern): Span {
  const { text } = file;
  const start = lineStart(file, pattern);
  const newline = text.indexOf('\n', pattern.span.end);
  if (newline >= 0) return { start, end: newline + 1 };
  const before = start === 0 ? 0 : text[start - 2] === '\r' ? start - 2 : start - 1;
  return { start: before, end: text.length };
}

export const removeLine = (file: DockerignoreFile, pattern: Pattern): Edit => ({ span: wholeLine(file, pattern), text: '' });

export const lineBreakOf = ({ text }: DockerignoreFile): string => (text.includes('\r\n') ? '\r\n' : '\n');
