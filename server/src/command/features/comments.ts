import type { CommandFile } from '../file.ts';

/** Whether a comment may stand on a line of its own above this place: not above a line that continues the one before it. */
export function takesCommentAbove({ text }: CommandFile, offset: number): boolean {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return line === 0 || !/\\\r?\n$/.test(text.slice(Math.max(0, line - 3), line));
}
