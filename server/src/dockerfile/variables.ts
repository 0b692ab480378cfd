import { evaluate } from './evaluate.ts';
import { type Facts, type Stage, stageAt, stageNamed } from './facts.ts';
import type { Escape, Instruction, Pair } from './file.ts';
import { isProxy, predefinedTopic } from './knowledge.ts';

/** Where the value of a variable comes from, at one place of a Dockerfile. */
export interface Variable {
  readonly kind: 'arg' | 'env' | 'predefined' | 'global-only' | 'undefined';
  /** Absent where it is only known when the image is built. */
  readonly value?: string;
  /** Offset of the definition in the file. */
  readonly at?: number;
}

type Scope = Map<string, Variable>;

/**
 * What `name` is worth at `offset`, as BuildKit sees it: global ARGs only in FROM and where a stage declares them again,
 * of ENV and ARG the later line wins, definitions count only from their line on, a stage built on another inherits both.
 * https://docs.docker.com/reference/dockerfile/#scope
 */
export function variableAt(facts: Facts, name: string, offset: number, escape: Escape): Variable {
  const global: Scope = new Map();
  collect(global, facts.preamble, offset, escape, undefined);
  const stage = stageAt(facts, offset);
  const inFrom = !stage || (offset < (stage.instructions[1]?.start ?? Number.POSITIVE_INFINITY) && offset <= stage.from.start + stage.from.block.span.end);
  const scope = inFrom ? global : stageScope(facts, stage, offset, escape, global);
  const own = scope.get(name);
  if (own) return own;
  if (predefinedTopic(name) && (inFrom || isProxy(name))) return { kind: 'predefined' };
  const hidden = global.get(name);
  if (hidden && !inFrom) return { ...hidden, kind: 'global-only' };
  return { kind: 'undefined' };
}

function stageScope(facts: Facts, stage: Stage, offset: number, escape: Escape, global: Scope): Scope {
  const scope: Scope = new Map();
  const parent = stage.image && stageNamed(facts, stage.image.text, stage.index);
  if (parent) for (const [name, variable] of stageScope(facts, parent, Number.POSITIVE_INFINITY, escape, global)) scope.set(name, variable);
  collect(scope, stage.instructions, offset, escape, global);
  return scope;
}

/** Adds the definitions that stand wholly before `offset`; within one line only earlier instructions count. */
function collect(scope: Scope, instructions: Facts['preamble'], offset: number, escape: Escape, global: Scope | undefined): void {
  for (const { start, block } of instructions) {
    if (start + block.span.end >= offset && start + block.span.start <= offset) {
      addEarlierArgs(scope, start, block, offset, escape, global);
      return;
    }
    if (start >= offset) return;
    for (const [name, variable] of definitions(scope, start, block, escape, global)) scope.set(name, variable);
  }
}

/** `ARG A=1 B=$A`: unlike ENV, a later ARG of the same line sees the earlier ones. */
function addEarlierArgs(scope: Scope, start: number, block: Instruction, offset: number, escape: Escape, global: Scope | undefined): void {
  if (block.keyword !== 'ARG') return;
  const pairs = block.pairs.filter(({ name }) => start + name.span.start < offset).slice(0, -1);
  for (const [name, variable] of definitions(scope, start, { ...block, pairs }, escape, global)) scope.set(name, variable);
}

function definitions(scope: Scope, start: number, block: Instruction, escape: Escape, global: Scope | undefined): [string, Variable][] {
  if (block.keyword !== 'ARG' && block.keyword !== 'ENV') return [];
  const found: [string, Variable][] = [];
  for (const pair of block.pairs) {
    const name = pair.name.text;
    const at = start + pair.name.span.start;
    const before = scope.get(name);
    if (block.keyword === 'ENV') found.push([name, { kind: 'env', at, ...known(valueOf(pair, scope, escape)) }]);
    else if (pair.value) found.push([name, { kind: 'arg', at, ...known(valueOf(pair, scope, escape)) }]);
    else if (predefinedTopic(name)) found.push([name, { kind: 'predefined', at }]);
    // Without a value from anywhere, ARG leaves what ENV has set.
    else if (before?.kind !== 'env' || global?.has(name)) found.push([name, { kind: 'arg', at, ...known(global?.get(name)?.value) }]);
    if (block.keyword === 'ARG') for (const [key, variable] of found) scope.set(key, variable);
  }
  return found;
}

const valueOf = (pair: Pair, scope: Scope, escape: Escape) => evaluate(pair.value?.text ?? '', escape, (name) => scope.get(name) ?? { kind: 'undefined' });

const known = (value: string | undefined) => (value === undefined ? {} : { value });
