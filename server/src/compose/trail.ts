import { placedAt, type Span, touches } from '../core/text.ts';
import { textOf } from './facts.ts';
import type { ComposeFile, Entry, Node } from './file.ts';
import { itemShape, keyShape, namedShape, rootShape, type Shape } from './shape.ts';

/** One step down into a compose file. */
export interface Step {
  readonly kind: 'key' | 'name' | 'item' | 'unknown';
  /** The key or name; empty for an item. */
  readonly name: string;
  /** Place of an item in its list. */
  readonly index: number;
  /** Absent where the step stands above the block, as `services` does for one of its entries. */
  readonly entry?: Entry;
}

/** The way from the top of the file to the word under the pointer. Spans are relative to `start`. */
export interface Trail {
  readonly start: number;
  readonly steps: readonly Step[];
  /** The fixed keys of the way as a lesson's path: `compose/services/build/target`. */
  readonly path: string;
  /** What the schema knows of the value here. */
  readonly shape?: Shape;
  /** Whether the pointer is at the last step's key or at its value. */
  readonly role: 'key' | 'value';
  readonly node: Node;
}

interface Cursor {
  readonly steps: readonly Step[];
  readonly path: string;
  readonly shape: Shape | undefined;
}

/** Goes down to the key or scalar at `offset`; nothing where none is. */
export function trailAt(file: ComposeFile, offset: number): Trail | undefined {
  const placed = placedAt(file.blocks, offset);
  if (!placed) return undefined;
  const { start, block, section } = placed;
  const top: Cursor = { steps: [], path: 'compose', shape: rootShape };
  const from = section === undefined ? top : down(top, section);
  const uses = () => aliasPlaces(file);
  for (const document of block.documents) {
    const found = document && descend(document, from, offset - start, uses);
    if (found) return { ...found, start };
  }
  return undefined;
}

/** The step to the value of a key. */
function down({ steps, path, shape }: Cursor, name: string, entry?: Entry): Cursor {
  const step = { name, index: 0, ...(entry && { entry }) };
  const fixed = shape && keyShape(shape, name);
  if (fixed) return { steps: [...steps, { ...step, kind: 'key' }], path: `${path}/${name}`, shape: fixed };
  const named = shape && namedShape(shape);
  return { steps: [...steps, { ...step, kind: named ? 'name' : 'unknown' }], path, shape: named };
}

function descend(node: Node, at: Cursor, offset: number, uses: () => ReadonlyMap<string, Cursor>): Omit<Trail, 'start'> | undefined {
  // What an extension field holds is known by where its anchor is used.
  const used = !at.shape && node.anchor ? uses().get(node.anchor.text) : undefined;
  const cursor = used ? { ...used, steps: at.steps } : at;
  const outer: Span = { start: Math.min(node.span.start, node.anchor?.span.start ?? node.span.start, node.tag?.span.start ?? node.span.start), end: node.span.end };
  if (!touches(outer, offset)) return undefined;
  const here = (role: Trail['role'], target: Node, of: Cursor) => ({ steps: of.steps, path: of.path, role, node: target, ...(of.shape && { shape: of.shape }) });
  if ([node.anchor, node.tag].some((word) => word && touches(word.span, offset))) return here('value', node, cursor);
  if (node.kind === 'mapping') {
    for (const entry of node.entries) {
      const next = down(cursor, textOf(entry.key), entry);
      if (touches(entry.key.span, offset)) return here('key', entry.key, next);
      const inside = entry.value && descend(entry.value, next, offset, uses);
      if (inside) return inside;
    }
    return undefined;
  }
  if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) {
      const shape = cursor.shape && itemShape(cursor.shape);
      const inside = descend(item, { steps: [...cursor.steps, { kind: 'item', name: '', index }], path: cursor.path, shape }, offset, uses);
      if (inside) return inside;
    }
    return undefined;
  }
  return here('value', node, cursor);
}

/** For each anchor, the first place that uses it: `logging: *x` says that `x` is a logging section. */
function aliasPlaces(file: ComposeFile): ReadonlyMap<string, Cursor> {
  const places = new Map<string, Cursor>();
  const top: Cursor = { steps: [], path: 'compose', shape: rootShape };
  for (const { block, section } of file.blocks) {
    for (const document of block.documents) if (document) visit(document, section === undefined ? top : down(top, section));
  }
  return places;

  function visit(node: Node, cursor: Cursor): void {
    if (node.kind === 'alias') {
      if (cursor.shape && !places.has(node.name)) places.set(node.name, cursor);
    } else if (node.kind === 'mapping') {
      for (const { key, value } of node.entries) {
        if (!value) continue;
        const name = textOf(key);
        // What is merged stands where the merge key's siblings stand.
        if (name !== '<<') visit(value, down(cursor, name));
        else if (value.kind === 'sequence') for (const item of value.items) visit(item, cursor);
        else visit(value, cursor);
      }
    } else if (node.kind === 'sequence') {
      const shape = cursor.shape && itemShape(cursor.shape);
      for (const item of node.items) visit(item, { ...cursor, shape });
    }
  }
}
