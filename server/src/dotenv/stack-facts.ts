import { type Fact, factBook, type Known } from '../core/fact.ts';
import { parse } from './parse.ts';

/** What the other files of a stack may know of an env file. */
export interface DotenvFacts {
  readonly variables: readonly { readonly name: Fact; readonly value: Fact }[];
  /** Names without a value, which take that of the shell. */
  readonly passed: readonly Fact[];
  /** The end of the file; its text is what must stand there before a new line can. */
  readonly end: Fact;
}

export function dotenvStackFacts(text: string): Known<DotenvFacts> {
  const book = factBook();
  const { variables } = parse(text);
  return book.known({
    variables: variables.flatMap(({ name, value }) => (value ? [{ name: book.fact(name.text, name.span), value: book.fact(value.text, value.raw.span) }] : [])),
    passed: variables.flatMap(({ name, value }) => (value ? [] : [book.fact(name.text, name.span)])),
    end: book.fact(text === '' || text.endsWith('\n') ? '' : '\n', { start: text.length, end: text.length }),
  });
}
