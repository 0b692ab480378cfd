import type { Problem } from '../core/grammar/problem.ts';
import type { Escape } from './file.ts';

export type LexReason = 'double-quote' | 'single-quote' | 'brace' | 'slash' | 'substitution' | 'modifier';

/** Nobody nests deeper. */
const DEPTH = 30;

const NAME = /[\p{L}\p{Nd}_]/u;
const SPECIAL = /[@*#?\-$!]/;

/**
 * Why BuildKit cannot read the quotes and variables of a word: a quote or brace left open, or a `${…}` that it does not know.
 * What depends on a variable's value (`${A:?}`) is left out. moby/buildkit frontend/dockerfile/shell/lex.go
 */
export function lexProblem(text: string, escape: Escape): Problem<LexReason> | undefined {
  let at = 0;
  let depth = 0;
  const end = text.length;
  const found = readUntil(undefined, 'brace', 0);
  return depth > DEPTH ? undefined : found;

  function readUntil(stop: string | undefined, reason: LexReason, opened: number): Problem<LexReason> | undefined {
    while (at < end) {
      const char = text[at];
      if (char === stop) {
        at++;
        return undefined;
      }
      const problem = readOne(char);
      if (problem) return problem;
    }
    return stop === undefined ? undefined : { reason, from: opened, to: end };
  }

  function readOne(char: string | undefined): Problem<LexReason> | undefined {
    if (char === "'") return readSingleQuoted();
    if (char === '"') return readDoubleQuoted();
    if (char === '$') return readDollar();
    at += char === escape ? 2 : 1;
    return undefined;
  }

  function readSingleQuoted(): Problem<LexReason> | undefined {
    const close = text.indexOf("'", at + 1);
    if (close < 0) return { reason: 'single-quote', from: at, to: end };
    at = close + 1;
    return undefined;
  }

  function readDoubleQuoted(): Problem<LexReason> | undefined {
    const opened = at++;
    while (at < end) {
      const char = text[at];
      if (char === '$') {
        const problem = readDollar();
        if (problem) return problem;
        continue;
      }
      at++;
      if (char === '"') return undefined;
      const next = text[at];
      if (char === escape && (next === '"' || next === '$' || next === escape)) at++;
    }
    return { reason: 'double-quote', from: opened, to: end };
  }

  function readDollar(): Problem<LexReason> | undefined {
    const from = at++;
    if (text[at] !== '{') {
      readName();
      return undefined;
    }
    at++;
    if (at >= end) return { reason: 'brace', from, to: end };
    if (/[{}:]/.test(text[at] ?? '')) return { reason: 'substitution', from, to: at + 1 };
    readName();
    if (at >= end) return { reason: 'brace', from, to: end };
    return readModifier(from);
  }

  function readModifier(from: number): Problem<LexReason> | undefined {
    const start = at;
    const first = text[at++];
    if (first === '}') return undefined;
    if (++depth > DEPTH) return { reason: 'brace', from, to: end };
    if (first === '/') {
      if (text[at] === '/') at++;
      return readUntil('/', 'slash', from) ?? closed(readUntil('}', 'brace', from));
    }
    const modifier = first === ':' ? text[at++] : first;
    const known = modifier !== undefined && '+-?#%'.includes(modifier);
    if (!known && first !== ':') return text.indexOf('}', at) < 0 ? { reason: 'brace', from, to: end } : { reason: 'modifier', from: start, to: at };
    const problem = readUntil('}', 'brace', from);
    return problem ?? (known ? closed(undefined) : { reason: 'modifier', from: start, to: start + 2 });
  }

  function closed(problem: Problem<LexReason> | undefined): Problem<LexReason> | undefined {
    if (!problem) depth--;
    return problem;
  }

  /** A name, a number or one special parameter. */
  function readName(): void {
    if (SPECIAL.test(text[at] ?? '')) {
      at++;
      return;
    }
    const pattern = /\d/.test(text[at] ?? '') ? /\d/ : NAME;
    while (at < end && pattern.test(text[at] ?? '')) at++;
  }
}
