import { remembered, rememberedUnder } from '../core/remember.ts';
import { isPath, type PortMapping, portMapping, type VolumeMount, volumeMount } from '../core/short.ts';
import type { Span, Word } from '../core/text.ts';
import { child, entryAt, textOf } from './facts.ts';
import type { Mapping, Node, Scalar } from './file.ts';
import { servicesThat } from './gathered.ts';
import type { ComposeModel, Service } from './model.ts';

export { entryAt } from './facts.ts';

const NOTHING: readonly never[] = [];

/** The services that have a key, in the order of the file. */
export const servicesWith = (model: ComposeModel, key: string): readonly Service[] => asked(key)(model);

const askedKeys = new Map<string, ReturnType<typeof servicesThat>>();

function asked(key: string) {
  const before = askedKeys.get(key);
  const now = before ?? servicesThat(({ node }) => entryAt(node, key) !== undefined);
  if (!before) askedKeys.set(key, now);
  return now;
}

/** The services by name; of a name that stands there twice the last one. */
export const servicesByName = remembered(({ services }: ComposeModel): ReadonlyMap<string, Service> => new Map(services.map((service) => [service.name, service])));

/** A name that refers to something defined elsewhere. */
export interface Reference extends Word {
  /** What stands at the name in the long form: the settings of a network, a condition … */
  readonly settings?: Node;
}

export const scalarAt = (node: Node | undefined, key: string): Scalar | undefined => {
  const value = child(node, key);
  return value?.kind === 'scalar' ? value : undefined;
};

/** A scalar as a word: what is written between its quotes. */
export const wordOf = (scalar: Scalar): Word => scalar.raw;

const reference = (scalar: Scalar, settings?: Node): Reference => ({ text: textOf(scalar), span: scalar.raw.span, ...(settings && { settings }) });

/** The names under a key, as a list or as a mapping: `depends_on`, `networks`, `models`; of list items in the long form their `source`. */
export const referencesUnder = (node: Node | undefined, key: string): readonly Reference[] => (node?.kind === 'mapping' ? referencesAt(node, key) : NOTHING);

const referencesAt = rememberedUnder((node: Mapping, key): readonly Reference[] => {
  const value = child(node, key);
  if (value?.kind === 'mapping') return value.entries.map((entry) => reference(entry.key, entry.value));
  if (value?.kind !== 'sequence') return NOTHING;
  return value.items.flatMap((item) => {
    if (item.kind === 'scalar') return [reference(item)];
    const source = scalarAt(item, 'source');
    return source ? [reference(source, item)] : [];
  });
});

/** What a service mounts, in either syntax. */
export interface Mount {
  readonly node: Node;
  readonly type: 'bind' | 'volume' | 'tmpfs' | 'npipe' | 'cluster' | 'image';
  /** Absent for an anonymous volume and a tmpfs. */
  readonly source?: Word;
  readonly target?: Word;
  readonly readOnly: boolean;
  /** The short syntax piece by piece. */
  readonly short?: VolumeMount;
}

export const mountsOf = ({ node }: Service): readonly Mount[] => (node ? mountsIn(node) : []);

const mountsIn = remembered((node: Mapping): readonly Mount[] => {
  const value = child(node, 'volumes');
  if (value?.kind !== 'sequence') return [];
  return value.items.flatMap((item): Mount[] => {
    if (item.kind === 'scalar') {
      const short = volumeMount(item.raw);
      const { source, target, mode } = short;
      const type = source && isPath(source.text) ? 'bind' : 'volume';
      return [{ node: item, type, target, readOnly: mode.some(({ text }) => text === 'ro'), short, ...(source && { source }) }];
    }
    if (item.kind !== 'mapping') return [];
    const source = scalarAt(item, 'source');
    const target = scalarAt(item, 'target');
    const type = MOUNT_TYPES.find((it) => it === textOf(child(item, 'type'))) ?? 'volume';
    const readOnly = textOf(child(item, 'read_only')) === 'true';
    return [{ node: item, type, readOnly, ...(source && { source: source.raw }), ...(target && { target: target.raw }) }];
  });
});

const MOUNT_TYPES = ['bind', 'volume', 'tmpfs', 'npipe', 'cluster', 'image'] as const;

/** A published or only exposed port of `ports`, in either syntax. */
export interface Port {
  readonly node: Node;
  readonly address?: Word;
  /** The host's side; absent where Docker chooses. A range stays one: `8000-8010`. */
  readonly published?: Word;
  readonly target: Word;
  readonly protocol: string;
  readonly short?: PortMapping;
}

export const portsOf = ({ node }: Service): readonly Port[] => (node ? portsIn(node) : []);

const portsIn = remembered((node: Mapping): readonly Port[] => {
  const value = child(node, 'ports');
  if (value?.kind !== 'sequence') return [];
  return value.items.flatMap((item): Port[] => {
    if (item.kind === 'scalar') {
      const short = portMapping(item.raw);
      const { address, host, container, protocol } = short;
      return [{ node: item, target: container, protocol: protocol?.text ?? 'tcp', short, ...(address && { address }), ...(host && host.text !== '' && { published: host }) }];
    }
    const target = scalarAt(item, 'target');
    if (!target) return [];
    const address = scalarAt(item, 'host_ip');
    const published = scalarAt(item, 'published');
    const protocol = textOf(child(item, 'protocol')) || 'tcp';
    return [{ node: item, target: target.raw, protocol, ...(address && { address: address.raw }), ...(published && { published: published.raw }) }];
  });
});

/** A variable that `environment` sets, in either syntax. */
export interface EnvironmentVariable {
  readonly name: Word;
  /** Absent in `- NAME` and `NAME:`, which take the value of the shell. */
  readonly value?: Word;
  /** The scalar that holds the value: the item of a list, the value of a mapping. */
  readonly node: Scalar;
  /** The item or entry as a whole. */
  readonly span: Span;
}

/** The variables under `environment` (or `args`, `labels`) of a mapping. */
export const variablesUnder = (node: Node | undefined, key = 'environment'): readonly EnvironmentVariable[] => (node?.kind === 'mapping' ? variablesAt(node, key) : NOTHING);

const variablesAt = rememberedUnder((node: Mapping, key): readonly EnvironmentVariable[] => {
  const value = child(node, key);
  if (value?.kind === 'mapping') {
    return value.entries.flatMap((entry): EnvironmentVariable[] => {
      const it = entry.value;
      if (it && it.kind !== 'scalar') return [];
      const name = { text: textOf(entry.key), span: entry.key.raw.span };
      return [{ name, node: it ?? entry.key, span: entry.span, ...(it && { value: { text: textOf(it), span: it.raw.span } }) }];
    });
  }
  if (value?.kind !== 'sequence') return NOTHING;
  return value.items.flatMap((item): EnvironmentVariable[] => {
    if (item.kind !== 'scalar') return [];
    const { text, span } = item.raw;
    const equals = text.indexOf('=');
    if (equals < 0) return [{ name: item.raw, node: item, span: item.span }];
    const name = { text: text.slice(0, equals), span: { start: span.start, end: span.start + equals } };
    return [{ name, value: { text: text.slice(equals + 1), span: { start: span.start + equals + 1, end: span.end } }, node: item, span: item.span }];
  });
});

/** The items of a list, or the one scalar that stands for a list: `env_file`, `profiles`, `dns`. */
export function scalarsUnder(node: Node | undefined, key: string): readonly Scalar[] {
  const value = child(node, key);
  if (value?.kind === 'scalar') return [value];
  return value?.kind === 'sequence' ? value.items.filter((item): item is Scalar => item.kind === 'scalar') : NOTHING;
}

/** The profiles that switch a service on; empty where it always runs. */
export const profilesOf = ({ node }: Service): readonly string[] => {
  const scalars = scalarsUnder(node, 'profiles');
  return scalars.length === 0 ? NOTHING : scalars.map(textOf);
};

/** The build section, whose short form is the context alone. */
export interface Build {
  readonly context?: Scalar;
  readonly settings?: Mapping;
}

export function buildOf({ node }: Service): Build | undefined {
  const value = child(node, 'build');
  if (value?.kind === 'scalar') return { context: value };
  if (value?.kind !== 'mapping') return undefined;
  const context = scalarAt(value, 'context');
  return { settings: value, ...(context && { context }) };
}

/** The image as it is written. */
export const imageOf = ({ node }: Service): Scalar | undefined => scalarAt(node, 'image');
