import type { Fact } from '../core/fact.ts';
import type { Span, Word } from '../core/text.ts';

/** One value of a settings file, as a reader of its format finds it. */
export interface Entry {
  /** The whole path with dots, list items as `[0]`. */
  readonly key: string;
  /** Where the key is written: its last part, for an item of a list the key that holds the list. */
  readonly at: Span;
  readonly value: Word;
  /** Counts the documents of a file that holds several. */
  readonly document: number;
}

/** What an application is told in a file. */
export interface Setting {
  /** With dots and as written otherwise: `spring.datasource.url`, `app.servers[0].host`. */
  readonly key: Fact;
  /** Without quotes and comment. Placeholders stay as written. A list in brackets is one value. */
  readonly value: Fact;
  /** The profile it holds for, or the expression that picks the profiles; absent where it always holds. */
  readonly profile?: string;
}

export interface SettingsFacts {
  readonly settings: readonly Setting[];
}
