import { type Fact, factBook, type Known } from '../core/fact.ts';
import type { DockerignoreFile } from './file.ts';
import { parse } from './parse.ts';

/** What the other files of a stack may know of an ignore file: its lines that mean something, in their order. */
export interface IgnoreFacts {
  readonly patterns: readonly Fact[];
}

export function ignoreFacts(text: string): Known<IgnoreFacts> {
  const book = factBook();
  return book.known({ patterns: parse(text).patterns.map(({ span }) => book.fact(text.slice(span.start, span.end), span)) });
}

/** The file that these facts are of: its patterns have the numbers of the facts. */
export const fileOfFacts = ({ patterns }: IgnoreFacts): DockerignoreFile => parse(patterns.map(({ text }) => ` ${text}`).join('\n'));
