import { type Span, shift, type Word } from '../core/text.ts';
import { textOf } from './facts.ts';
import type { Alias, ComposeFile, Entry, Mapping, Node } from './file.ts';

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

/** Puts in place of aliases and merge keys what they stand for. */
export interface Resolver {
  /**
   * The node without aliases and merge keys; itself where it has none. Spans count from `start`, also where the text
   * stands in another block, so they may lie before it. What can't be resolved stays an alias.
   */
  resolve(node: Node, start: number): { readonly node: Node; readonly problems: readonly AliasProblem[] };
}

export function resolverOf(file: ComposeFile): Resolver {
  let anchored: ReadonlyMap<string, readonly Anchored[]> | undefined;
  let budget = LIMIT;
  return {
    resolve(node, start) {
      if (!hasAliases(node)) return { node, problems: [] };
      anchored ??= anchorsOf(file);
      const problems: AliasProblem[] = [];
      return { node: expand(node, start, new Set(), 0, problems), problems };
    },
  };

  /** `by` moves the spans of a node of another block to where the part's count from. */
  function expand(node: Node, start: number, inside: ReadonlySet<Node>, by: number, problems: AliasProblem[]): Node {
    if (--budget < 0) {
      if (node.kind === 'alias' && problems.length === 0) problems.push({ kind: 'too-many', alias: moved(node, by) });
      return node;
    }
    if (node.kind === 'alias') {
      // The last anchor of that name before this place, as YAML has it.
      const place = start + node.span.start;
      const target = anchored?.get(node.name)?.findLast(({ at }) => at < place);
      if (!target || inside.has(target.node)) {
        problems.push({ kind: target ? 'cycle' : 'unknown', alias: moved(node, by) });
        return moved(node, by);
      }
      return expand(target.node, target.start, new Set([...inside, target.node]), by + target.start - start, problems);
    }
    if (node.kind === 'scalar') return moved(node, by);
    const here = node.anchor ? new Set([...inside, node]) : inside;
    if (node.kind === 'sequence') return { ...moved(node, by), kind: 'sequence', flow: node.flow, items: node.items.map((item) => expand(item, start, here, by, problems)) };
    return { ...moved(node, by), kind: 'mapping', flow: node.flow, entries: entriesOf(node, start, here, by, problems) };
  }

  function entriesOf(node: Mapping, start: number, inside: ReadonlySet<Node>, by: number, problems: AliasProblem[]): Entry[] {
    const own: Entry[] = [];
    const merged: Node[] = [];
    for (const entry of node.entries) {
      const value = entry.value && expand(entry.value, start, inside, by, problems);
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

const isMerge = ({ key }: Entry) => key.style === 'plain' && key.raw.text === '<<';

/** Whether it holds an alias or a merge key. */
export function hasAliases(node: Node): boolean {
  if (node.kind === 'alias') return true;
  if (node.kind === 'sequence') return node.items.some(hasAliases);
  return node.kind === 'mapping' && node.entries.some((entry) => isMerge(entry) || (entry.value !== undefined && hasAliases(entry.value)));
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
  for (const { start, block } of file.blocks) for (const document of block.documents) if (document) visit(document, start);
  return found;

  function visit(node: Node, start: number): void {
    if (node.anchor) {
      const { text: name, span } = node.anchor;
      const list = found.get(name) ?? [];
      list.push({ name, at: start + span.start, start, node });
      found.set(name, list);
    }
    if (node.kind === 'mapping') for (const { value } of node.entries) value && visit(value, start);
    else if (node.kind === 'sequence') for (const item of node.items) visit(item, start);
  }
}
