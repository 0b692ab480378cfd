import { remembered } from '../core/remember.ts';
import type { Span } from '../core/text.ts';
import { textOf } from './facts.ts';
import type { Block, ComposeFile, Entry, Mapping, Node, Scalar } from './file.ts';
import { type AliasProblem, hasAliases, resolverOf } from './resolve.ts';
import { keyShape, rootShape } from './shape.ts';
import { isHarmless } from './syntax.ts';

/** What is judged by itself: an entry of a section, or a top-level key that has no entries. */
export interface Part {
  /** What the spans of the part count from. */
  readonly start: number;
  /** The section it is an entry of; absent for a top-level key. */
  readonly section?: string;
  readonly key: Scalar;
  /** Aliases and merge keys replaced; absent in `key:`. */
  readonly value?: Node;
  readonly aliases: readonly AliasProblem[];
  /** Text it was read from. */
  readonly block: Block;
  /** Nothing in it comes from elsewhere, so that what is found in it holds as long as the block. */
  readonly alone: boolean;
}

/** An entry of `services`. `node` is missing where the service is no mapping. */
export interface Service extends Part {
  readonly name: string;
  readonly node?: Mapping;
}

/** An entry of `networks`, `volumes`, `secrets`, `configs`, `models`. */
export interface Resource extends Part {
  readonly name: string;
}

export type ResourceSection = 'networks' | 'volumes' | 'secrets' | 'configs' | 'models';

/** A compose file ready to be judged. */
export interface ComposeModel {
  readonly file: ComposeFile;
  readonly parts: readonly Part[];
  readonly services: readonly Service[];
  readonly resources: Readonly<Record<ResourceSection, readonly Resource[]>>;
  /** Top-level keys in order, sections too; `span` is the key's place in the file. */
  readonly heads: readonly { readonly name: string; readonly span: Span; readonly value?: Node }[];
  /** YAML itself can't be read: what is missing may only be unreadable. */
  readonly broken: boolean;
}

const SECTIONS = new Set(['services', 'networks', 'volumes', 'secrets', 'configs', 'models']);

/** What stands in a file, entry by entry. Parts of blocks that did not change keep their identity. */
export const modelOf = remembered((file: ComposeFile): ComposeModel => {
  const resolver = resolverOf(file);
  const parts: Part[] = [];
  const heads: { name: string; span: Span; value?: Node }[] = [];
  const add = (entry: Entry, start: number, block: Block, section?: string) => parts.push(partOf(entry, start, block, section));

  for (const { start, block, section } of file.blocks) {
    for (const document of block.documents) {
      if (document?.kind !== 'mapping') continue;
      for (const entry of document.entries) {
        if (section !== undefined) {
          add(entry, start, block, section);
          continue;
        }
        const name = textOf(entry.key);
        const { key, value } = entry;
        heads.push({ name, span: { start: start + key.span.start, end: start + key.span.end }, ...(value && { value }) });
        const inner = SECTIONS.has(name) && value ? resolver.resolve(value, start).node : undefined;
        if (inner?.kind === 'mapping') for (const own of inner.entries) add(own, start, block, name);
        else if (value || !followedByEntries(name, start)) add(entry, start, block);
      }
    }
  }
  const of = (section: string) => parts.filter((part) => part.section === section);
  const resource = (section: ResourceSection): Resource[] => of(section).map((part) => ({ ...part, name: textOf(part.key) }));
  return {
    file,
    parts,
    services: of('services').map(serviceOf),
    resources: { networks: resource('networks'), volumes: resource('volumes'), secrets: resource('secrets'), configs: resource('configs'), models: resource('models') },
    heads,
    broken: file.blocks.some(({ block }) => block.errors.some((error) => !isHarmless(error))),
  };

  function followedByEntries(name: string, start: number): boolean {
    return file.blocks.some((block) => block.section === name && block.start > start);
  }

  function partOf(entry: Entry, start: number, block: Block, section: string | undefined): Part {
    const { key, value } = entry;
    const base = { start, block, key, ...(section !== undefined && { section }) };
    if (!value || !hasAliases(value)) return { ...base, ...(value && { value }), aliases: [], alone: true };
    const { node, problems } = resolver.resolve(value, start);
    return { ...base, value: node, aliases: problems, alone: false };
  }
});

export const isSection = (name: string): name is ResourceSection | 'services' => SECTIONS.has(name);

/** Whether a top-level key is one that Compose knows. */
export const isTopLevelKey = (name: string): boolean => keyShape(rootShape, name) !== undefined;

function serviceOf(part: Part): Service {
  const { value } = part;
  return { ...part, name: textOf(part.key), ...(value?.kind === 'mapping' && { node: value }) };
}
