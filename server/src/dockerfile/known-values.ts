import type { Placed, Word } from '../core/text.ts';
import { evaluate } from './evaluate.ts';
import type { Facts } from './facts.ts';
import type { Escape, Instruction, Pairs } from './file.ts';
import { predefinedTopic } from './knowledge.ts';
import { lexProblem } from './lexing.ts';
import { unquote } from './words.ts';

/** A variable in a build without `--build-arg`. */
interface Entry {
  readonly kind: 'arg' | 'env';
  /** Absent where only the build decides it. */
  readonly value?: string;
  /** An ARG without a default. */
  readonly isBare: boolean;
}

/** What a name means at one place: `open` where it may come from the base image or from BuildKit itself, nothing where it surely is empty. */
export type Scope = (name: string) => Entry | 'open' | undefined;

/** What a word says in a build without `--build-arg`, and which of its ARGs have no value then. */
export interface Known {
  readonly text: string;
  readonly unset: readonly string[];
  /** Names that no line declares. */
  readonly missing: readonly string[];
}

/** What a word says once its variables are replaced, as far as this file alone decides it. */
export function knownValue(word: Word, escape: Escape, scope: Scope): Known | undefined {
  if (!word.text.includes('$')) return { text: unquote(word.text, escape), unset: [], missing: [] };
  if (lexProblem(word.text, escape)) return undefined;
  const unset = new Set<string>();
  const missing = new Set<string>();
  let isOpen = false;
  const text = evaluate(word.text, escape, (name) => {
    const found = scope(name);
    if (found === 'open') isOpen = true;
    else if (!found) missing.add(name);
    else if (found.isBare) unset.add(name);
    return found === 'open' ? { kind: 'env' } : found && !found.isBare ? found : { kind: 'undefined' };
  });
  return isOpen || text === undefined ? undefined : { text, unset: [...unset], missing: [...missing] };
}

type Entries = Map<string, Entry>;

/** The ARGs before the first FROM, which is all that FROM knows. */
export function globalScope({ preamble }: Facts, escape: Escape): Scope {
  const entries: Entries = new Map();
  const scope: Scope = (name) => entries.get(name) ?? (predefinedTopic(name) ? 'open' : undefined);
  for (const { block } of preamble) if (block.keyword === 'ARG') define(entries, block, escape, scope, undefined);
  return scope;
}

/** Every instruction behind a FROM with what its variables mean there. The scope holds only until the next one is asked for. */
export function* withScopes(facts: Facts, escape: Escape): Generator<Placed<Instruction> & { readonly scope: Scope }> {
  const global = globalScope(facts, escape);
  const stages = new Map<string, Scope>();
  for (const { name, image, instructions } of facts.stages) {
    const entries: Entries = new Map();
    const parent = image && stages.get(image.text.toLowerCase());
    const scope: Scope = (it) => entries.get(it) ?? parent?.(it) ?? 'open';
    for (const { start, block } of instructions) {
      yield { start, block, scope };
      if (block.keyword === 'ARG' || block.keyword === 'ENV') define(entries, block, escape, scope, global);
    }
    // A stage on top of this one inherits its ENV, not its ARGs.
    const lookup: Scope = (it) => (entries.get(it)?.kind === 'env' ? entries.get(it) : parent?.(it));
    if (name) stages.set(name.text.toLowerCase(), lookup);
  }
}

function define(entries: Entries, { keyword, pairs }: Pairs, escape: Escape, scope: Scope, global: Scope | undefined): void {
  const found = pairs.map(({ name, value }): [string, Entry | undefined] => [
    name.text,
    value ? valued(keyword === 'ENV' ? 'env' : 'arg', value, escape, scope) : bare(name.text, entries, global),
  ]);
  for (const [name, entry] of found) if (entry) entries.set(name, entry);
}

function valued(kind: Entry['kind'], word: Word, escape: Escape, scope: Scope): Entry {
  const known = knownValue(word, escape, scope);
  return { kind, isBare: false, ...(known && { value: known.text }) };
}

/** `ARG NAME` takes the value of the ARG before the first FROM, and leaves what ENV has set. */
function bare(name: string, entries: Entries, global: Scope | undefined): Entry | undefined {
  if (predefinedTopic(name)) return { kind: 'arg', isBare: false };
  const outer = global?.(name);
  if (outer && outer !== 'open') return outer;
  return entries.get(name)?.kind === 'env' ? undefined : { kind: 'arg', isBare: true };
}
