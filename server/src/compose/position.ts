import type { ComposeFile } from './file.ts';

/** 1-based line of an offset in the file. */
export function lineOf({ blocks }: ComposeFile, offset: number): number {
  let line = 1;
  for (const { start, block } of blocks) {
    const until = Math.min(block.text.length, offset - start);
    for (let i = block.text.indexOf('\n'); i >= 0 && i < until; i = block.text.indexOf('\n', i + 1)) line++;
    if (until < block.text.length) break;
  }
  return line;
}
