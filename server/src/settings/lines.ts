import { linesOf } from '../core/text.ts';

/** A line without its end, and without the byte order mark of the first one. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

export function linesIn(text: string): Line[] {
  const found: Line[] = [];
  for (const { start, end } of linesOf(text)) {
    const from = start === 0 && text.startsWith('\uFEFF') ? 1 : start;
    found.push({ text: text.slice(from, end).replace(/\r?\n$/, ''), start: from });
  }
  return found;
}
