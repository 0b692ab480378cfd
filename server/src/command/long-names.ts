import type { Word } from '../core/text.ts';
import type { CliCommand } from './cli.ts';

/** The long flag that a word with a single dash means: `-name`, `-rm`, `-publish=80:80`. Nothing where the client reads it as letters that make sense. */
export function singleDashed({ flags, short }: CliCommand, { text }: Word): string | undefined {
  const name = /^-([a-z][a-z0-9-]+)(?:=|$)/.exec(text)?.[1];
  if (name === undefined || name.length < 2 || !flags.has(name)) return undefined;
  for (const letter of name) {
    const long = short.get(letter);
    // The rest would be this flag's value: nobody means `-n ame`.
    if (long === undefined || flags.get(long)) return name;
  }
  return undefined;
}
