import { remembered } from '../core/remember.ts';
import { type Span, shift, type Word } from '../core/text.ts';
import { textOf } from './facts.ts';
import type { Alias, Block, ComposeFile, Entry, Mapping, Node } from './file.ts';

/** Docker's own loader stops at a number of nodes too; a file that multiplies its aliases does not take our memory. */
const LIMIT = 100_000;

/** An alias that names nothing, that stands inside what it names, or whose text was repeated so often that nobody reads on. Spans count from the part's start. */
export interface AliasProblem {
  readonly kind: 'unknown' | 'cycle' | 'too-many';
  readonly alias: Alias;
}

interface Anchored {
  readonly name: string;
  /** Where it stands in the file. */
  readonly at: number;
  /** What the spans of `node` count from. */
  readonly start: number;
  readonly node: Node;
}

/** A node with what stands in place of its aliases. */
export interface Resolution {
  readonly node: Node;
  readonly problems: readonly AliasProblem[];
  /** Stays where what the aliases stand for only moves nearer or further away: places in it are then other ones. */
  readonly meaning: object;
}

/** Puts in place of aliases and merge keys what they stand for. */
export interface Resolver {
  /**
   * The node without aliases and merge keys; itself where it has none. Spans count from `start`, also where the text
   * stands in another block, so they may lie before it. What can't be resolved stays an alias. Of a node that says the
   * same as in the version before, the answer is the same object.
   */
  resolve(node: Node, start: number): Resolution;
}

/** What an alias of a node stood for, so that a later version knows whether it still does. */
interface Use {
  readonly name: string;
  /** Seen from what the spans of the node count from. */
  readonly at: number;
  readonly target: Node | undefined;
  readonly by: number;
}

interface Kept extends Resolution {
  readonly uses: readonly Use[];
  readonly cost: number;
}

const kept = new WeakMap<Node, Kept>();

export function resolverOf(file: ComposeFile): Resolver {
  let anchored: ReadonlyMap<string, readonly Anchored[]> | undefined;
  let budget = LIMIT;
  let uses: Use[] = [];
  return {
    resolve(node, start) {
      if (!hasAliases(node)) return { node, problems: [], meaning: node };
      anchored ??= anchorsOf(file);
      const known = kept.get(node);
      if (known && known.cost <= budget && known.uses.every((use) => holds(use, start))) {
        budget -= known.cost;
        return known;
      }
      const problems: AliasProblem[] = [];
      const before = budget;
      uses = [];
      const resolved = expand(node, start, start, new Set(), 0, problems);
      const meaning = known && budget >= 0 && saysTheSame(known.uses, uses) ? known.meaning : {};
      const now: Kept = { node: resolved, problems, meaning, uses, cost: before - budget };
      if (budget >= 0) kept.set(node, now);
      return now;
    },
  };

  function holds({ name, at, target, by }: Use, start: number): boolean {
    const now = anchorAt(name, start + at);
    return now?.node === target && (!now || now.start - start === by);
  }

  /** The last anchor of that name before a place, as YAML has it. */
  function anchorAt(name: string, place: number): Anchored | undefined {
    return anchored?.get(name)?.findLast(({ at }) => at < place);
  }

  /** `by` moves the spans of a node of another block to where the part's count from, which is `root`. */
  function expand(node: Node, start: number, root: number, inside: ReadonlySet<Node>, by: number, problems: AliasProblem[]): Node {
    if (--budget < 0) {
      if (node.kind === 'alias' && problems.length === 0) problems.push({ kind: 'too-many', alias: moved(node, by) });
      return node;
    }
    if (node.kind === 'alias') {
      const place = start + node.span.start;
      const target = anchorAt(node.name, place);
      uses.push({ name: node.name, at: place - root, target: target?.node, by: target ? target.start - root : 0 });
      if (!target || inside.has(target.node)) {
        problems.push({ kind: target ? 'cycle' : 'unknown', alias: moved(node, by) });
        return moved(node, by);
      }
      return expand(target.node, target.start, root, new Set([...inside, target.node]), by + target.start - start, problems);
    }
    if (node.kind === 'scalar') return moved(node, by);
    const here = node.anchor ? new Set([...inside, node]) : inside;
    if (node.kind === 'sequence') return { ...moved(node, by), kind: 'sequence', flow: node.flow, items: node.items.map((item) => expand(item, start, root, here, by, problems)) };
    return { ...moved(node, by), kind: 'mapping', flow: node.flow, entries: entriesOf(node, start, root, here, by, problems) };
  }

  function entriesOf(node: Mapping, start: number, root: number, inside: ReadonlySet<Node>, by: number, problems: AliasProblem[]): Entry[] {
    const own: Entry[] = [];
    const merged: Node[] = [];
    for (const entry of node.entries) {
      const value = entry.value && expand(entry.value, start, root, inside, by, problems);
      if (isMerge(entry) && value) merged.push(...(value.kind === 'sequence' ? value.items : [value]));
      else own.push({ key: moved(entry.key, by), span: shift(entry.span, by), ...(value && { value }) });
    }
    const names = new Set(own.map(({ key }) => textOf(key)));
    for (const source of merged) {
      if (source.kind !== 'mapping') continue;
      for (const entry of source.entries) {
        const name = textOf(entry.key);
        if (names.has(name)) continue;
        names.add(name);
        own.push(entry);
      }
    }
    return own;
  }
}

const saysTheSame = (before: readonly Use[], now: readonly Use[]) =>
  before.length === now.length && before.every(({ name, target }, i) => now[i]?.name === name && now[i].target === target);

const isMerge = ({ key }: Entry) => key.style === 'plain' && key.raw.text === '<<';

/** Whether it holds an alias or a merge key. */
export const hasAliases: (node: Node) => boolean = remembered(holdsAliases);

function holdsAliases(node: Node): boolean {
  if (node.kind === 'alias') return true;
  if (node.kind === 'sequence') return node.items.some(holdsAliases);
  return node.kind === 'mapping' && node.entries.some((entry) => isMerge(entry) || (entry.value !== undefined && holdsAliases(entry.value)));
}

function moved<N extends Node>(node: N, by: number): N {
  if (by === 0) return node;
  const word = (it: Word): Word => ({ text: it.text, span: shift(it.span, by) });
  const span: Span = shift(node.span, by);
  const rest = { span, ...(node.anchor && { anchor: word(node.anchor) }), ...(node.tag && { tag: word(node.tag) }) };
  return node.kind === 'scalar' ? { ...node, ...rest, raw: word(node.raw) } : { ...node, ...rest };
}

function anchorsOf(file: ComposeFile): ReadonlyMap<string, readonly Anchored[]> {
  const found = new Map<string, Anchored[]>();
  for (const { start, block } of file.blocks) {
    for (const { name, at, node } of anchorsIn(block)) {
      const list = found.get(name) ?? [];
      list.push({ name, at: start + at, start, node });
      found.set(name, list);
    }
  }
  return found;
}

/** The anchors of a block; places count from its start. */
const anchorsIn = remembered(({ documents }: Block): readonly { readonly name: string; readonly at: number; readonly node: Node }[] => {
  const found: { name: string; at: number; node: Node }[] = [];
  for (const document of documents) if (document) visit(document);
  return found;

  function visit(node: Node): void {
    if (node.anchor) found.push({ name: node.anchor.text, at: node.anchor.span.start, node });
    if (node.kind === 'mapping') for (const { value } of node.entries) value && visit(value);
    else if (node.kind === 'sequence') for (const item of node.items) visit(item);
  }
});
