import { type Book, type Fact, factBook, type Known } from '../core/fact.ts';
import { remembered } from '../core/remember.ts';
import { type Span, shift, type Word } from '../core/text.ts';
import { extendedBy } from './extends.ts';
import { child, textOf } from './facts.ts';
import type { Node, Scalar } from './file.ts';
import { interpolations } from './interpolation.ts';
import { addItem } from './lists.ts';
import type { ComposeModel, Service } from './model.ts';
import { envFilesOf } from './references.ts';
import { buildOf, mountsOf, portsOf, profilesOf, referencesUnder, scalarAt, scalarsUnder, variablesUnder } from './services.ts';

/** A name with its value; the value is empty where only the name is written. */
export interface SettingFact {
  readonly name: Fact;
  readonly value: Fact;
}

/** A variable that Compose fills in. */
export interface VariableFact {
  /** It stands at the whole of `${NAME…}`. */
  readonly name: Fact;
  /** Nothing is written for the case that nobody sets it. */
  readonly isNeeded: boolean;
}

export interface PortFact {
  readonly container: Fact;
  /** The host's side; absent where Docker chooses. */
  readonly host?: Fact;
  readonly protocol: string;
  /** Empty for every address of the host. */
  readonly address: string;
}

/** How a service's image is built, as it is written. */
export interface BuildFact {
  readonly context: Fact;
  readonly dockerfile?: Fact;
  /** `dockerfile_inline` stands in the place of a file. */
  readonly isInline: boolean;
  readonly target?: Fact;
  readonly args: readonly SettingFact[];
  /** Names of contexts beside the main one. */
  readonly contexts: readonly string[];
}

export interface MountFact {
  readonly type: string;
  readonly source: Fact;
  readonly target: Fact;
}

/** What other files of the stack may know of one service. Texts are as written: a variable in one is not replaced. */
export interface ServiceFact {
  readonly name: Fact;
  readonly image?: Fact;
  readonly build?: BuildFact;
  readonly ports: readonly PortFact[];
  /** Keys whose values have a tag: `!reset`, `!override`. */
  readonly tagged: readonly string[];
  readonly exposed: readonly Fact[];
  readonly environment: readonly SettingFact[];
  readonly envFiles: readonly Fact[];
  /** Those of them in which quotes and `$` mean nothing. */
  readonly rawEnvFiles: readonly string[];
  /** The texts of `command` and `entrypoint`: one for a line, one for each item of a list. */
  readonly command: readonly Fact[];
  readonly replacesCommand: boolean;
  /** `working_dir`, empty where the image decides. */
  readonly workdir: string;
  readonly healthcheck: readonly Fact[];
  readonly dependsOn: readonly { readonly name: Fact; readonly condition: string }[];
  /** `default` where none is named; empty under a `network_mode`. */
  readonly networks: readonly string[];
  readonly networkMode: string;
  /** Where the `network_mode` is written. */
  readonly mode?: Fact;
  /** What to put where so that one more network stands in the list: `SLOT` is to be replaced by its name. */
  readonly networkSlot?: Fact;
  /** The same for `depends_on`. */
  readonly dependsSlot?: Fact;
  /** `no` where nothing is written. */
  readonly restart: string;
  /** Files come from the `configs` section. */
  readonly hasConfigs: boolean;
  /** Every name that reaches it. */
  readonly hosts: readonly string[];
  /** Names that it knows besides those of the network. */
  readonly extraHosts: readonly string[];
  readonly mounts: readonly MountFact[];
  readonly profiles: readonly string[];
  /** Every `${NAME}`, and names under `environment` that are given on without a value. */
  readonly variables: readonly VariableFact[];
  readonly extends?: { readonly service: string; readonly file?: Fact };
}

export interface ComposeFacts {
  readonly services: readonly ServiceFact[];
  readonly includes: readonly Fact[];
  /** Networks that are declared, and may be joined by containers of other projects. */
  readonly externalNetworks: readonly string[];
  /** Every network that services may name. */
  readonly networks: readonly string[];
}

/** Stands in a slot for the name that is put there. */
export const SLOT = 'a-name-of-nothing';

/** What the other files of a stack may know of a compose file. */
export const composeStackFacts = remembered((model: ComposeModel): Known<ComposeFacts> => {
  const book = factBook();
  const services = model.services.map((service) => serviceFact(service, book));
  const includes = model.parts.filter(({ section, key }) => section === undefined && textOf(key) === 'include').flatMap((part) => includesIn(part.value, part.start, book));
  const externalNetworks = model.resources.networks.filter(({ value }) => child(value, 'external') !== undefined).map(({ name }) => name);
  const networks = model.resources.networks.map(({ name }) => name);
  return book.known({ services, includes, externalNetworks, networks });
});

function includesIn(value: Node | undefined, start: number, book: Book): Fact[] {
  if (value?.kind !== 'sequence') return [];
  const scalars = value.items.flatMap((item) => (item.kind === 'scalar' ? [item] : scalarsUnder(item, 'path')));
  return scalars.map(({ raw }) => book.fact(raw.text, shift(raw.span, start)));
}

function serviceFact(service: Service, book: Book): ServiceFact {
  const { node, start } = service;
  const at = (word: Word): Fact => book.fact(word.text, shift(word.span, start));
  const scalar = (it: Scalar): Fact => book.fact(textOf(it), shift(it.raw.span, start));
  const under = (key: string): Fact[] => scalarsUnder(node, key).map(scalar);
  const image = scalarAt(node, 'image');
  const build = buildFact(service, at);
  const mode = scalarAt(node, 'network_mode');
  const networkMode = textOf(mode);
  const networks = referencesUnder(node, 'networks');
  const aliases = networks.flatMap(({ settings }) => scalarsUnder(settings, 'aliases').map(textOf));
  const from = extendedBy(service);
  const slot = (name: 'networkSlot' | 'dependsSlot', key: string): { readonly [K in 'networkSlot' | 'dependsSlot']?: Fact } => {
    const edit = addItem(service, child(node, key), SLOT);
    return edit ? { [name]: at({ text: edit.text, span: edit.span }) } : {};
  };
  // A `hostname` is known inside the container only.
  const hosts = [service.name, textOf(child(node, 'container_name')), ...aliases].filter((name) => name !== '');
  return {
    name: at({ text: service.name, span: service.key.raw.span }),
    ...(image && { image: scalar(image) }),
    ...(build && { build }),
    ports: portsOf(service).map(({ target, published, protocol, address }) => ({
      container: at(target),
      ...(published && { host: at(published) }),
      protocol,
      address: address?.text ?? '',
    })),
    tagged: node?.entries.flatMap(({ key, value }) => (value?.kind !== 'alias' && value?.tag ? [textOf(key)] : [])) ?? [],
    exposed: under('expose'),
    environment: settings(variablesUnder(node), at),
    envFiles: envFilesOf(node).map(({ word }) => at(word)),
    rawEnvFiles: envFilesOf(node).flatMap(({ word, isRaw }) => (isRaw ? [word.text] : [])),
    command: [...under('entrypoint'), ...under('command')],
    replacesCommand: child(node, 'command') !== undefined || child(node, 'entrypoint') !== undefined,
    workdir: textOf(child(node, 'working_dir')),
    healthcheck: scalarsUnder(child(node, 'healthcheck'), 'test').map(scalar),
    dependsOn: referencesUnder(node, 'depends_on').map((it) => ({ name: at(it), condition: textOf(child(it.settings, 'condition')) || 'service_started' })),
    networks: networkMode !== '' ? [] : networks.length > 0 ? networks.map(({ text }) => text) : ['default'],
    networkMode,
    ...(mode && { mode: scalar(mode) }),
    ...slot('networkSlot', 'networks'),
    ...slot('dependsSlot', 'depends_on'),
    restart: textOf(child(node, 'restart')) || 'no',
    hasConfigs: child(node, 'configs') !== undefined,
    hosts: [...new Set(hosts)],
    extraHosts: [...hostNames(node, 'extra_hosts'), ...hostNames(node, 'links'), ...hostNames(node, 'external_links')],
    mounts: mountsOf(service).flatMap(({ type, source, target }) => (source && target ? [{ type, source: at(source), target: at(target) }] : [])),
    profiles: profilesOf(service),
    variables: [...variablesIn(node, at), ...variablesUnder(node).flatMap(({ name, value }) => (value ? [] : [{ name: at(name), isNeeded: false }]))],
    ...(from && { extends: { service: from.service.text, ...(from.file && { file: at(from.file) }) } }),
  };
}

/** The names that `extra_hosts` and links bring, in either syntax. */
function hostNames(node: Node | undefined, key: string): string[] {
  const value = child(node, key);
  if (value?.kind === 'mapping') return value.entries.map((entry) => textOf(entry.key));
  return scalarsUnder(node, key).flatMap((it) => textOf(it).split(/[:=]/));
}

function buildFact(service: Service, at: (word: Word) => Fact): BuildFact | undefined {
  const build = buildOf(service);
  if (!build) return undefined;
  const { context, settings: own } = build;
  const dockerfile = scalarAt(own, 'dockerfile');
  const target = scalarAt(own, 'target');
  // Without a context Compose takes the project's folder; the section's first key shows where to write one.
  const nowhere: Span = own?.entries[0]?.key.span ?? service.key.span;
  const contexts = child(own, 'additional_contexts');
  return {
    context: context ? at(context.raw) : at({ text: '.', span: nowhere }),
    ...(dockerfile && { dockerfile: at(dockerfile.raw) }),
    isInline: child(own, 'dockerfile_inline') !== undefined,
    ...(target && { target: at(target.raw) }),
    args: settings(variablesUnder(own, 'args'), at),
    contexts: contexts?.kind === 'mapping' ? contexts.entries.map(({ key }) => textOf(key)) : scalarsUnder(own, 'additional_contexts').map((it) => textOf(it).split('=')[0] ?? ''),
  };
}

/** A text with escapes is longer in the file than what it says; then its pieces stand nowhere in particular. */
const settings = (variables: ReturnType<typeof variablesUnder>, at: (word: Word) => Fact): SettingFact[] =>
  variables.map(({ name, value }) => ({ name: at(name), value: at(value ?? { text: '', span: { start: name.span.end, end: name.span.end } }) }));

function variablesIn(node: Node | undefined, at: (word: Word) => Fact): VariableFact[] {
  if (node?.kind === 'mapping') return node.entries.flatMap(({ value }) => variablesIn(value, at));
  if (node?.kind === 'sequence') return node.items.flatMap((item) => variablesIn(item, at));
  if (node?.kind !== 'scalar' || !node.raw.text.includes('$')) return [];
  return interpolations(node.raw).flatMap(({ name, operator, span }) =>
    name === '' ? [] : [{ name: at({ text: name, span }), isNeeded: operator === undefined || operator.includes('?') }],
  );
}
