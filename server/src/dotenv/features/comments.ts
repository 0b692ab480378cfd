import { covers } from '../../core/text.ts';
import type { DotenvFile } from '../file.ts';

/** Whether a comment may stand on a line of its own above the line of `offset`: not inside a value of several lines. */
export function takesCommentAbove({ text, variables }: DotenvFile, offset: number): boolean {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return !variables.some(({ span }) => span.start < start && covers(span, start));
}
