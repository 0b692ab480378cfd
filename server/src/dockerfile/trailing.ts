import type { Word } from '../core/text.ts';
import type { Instruction } from './file.ts';

/** These hand what stands behind to a shell, or take it as it is. */
const SHELL = new Set<string>(['RUN', 'ONBUILD', 'MAINTAINER', 'unknown']);

/**
 * Where somebody meant a comment behind an instruction: BuildKit knows comments only at the start of a line.
 * A shell knows them too, so nothing is said of shell commands; `COPY #draft.txt .` copies a file.
 */
export function trailingComment({ keyword, args, exec, ...rest }: Instruction): Word | undefined {
  if (SHELL.has(keyword) || exec || args.length < 2) return undefined;
  const at = args.findIndex(({ text }, i) => i > 0 && (text === '#' || (/^#+/.test(text) && !/^(?:COPY|ADD|CMD|ENTRYPOINT)$/.test(keyword))));
  const comment = args[at];
  if (!comment) return undefined;
  if (keyword === 'CMD' || keyword === 'ENTRYPOINT') return endsArray(args[at - 1]) && args[0]?.text.startsWith('[') ? comment : undefined;
  if (keyword === 'HEALTHCHECK' && args[0]?.text.toUpperCase() === 'CMD') return undefined;
  if (inQuotes(args.slice(0, at)) || ('legacy' in rest && rest.legacy)) return undefined;
  return comment;
}

const endsArray = (word: Word | undefined) => word?.text.endsWith(']') ?? false;

/** A quote is open behind these words. */
function inQuotes(words: readonly Word[]): boolean {
  let quote = '';
  for (const { text } of words) {
    for (const char of text) {
      if (quote === '' && (char === '"' || char === "'")) quote = char;
      else if (char === quote) quote = '';
    }
  }
  return quote !== '';
}
