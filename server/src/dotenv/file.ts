import type { Span, Word } from '../core/text.ts';

/** What stands behind `NAME=`. */
export interface Value {
  /** As it is written, without its quotes; for a value without quotes also without the comment behind it. */
  readonly raw: Word;
  readonly quote: 'none' | 'single' | 'double';
  /** Escapes replaced; variables still stand in it, unless the quotes are single. */
  readonly text: string;
}

/** One `NAME=value` of a `.env` file. */
export interface Variable {
  readonly name: Word;
  /** Absent in a line `NAME`, which takes the value of the shell. */
  readonly value?: Value;
  /** From the name to the end of the value with its quotes. */
  readonly span: Span;
  readonly exported: boolean;
}

/** Something for which Compose refuses the whole file. */
export interface DotenvError {
  readonly kind: 'bad-sign' | 'space-in-name' | 'unclosed-quote';
  /** The sign, the name, or the line from the quote on. */
  readonly span: Span;
}

/** A `.env` file as plain values. Any text gives one. */
export interface DotenvFile {
  readonly text: string;
  /** In the order of the file; the last of a name counts. What stands behind an error is read too. */
  readonly variables: readonly Variable[];
  readonly errors: readonly DotenvError[];
}
