import { type Span, shift } from '../core/text.ts';
import type { ComposeFile, Entry, Node } from './file.ts';

/** An entry of a top-level section, wherever its block stands. Spans inside `entry` are relative to `start`. */
export interface Definition {
  readonly name: string;
  readonly start: number;
  readonly entry: Entry;
}

export type Section = 'services' | 'networks' | 'volumes' | 'secrets' | 'configs';

/** The entries of a section in the order of the file. */
export function definitions(file: ComposeFile, section: string): Definition[] {
  const found: Definition[] = [];
  for (const { start, block, section: of } of file.blocks) {
    for (const document of block.documents) {
      if (document?.kind !== 'mapping') continue;
      const mapping = of === section ? document : of === undefined ? child(document, section) : undefined;
      if (mapping?.kind !== 'mapping') continue;
      for (const entry of mapping.entries) found.push({ name: textOf(entry.key), start, entry });
    }
  }
  return found;
}

export const definition = (file: ComposeFile, section: string, name: string): Definition | undefined => definitions(file, section).findLast((it) => it.name === name);

export const child = (node: Node | undefined, name: string): Node | undefined => entryAt(node, name)?.value;

/** The entry of a key; of a key that stands there twice the last one. */
export function entryAt(node: Node | undefined, name: string): Entry | undefined {
  if (node?.kind !== 'mapping') return undefined;
  // Rules ask this more often than anything else: no closure, no copy.
  for (let i = node.entries.length - 1; i >= 0; i--) {
    const entry = node.entries[i];
    if (entry && textOf(entry.key) === name) return entry;
  }
  return undefined;
}

/** What a scalar says as text; numbers and booleans as they are written. */
export const textOf = (node: Node | undefined): string => (node?.kind !== 'scalar' ? '' : typeof node.value === 'string' ? node.value : node.raw.text);

/** The names a service lists under `key`, in either syntax: `networks: [a]` and `networks: { a: }`. */
export function namesUnder(service: Node | undefined, key: string): string[] {
  const value = child(service, key);
  if (value?.kind === 'mapping') return value.entries.map((entry) => textOf(entry.key));
  if (value?.kind === 'sequence') return value.items.map((item) => textOf(item.kind === 'mapping' ? child(item, 'source') : item)).filter((name) => name !== '');
  return [];
}

/** The named volumes a service mounts. */
export function volumesOf(service: Node | undefined): string[] {
  const value = child(service, 'volumes');
  if (value?.kind !== 'sequence') return [];
  return value.items.flatMap((item) => {
    if (item.kind === 'mapping') return textOf(child(item, 'type')) === 'volume' ? [textOf(child(item, 'source'))] : [];
    const [source, target] = textOf(item).split(':');
    return source && target && !/^[./~$\\]/.test(source) ? [source] : [];
  });
}

/** Services that use an entry of a top-level section, by name. */
export function usersOf(file: ComposeFile, section: Section, name: string): string[] {
  return definitions(file, 'services')
    .filter(({ entry: { value } }) =>
      (section === 'volumes' ? volumesOf(value) : section === 'services' ? namesUnder(value, 'depends_on') : namesUnder(value, section)).includes(name),
    )
    .map((service) => service.name);
}

/** Every `&anchor` of the file with the node it names. */
export function anchors(file: ComposeFile): { readonly name: string; readonly span: Span; readonly node: Node }[] {
  const found: { name: string; span: Span; node: Node }[] = [];
  for (const { start, block } of file.blocks) {
    for (const document of block.documents) visit(document, start);
  }
  return found;

  function visit(node: Node | undefined, start: number): void {
    if (!node) return;
    if (node.anchor) found.push({ name: node.anchor.text, span: shift(node.anchor.span, start), node });
    if (node.kind === 'mapping') for (const { value } of node.entries) visit(value, start);
    else if (node.kind === 'sequence') for (const item of node.items) visit(item, start);
  }
}
