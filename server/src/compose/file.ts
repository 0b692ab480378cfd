import type { Placed, Span, Word } from '../core/text.ts';

interface Located {
  /** The value itself, with its quotes; without anchor and tag. */
  readonly span: Span;
  /** `&name`, the name without its sign; the span has it. */
  readonly anchor?: Word;
  /** `!reset`, `!override`, `!!str` … */
  readonly tag?: Word;
}

export interface Scalar extends Located {
  readonly kind: 'scalar';
  /** As written, between the quotes. Offsets inside it are offsets in the source. */
  readonly raw: Word;
  readonly value: string | number | boolean | null;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

export interface Entry {
  readonly key: Scalar;
  /** Absent in `key:`. */
  readonly value?: Node;
  readonly span: Span;
}

export interface Mapping extends Located {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
  readonly flow: boolean;
}

export interface Sequence extends Located {
  readonly kind: 'sequence';
  readonly items: readonly Node[];
  readonly flow: boolean;
}

export interface Alias extends Located {
  readonly kind: 'alias';
  readonly name: string;
}

export type Node = Scalar | Mapping | Sequence | Alias;

/** What the YAML parser could not read. `code` is the parser's own. */
export interface YamlError {
  readonly code: string;
  readonly span: Span;
}

/** A piece of a compose file that is parsed by itself: a section's head, one entry of a section, a whole section, or the whole file. */
export interface Block {
  readonly text: string;
  /** One for each YAML document in the block; nothing for an empty one. */
  readonly documents: readonly (Node | undefined)[];
  readonly errors: readonly YamlError[];
}

export interface PlacedBlock extends Placed<Block> {
  /** The top-level key whose entry this is; absent where the block begins at the top level itself. */
  readonly section?: string;
}

/** A compose file as plain values. Any text gives one. Spans inside a block are relative to its start. */
export interface ComposeFile {
  readonly blocks: readonly PlacedBlock[];
}
