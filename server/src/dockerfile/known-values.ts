import type { Word } from '../core/text.ts';
import { evaluate } from './evaluate.ts';
import type { Facts } from './facts.ts';
import type { Escape } from './file.ts';
import { predefinedTopic } from './knowledge.ts';
import { lexProblem } from './lexing.ts';
import { variableAt } from './variables.ts';
import { unquote } from './words.ts';

/** What a word says in a build without `--build-arg`, and which of its ARGs have no value then. */
export interface Known {
  readonly text: string;
  readonly unset: readonly string[];
}

/**
 * What a word at `offset` says once its variables are replaced, as far as this file alone decides it.
 * Nothing where a variable may come from the base image or from BuildKit itself.
 */
export function knownValue(word: Word, facts: Facts, offset: number, escape: Escape): Known | undefined {
  if (!word.text.includes('$')) return { text: unquote(word.text, escape), unset: [] };
  if (lexProblem(word.text, escape)) return undefined;
  const unset = new Set<string>();
  let open = false;
  const text = evaluate(word.text, escape, (name) => {
    const variable = variableAt(facts, name, offset, escape);
    if (variable.kind === 'arg' && variable.value === undefined && isBare(facts, name, variable.at)) {
      unset.add(name);
      return { kind: 'undefined' };
    }
    if (variable.kind !== 'arg' && variable.kind !== 'env') open = true;
    return variable;
  });
  return open || text === undefined ? undefined : { text, unset: [...unset] };
}

/** `ARG NAME` alone at `at`, with no default anywhere: only `--build-arg` gives it a value. */
function isBare(facts: Facts, name: string, at: number | undefined): boolean {
  if (predefinedTopic(name)) return false;
  const own = [...facts.preamble, ...facts.stages.flatMap(({ instructions }) => instructions)].filter(({ block }) => block.keyword === 'ARG');
  return own.some(({ start, block }) => block.keyword === 'ARG' && block.pairs.some((pair) => start + pair.name.span.start === at && !pair.value));
}
