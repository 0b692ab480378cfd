import type { DockerignoreFile } from '../file.ts';

/** Whether a comment may stand on a line of its own above the line of `offset`: not above one that is indented, where it would be a pattern. */
export function takesCommentAbove({ text }: DockerignoreFile, offset: number): boolean {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return !/[ \t]/.test(text[start] ?? '');
}
