import { remembered, rememberedUnder } from '../core/remember.ts';
import { type Span, shift } from '../core/text.ts';
import { textOf } from './facts.ts';
import type { Block, ComposeFile, Entry, Mapping, Node, Scalar } from './file.ts';
import { type AliasProblem, hasAliases, type Resolver, resolverOf } from './resolve.ts';
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
  /** Nothing in it comes from elsewhere. */
  readonly alone: boolean;
  /** Stays as long as nothing that the part says changes, wherever the part moves: what is found in it holds as long. */
  readonly identity: object;
  /** Stays even where text that it has from elsewhere moves nearer or further away. */
  readonly meaning: object;
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

/** What stands in a file, entry by entry. Parts that did not change keep their identity. */
export const modelOf = remembered((file: ComposeFile): ComposeModel => {
  const resolver = resolverOf(file);
  const parts: Part[] = [];
  const heads: { name: string; span: Span; value?: Node }[] = [];
  for (const { start, block, section } of file.blocks) {
    if (section !== undefined) {
      for (const part of sectionParts(block, start, section, resolver)) parts.push(part);
      continue;
    }
    for (const entry of block.documents.flatMap((document) => (document?.kind === 'mapping' ? document.entries : []))) {
      const { key, value } = entry;
      const name = textOf(key);
      heads.push({ name, span: shift(key.span, start), ...(value && { value }) });
      const inner = SECTIONS.has(name) && value ? resolver.resolve(value, start).node : undefined;
      if (inner?.kind === 'mapping') for (const own of inner.entries) parts.push(partOf(own, start, block, resolver, name));
      else if (value || !followedByEntries(name, start)) parts.push(partOf(entry, start, block, resolver));
    }
  }
  const services: Service[] = [];
  const resources: Record<ResourceSection, Resource[]> = { networks: [], volumes: [], secrets: [], configs: [], models: [] };
  for (const part of parts) {
    const service = serviceIn(part);
    if (service) services.push(service);
    else if (part.section !== undefined && isResources(part.section)) resources[part.section].push({ ...part, name: textOf(part.key) });
  }
  return {
    file,
    parts,
    services,
    resources,
    heads,
    broken: file.blocks.some(({ block }) => block.errors.some((error) => !isHarmless(error))),
  };

  function followedByEntries(name: string, start: number): boolean {
    return file.blocks.some((block) => block.section === name && block.start > start);
  }
});

// The parts of a block that stands alone, as long as it stands where it stood.
const standing = new WeakMap<Block, { readonly start: number; readonly section: string; readonly parts: readonly Part[] }>();

function sectionParts(block: Block, start: number, section: string, resolver: Resolver): readonly Part[] {
  const known = standing.get(block);
  if (known?.start === start && known.section === section) return known.parts;
  const parts = block.documents.flatMap((document) => (document?.kind === 'mapping' ? document.entries.map((entry) => partOf(entry, start, block, resolver, section)) : []));
  if (parts.every(({ alone }) => alone)) standing.set(block, { start, section, parts });
  return parts;
}

function partOf(entry: Entry, start: number, block: Block, resolver: Resolver, section?: string): Part {
  const { key, value } = entry;
  const base = { start, block, key, ...(section !== undefined && { section }) };
  const identity = identityIn(entry, section);
  if (!value || !hasAliases(value)) return { ...base, ...(value && { value }), aliases: [], alone: true, identity, meaning: identity };
  const resolution = resolver.resolve(value, start);
  return {
    ...base,
    value: resolution.node,
    aliases: resolution.problems,
    alone: false,
    identity: identityIn(resolution, section),
    meaning: identityIn(resolution.meaning, section),
  };
}

/** The same text says something else in another section. */
const identityIn = (of: object, section = ''): object => (section === 'services' ? of : inSection(of, section));

const inSection = rememberedUnder((_: object, section): object => ({ section }));

/** The part as a service, if it is one. */
export const serviceIn = (part: Part): Service | undefined => (part.section === 'services' ? serviceOf(part) : undefined);

const serviceOf = remembered((part: Part): Service => {
  const { value } = part;
  return { ...part, name: textOf(part.key), ...(value?.kind === 'mapping' && { node: value }) };
});

const isResources = (name: string): name is ResourceSection => name !== 'services' && SECTIONS.has(name);

export const isSection = (name: string): name is ResourceSection | 'services' => SECTIONS.has(name);

/** Whether a top-level key is one that Compose knows. */
export const isTopLevelKey = (name: string): boolean => keyShape(rootShape, name) !== undefined;
