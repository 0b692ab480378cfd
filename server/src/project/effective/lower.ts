import { textOf } from '../../compose/facts.ts';
import type { ComposeFile, Node } from '../../compose/file.ts';
import { type Resolver, resolverOf } from '../../compose/resolve.ts';
import { kindOf, textOfScalar } from '../../compose/scalars.ts';
import { isHarmless } from '../../compose/syntax.ts';
import { shift } from '../../core/text.ts';
import type { MapValue, ScalarValue, Source, Value } from './value.ts';

/** The documents of a compose file as values, aliases and merge keys replaced. `file` is its address. A document that is no mapping is left out. */
export function documentsOf(parsed: ComposeFile, file: string): MapValue[] {
  const resolver = resolverOf(parsed);
  const [only] = parsed.blocks;
  if (only && only.block.documents.length > 1) {
    const each = only.block.documents.map((document) => document && lower(document, only.start, file, resolver));
    return each.filter((it): it is MapValue => it?.kind === 'map');
  }
  const root = new Map<string, Value>();
  for (const { start, block, section } of parsed.blocks) {
    const [document] = block.documents;
    const value = document && lower(document, start, file, resolver);
    if (value?.kind !== 'map') continue;
    if (section === undefined) for (const [key, it] of value.entries) root.set(key, it);
    else {
      const before = root.get(section);
      root.set(section, { ...value, entries: new Map([...(before?.kind === 'map' ? before.entries : []), ...value.entries]), ...(before?.from && { from: before.from }) });
    }
  }
  return root.size > 0 ? [{ kind: 'map', entries: root }] : [];
}

/** Whether nothing stands in it but comments. */
export const isEmpty = (parsed: ComposeFile): boolean =>
  parsed.blocks.every(({ block }) => block.documents.every((document) => !document || (document.kind === 'scalar' && kindOf(document) === 'null')));

/** Whether YAML itself can't be read. */
export const isBroken = (parsed: ComposeFile): boolean => parsed.blocks.some(({ block }) => block.errors.some((error) => !isHarmless(error)));

function lower(written: Node, start: number, file: string, resolver: Resolver): Value {
  return valueOf(resolver.resolve(written, start).node, start, file);
}

function valueOf(node: Node, start: number, file: string): Value {
  const tag = node.tag?.text;
  const known: { from: Source; mark?: 'reset' | 'override' } = {
    from: { file, span: shift(node.span, start) },
    ...(tag === '!reset' ? { mark: 'reset' as const } : tag === '!override' ? { mark: 'override' as const } : {}),
  };
  if (node.kind === 'mapping') {
    const entries = new Map<string, Value>();
    for (const { key, value } of node.entries) entries.set(textOf(key), value ? valueOf(value, start, file) : empty(file, start, key.span));
    return { kind: 'map', entries, ...known };
  }
  if (node.kind === 'sequence') return { kind: 'list', items: node.items.map((item) => valueOf(item, start, file)), ...known };
  if (node.kind === 'alias') return { kind: 'scalar', is: 'null', text: '', ...known };
  return { kind: 'scalar', is: kindOf(node), text: textOfScalar(node) ?? '', ...known };
}

const empty = (file: string, start: number, span: Source['span']): ScalarValue => ({ kind: 'scalar', is: 'null', text: '', from: { file, span: shift(span, start) } });
