/** A stretch of text. Offsets are UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of source with the place it stands at. `text` is what it says once line continuations are joined. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** True also directly behind the last character, where a cursor that has just typed the word stands. */
export const touches = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

export const covers = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end;

export const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** A block of a file and where it begins: what the block holds is relative to `start`, so an edit above it moves only this number. */
export interface Placed<Block> {
  readonly start: number;
  readonly block: Block;
}

/** The last piece that starts at or before `offset`, by bisection. Pieces are in order. */
export function placedAt<P extends { readonly start: number }>(blocks: readonly P[], offset: number): P | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return blocks[low];
}

/** Start offsets of all lines. A line ends with `\n`; the `\r` of a CRLF belongs to its line. */
export function* linesOf(text: string): Generator<Span> {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline + 1;
    yield { start, end };
    start = end;
  }
}
