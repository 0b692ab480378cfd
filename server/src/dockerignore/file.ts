import type { Span, Word } from '../core/text.ts';

/** A line that leaves something out of the build context, or with `!` takes it back in. */
export interface Pattern {
  /** 1-based. */
  readonly line: number;
  /** As written, without the spaces around it. */
  readonly span: Span;
  /** The `!`, where there is one. */
  readonly exception?: Span;
  /** Behind the `!` and its spaces; empty where nothing follows. */
  readonly body: Word;
  /** What paths are compared with: `./a//b/` and `/a/b` are `a/b`. Empty where the builder is left with nothing. */
  readonly cleaned: string;
}

/** A line whose very first character is `#`. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** A `.dockerignore` file as plain values. Any text gives one. */
export interface DockerignoreFile {
  readonly text: string;
  /** In the order of the lines, which is the order in which they decide. */
  readonly patterns: readonly Pattern[];
  readonly comments: readonly Comment[];
}
