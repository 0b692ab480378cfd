import type { Span } from './text.ts';

/** A word of a file on which something is known of it. Where it stands is known by its number, so that an edit elsewhere in the file leaves the fact as it is. */
export interface Fact {
  readonly text: string;
  readonly id: number;
}

/** What is known of a file: plain data made of facts, and where in the file each of them stands. */
export interface Known<Facts> {
  readonly facts: Facts;
  /** By the facts' ids; offsets in the file. */
  readonly places: readonly Span[];
  /** The same for two texts of which the same is known. */
  readonly key: string;
}

/** Makes facts out of words; `known` closes the book. */
export interface Book {
  /** `text` may be what the word means where that is not what is written. */
  fact(text: string, span: Span): Fact;
  known<Facts>(facts: Facts): Known<Facts>;
}

export function factBook(): Book {
  const places: Span[] = [];
  return {
    fact: (text, span) => ({ text, id: places.push(span) - 1 }),
    known: (facts) => ({ facts, places, key: JSON.stringify(facts) }),
  };
}
