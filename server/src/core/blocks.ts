import type { Placed, Span } from './text.ts';

/** What `reuse` needs to know of a block: the text it was made from. */
export interface HasText {
  readonly text: string;
}

/**
 * Lays blocks over `pieces` of `text`, making anew only those whose text the previous version did not have.
 * Unchanged blocks at both ends are found by comparing, moved ones by their text.
 */
export function reuse<Block extends HasText>(text: string, pieces: readonly Span[], previous: readonly Placed<Block>[], make: (text: string) => Block): Placed<Block>[] {
  const blocks = new Array<Placed<Block>>(pieces.length);
  const same = (piece: Span, old: Placed<Block> | undefined) =>
    old && old.block.text.length === piece.end - piece.start && text.slice(piece.start, piece.end) === old.block.text ? old.block : undefined;

  let head = 0;
  for (; head < pieces.length; head++) {
    const piece = pieces[head];
    const block = piece && same(piece, previous[head]);
    if (!piece || !block) break;
    blocks[head] = { start: piece.start, block };
  }
  let tail = 0;
  for (; tail < pieces.length - head && tail < previous.length - head; tail++) {
    const piece = pieces[pieces.length - 1 - tail];
    const block = piece && same(piece, previous[previous.length - 1 - tail]);
    if (!piece || !block) break;
    blocks[pieces.length - 1 - tail] = { start: piece.start, block };
  }
  if (head + tail < pieces.length) {
    const known = new Map<string, Block>();
    for (const { block } of previous.slice(head, previous.length - tail)) known.set(block.text, block);
    for (let i = head; i < pieces.length - tail; i++) {
      const piece = pieces[i];
      if (!piece) continue;
      const own = text.slice(piece.start, piece.end);
      blocks[i] = { start: piece.start, block: known.get(own) ?? make(previous.length > 0 ? detached(own) : own) };
    }
  }
  return blocks;
}

/** A copy of its own: a slice would keep the whole version of the text it was cut from in memory, once for each edited block. */
const detached = (text: string): string => JSON.parse(JSON.stringify(text));
