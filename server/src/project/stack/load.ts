import type { BuildFact, ComposeFacts, ServiceFact } from '../../compose/stack-facts.ts';
import type { Known } from '../../core/fact.ts';
import type { FileKind, Files } from '../../core/files.ts';
import type { DockerfileFacts, StageFact } from '../../dockerfile/stack-facts.ts';
import { folderOf, nameOf, resolvePath } from '../paths.ts';
import { nginxFilesOf, type Reader, settingsFilesOf, strayNginxFiles } from './belongings.ts';
import { sourcesOf } from './copies.ts';
import { isPlainNginx } from './nginx-image.ts';
import { programsIn } from './programs.ts';
import type { FactsByKind, StackKind } from './read.ts';
import type { NodeFolder, Stack, StackBuild, StackFile, StackService } from './stack.ts';

/** What is known of a file, kept by whoever asks as long as its text stays. */
export type Know = <K extends StackKind>(kind: K, uri: string) => Promise<Known<FactsByKind[K]> | undefined>;

/** A stack with what it was made from: where nothing of that has changed, neither has the stack. */
export interface LoadedStack {
  readonly stack: Stack;
  /** By address, of each file that is part of it. */
  readonly known: ReadonlyMap<string, Known<unknown>>;
  /** Every address that was asked for, whether or not something stands there. */
  readonly looked: ReadonlySet<string>;
  /** One by one the same for two loadings from which the same is known. */
  readonly keys: readonly string[];
}

/** Nobody includes deeper; a circle ends here too. */
const DEPTH = 8;

/** Brings together the files of the stack that begins with a compose file; nothing where there is no such file. */
export const loadStack = (uri: string, files: Files, know: Know): Promise<LoadedStack | undefined> => load(uri, 'compose', files, know);

/**
 * A Dockerfile that no compose file names, with what lies in its folder. Nothing where that folder may not be the build's context:
 * neither an ignore list nor a file that it copies is there.
 */
export const loadLoneBuild = (uri: string, files: Files, know: Know): Promise<LoadedStack | undefined> => load(uri, 'dockerfile', files, know);

async function load(uri: string, begins: 'compose' | 'dockerfile', files: Files, know: Know): Promise<LoadedStack | undefined> {
  const known = new Map<string, Known<unknown>>();
  const looked = new Set<string>();
  const kinds = new Map<string, FileKind | undefined>();
  const names: string[] = [];

  const fileOf = async <K extends StackKind>(kind: K, place: string): Promise<StackFile<FactsByKind[K]> | undefined> => {
    looked.add(place);
    const it = await know(kind, place);
    if (!it) return undefined;
    known.set(place, it);
    return { uri: place, facts: it.facts };
  };
  const look = async (place: string): Promise<FileKind | undefined> => {
    looked.add(place);
    if (!kinds.has(place)) kinds.set(place, await files.stat(place));
    return kinds.get(place);
  };

  const reader: Reader = {
    look,
    list: async (place) => {
      looked.add(place);
      return (await files.list(place)) ?? [];
    },
  };
  const compose: StackFile<ComposeFacts>[] = [];
  const services = begins === 'compose' ? await servicesOf() : await loneService();
  if (services.length === 0 && compose.length === 0) return undefined;
  const [dotenv, example] = compose.length === 0 ? [] : await Promise.all(['.env', '.env.example'].map((name) => fileOf('dotenv', folderOf(uri) + name)));
  const stack: Stack = { uri, compose, services, ...(dotenv && { dotenv }), ...(example && { example }), kindAt: (place) => kinds.get(place) };
  // Which file is read first is chance.
  const keys = [names.sort(), [...known].map(([place, { key }]) => `${place} ${key}`).sort(), [...kinds].map(([place, kind]) => `${place} ${kind ?? ''}`).sort()].flat();
  return { stack, known, looked, keys };

  async function servicesOf(): Promise<StackService[]> {
    await include(uri, DEPTH);
    const override = /^(?:docker-)?compose\.ya?ml$/i.test(nameOf(uri))
      ? await firstOf(
          'compose',
          ['yaml', 'yml'].map((ending) => uri.replace(/\.ya?ml$/i, `.override.${ending}`)),
        )
      : undefined;
    if (override) compose.push(override);
    return Promise.all([...mergedServices(compose)].map(([name, parts]) => serviceOf(name, parts)));
  }

  async function loneService(): Promise<StackService[]> {
    const nowhere = (text: string) => ({ text, id: -1 });
    const build = await buildOf(uri, { context: nowhere('.'), dockerfile: nowhere(nameOf(uri)), isInline: false, args: [], contexts: [] });
    if (!build?.dockerfile || !(build.ignore || takesAFile(build))) return [];
    return [{ name: '', parts: [], nginx: await filesOf('nginx', await nginxFilesOf([], build, reader)), strayNginx: [], envFiles: [], build }];
  }

  async function include(place: string, depth: number): Promise<void> {
    if (depth === 0 || compose.some((it) => it.uri === place)) return;
    const file = await fileOf('compose', place);
    if (!file) return;
    compose.push(file);
    for (const { text } of file.facts.includes) {
      const next = resolvePath(folderOf(place), text);
      if (next) await include(next, depth - 1);
    }
  }

  async function firstOf<K extends StackKind>(kind: K, places: readonly string[]): Promise<StackFile<FactsByKind[K]> | undefined> {
    for (const place of places) {
      const file = await fileOf(kind, place);
      if (file) return file;
    }
    return undefined;
  }

  async function serviceOf(name: string, parts: readonly StackFile<ServiceFact>[]): Promise<StackService> {
    const own = parts.findLast(({ facts }) => facts.build);
    const build = own?.facts.build && (await buildOf(own.uri, own.facts.build));
    const nginx = await filesOf('nginx', await nginxFilesOf(parts, build, reader));
    const stray = nginx.length === 0 && isPlainNginx(parts, build) ? await filesOf('nginx', await strayNginxFiles(folderOf(uri), build, reader)) : [];
    const envFiles = await filesOf(
      'dotenv',
      parts.flatMap(({ uri: from, facts }) => facts.envFiles.flatMap(({ text }) => resolvePath(folderOf(from), text) ?? [])),
    );
    const mounted = own ? undefined : await mountedIn(parts);
    return { name, parts, nginx, strayNginx: stray.filter(({ facts }) => facts.servers.length > 0), envFiles, ...(build && { build }), ...(mounted && { mounted }) };
  }

  async function mountedIn(parts: readonly StackFile<ServiceFact>[]): Promise<NodeFolder | undefined> {
    const workdir = parts.findLast(({ facts }) => facts.workdir !== '')?.facts.workdir.replace(/\/+$/, '');
    for (const { uri: from, facts } of parts) {
      const source = facts.mounts.find(({ type, target }) => type === 'bind' && target.text.replace(/\/+$/, '') === workdir)?.source.text;
      const place = source === undefined ? undefined : resolvePath(folderOf(from), source);
      if (place !== undefined) return nodeFolder(`${place.replace(/\/$/, '')}/`);
    }
    return undefined;
  }

  async function nodeFolder(folder: string): Promise<NodeFolder> {
    const entries = new Set((await reader.list(folder)).map(({ name }) => name));
    for (const name of entries) names.push(folder + name);
    const packageFile = await filesOf('package', entriesOf(folder, entries, /^package\.json$/));
    return { entries, ...(packageFile[0] && { package: packageFile[0] }), web: await filesOf('web', entriesOf(folder, entries, /^(?:next|vite)\.config\.[cm]?[jt]s$/)) };
  }

  async function filesOf<K extends StackKind>(kind: K, places: readonly string[]): Promise<StackFile<FactsByKind[K]>[]> {
    const found = await Promise.all(places.map((place) => fileOf(kind, place)));
    return found.filter((it) => it !== undefined);
  }

  async function buildOf(from: string, build: BuildFact): Promise<StackBuild | undefined> {
    const place = resolvePath(folderOf(from), build.context.text);
    if (place === undefined) return undefined;
    const context = `${place.replace(/\/$/, '')}/`;
    await look(context);
    const at = resolvePath(context, build.dockerfile?.text ?? 'Dockerfile');
    const dockerfile = at === undefined || build.isInline ? undefined : await fileOf('dockerfile', at);
    if (at !== undefined && !build.isInline) await look(at);
    const node = await nodeFolder(context);
    const { entries } = node;
    const [gradle, pom, settings] = await Promise.all([
      filesOf('gradle', entriesOf(context, entries, /^build\.gradle(?:\.kts)?$/)),
      filesOf('pom', entriesOf(context, entries, /^pom\.xml$/)),
      entries.has('src') ? settingsFilesOf(context, reader).then((places) => filesOf('settings', places)) : [],
    ]);
    const ignore = dockerfile && (await firstOf('dockerignore', [`${dockerfile.uri}.dockerignore`, `${context}.dockerignore`]));
    const copies = dockerfile?.facts.stages.flatMap((stage) => stage.copies) ?? [];
    const sources = await sourcesOf(context, copies, ignore, dockerfile?.uri ?? '', reader);
    for (const [{ id }, { state, near }] of sources) names.push(`${context} ${id} ${state} ${near}`);
    const stages = dockerfile ? stagesOf(dockerfile.facts, build.target?.text) : [];
    const named = programsIn(stages, dockerfile?.facts.stages ?? [], entries);
    const scripts = await Promise.all(named.map(({ path }) => fileOf('script', resolvePath(context, path) ?? context)));
    return {
      context,
      at: { uri: from, fact: build.context },
      stages,
      programs: named.flatMap(({ path: _, ...it }, i) => (scripts[i] ? [{ ...it, script: scripts[i] }] : [])),
      ...node,
      sources,
      settings,
      ...(dockerfile && { dockerfile }),
      ...(ignore && { ignore }),
      ...(gradle[0] && { gradle: gradle[0] }),
      ...(pom[0] && { pom: pom[0] }),
    };
  }
}

const takesAFile = ({ dockerfile, sources }: StackBuild): boolean =>
  dockerfile?.facts.stages.some(({ copies }) => copies.some((copy) => copy.sources.some((it) => !/^[./]*$|[*?[$]/.test(it.text) && !sources.has(it)))) === true;

const entriesOf = (folder: string, entries: ReadonlySet<string>, pattern: RegExp): string[] =>
  [...entries].filter((name) => pattern.test(name)).map((name) => folder + encodeURIComponent(name));

/** The parts of every service by name, in the order in which Compose lays them over each other; an extended service of the same file first. */
function mergedServices(compose: readonly StackFile<ComposeFacts>[]): ReadonlyMap<string, readonly StackFile<ServiceFact>[]> {
  const merged = new Map<string, StackFile<ServiceFact>[]>();
  for (const { uri, facts } of compose) {
    for (const service of facts.services) {
      const base = service.extends && !service.extends.file ? facts.services.find(({ name }) => name.text === service.extends?.service) : undefined;
      const parts = merged.get(service.name.text) ?? [];
      if (base && base !== service) parts.push({ uri, facts: base });
      parts.push({ uri, facts: service });
      merged.set(service.name.text, parts);
    }
  }
  return merged;
}

/** The stages that end up in an image, from its base on: the target or the last one, and those it is built on. */
export function stagesOf({ stages }: DockerfileFacts, target: string | undefined): StageFact[] {
  const chain: StageFact[] = [];
  let stage =
    target === undefined ? stages.at(-1) : (stages.find(({ name }) => name.toLowerCase() === target.toLowerCase()) ?? (/^\d+$/.test(target) ? stages[Number(target)] : undefined));
  while (stage && !chain.includes(stage)) {
    chain.unshift(stage);
    stage = stage.parent === undefined ? undefined : stages[stage.parent];
  }
  return chain;
}
