import { extendedBy } from '../compose/extends.ts';
import { type ComposeModel, isSection, modelOf } from '../compose/model.ts';
import { parse } from '../compose/parse.ts';
import { filesOf, misnamed } from '../compose/references.ts';
import type { FileKind, Files } from '../core/files.ts';
import type { ProjectView } from '../core/project-view.ts';
import { parse as parseDotenv } from '../dotenv/parse.ts';
import { valuesOf } from '../dotenv/values.ts';
import { DEFAULTS, OVERRIDES } from './effective/discover.ts';
import { takesEnvFile } from './git-ignore.ts';
import { meantPath } from './meant-paths.ts';
import { nodeModulesIn } from './node-modules.ts';
import { folderOf, nameOf, resolvePath } from './paths.ts';
import { viewOf } from './view.ts';

/** Nobody includes or extends deeper; a circle ends here too. */
const DEPTH = 8;

/** A project as far as one of its compose files needs to know it. */
export interface Project {
  readonly view: ProjectView;
  /** Every file that was looked at: when one of them changes, the answer may. */
  readonly files: ReadonlySet<string>;
  /** Those of them whose text was read. */
  readonly read: ReadonlySet<string>;
}

/** Reads what a compose file points at, and the files that Compose merges with it. Missing files are facts, not errors. */
export async function loadProject(uri: string, model: ComposeModel, files: Files): Promise<Project> {
  const folder = folderOf(uri);
  const seen = new Set<string>();
  const texts = new Set<string>();
  const read = (place: string) => {
    seen.add(place);
    texts.add(place);
    return files.read(place);
  };
  const names = new Map<string, Set<string>>();
  const kinds = new Map<string, FileKind | undefined>();
  const meant = new Map<string, string>();
  const envFiles = new Map<string, ReadonlyMap<string, string>>();
  const extended = new Map<string, ReturnType<ProjectView['extended']>>();

  for (const { kind, text, from } of filesOf(model)) {
    const base = from === undefined ? folder : asFolder(resolvePath(folder, from));
    const place = base === undefined ? undefined : resolvePath(base, text);
    const key = from === undefined ? text : dockerfileKey(from, text);
    if (place === undefined || kinds.has(key)) continue;
    seen.add(place);
    kinds.set(key, await files.stat(place));
    if (base !== undefined && (kind === 'context' || kind === 'dockerfile' || kind === 'bind') && kinds.get(key) === 'missing') {
      const right = await meantPath(base, text, kind, files, seen);
      if (right !== undefined) meant.set(key, right);
      // A Dockerfile that an editor has given an ending is as good as missing.
      else if (kind === 'dockerfile' && from !== undefined) await lookForNames(base, from, text);
    }
    if (kind === 'env_file' && kinds.get(key) === 'file') {
      const content = await read(place);
      if (content !== undefined) envFiles.set(text, new Map([...valuesOf(parseDotenv(content)).held].map(([name, { value }]) => [name, value])));
    }
    if (kind === 'include') await include(place, DEPTH);
  }
  for (const service of model.services) {
    const target = extendedBy(service);
    if (!target?.file) continue;
    const place = resolvePath(folder, target.file.text);
    if (place !== undefined) extended.set(`${target.file.text}\n${target.service.text}`, await follow(place, target.service.text, DEPTH));
  }
  const siblings = await siblingsOf();
  const dotenv: { name: string; text: string }[] = [];
  for (const name of ['.env', '.env.example']) {
    const content = dotenv.length === 0 ? await read(folder + name) : undefined;
    if (content !== undefined) dotenv.push({ name, text: content });
  }
  // Every file that these look at is one that a change of may matter.
  const watched: Files = {
    read,
    stat: (place) => {
      seen.add(place);
      return files.stat(place);
    },
    list: (place) => {
      seen.add(place);
      return files.list(place);
    },
  };
  const envFileIsTracked = dotenv[0]?.name === '.env' && (await takesEnvFile(folder, watched));
  const nodeModules = await nodeModulesIn(model, folder, watched);
  const view: ProjectView = {
    ...viewOf(dotenv),
    kindAt: (path) => kinds.get(path),
    meantBy: (path) => meant.get(path),
    envFile: (path) => envFiles.get(path),
    extended: (path, service) => extended.get(`${path}\n${service}`),
    namesIn: (section) => names.get(section) ?? new Set(),
    envFileIsTracked,
    nodeModulesOf: (service) => nodeModules.get(service),
    partial: siblings,
  };
  return { view, files: seen, read: texts };

  async function lookForNames(base: string, from: string, text: string): Promise<void> {
    for (const name of misnamed(text)) {
      const place = resolvePath(base, name);
      if (place === undefined) continue;
      seen.add(place);
      kinds.set(dockerfileKey(from, name), await files.stat(place));
    }
  }

  async function include(place: string, depth: number): Promise<void> {
    const content = depth > 0 ? await read(place) : undefined;
    if (content === undefined) return;
    const other = modelOf(parse(content));
    addNames(other);
    for (const { kind, text } of filesOf(other)) {
      const next = kind === 'include' ? resolvePath(folderOf(place), text) : undefined;
      if (next !== undefined && !seen.has(next)) await include(next, depth - 1);
    }
  }

  function addNames(other: ComposeModel): void {
    for (const { section, key } of other.parts) {
      if (section === undefined || !isSection(section)) continue;
      const known = names.get(section) ?? new Set();
      known.add(key.raw.text);
      names.set(section, known);
    }
  }

  async function follow(place: string, service: string, depth: number): Promise<ReturnType<ProjectView['extended']>> {
    const kind = await files.stat(place);
    seen.add(place);
    if (kind === 'missing') return { found: 'no-file', keys: new Set() };
    const content = kind === 'file' ? await read(place) : undefined;
    if (content === undefined) return undefined;
    const found = modelOf(parse(content)).services.find(({ name }) => name === service);
    if (!found) return { found: 'no-service', keys: new Set() };
    const keys = new Set(found.node?.entries.map(({ key }) => key.raw.text));
    const next = extendedBy(found);
    if (next && depth > 0) {
      const file = next.file ? resolvePath(folderOf(place), next.file.text) : place;
      const above = file === undefined ? undefined : await follow(file, next.service.text, depth - 1);
      for (const key of above?.keys ?? []) keys.add(key);
    }
    return { found: 'service', keys };
  }

  /** The default file and its override are one project; another file beside a default one may be merged with it. */
  async function siblingsOf(): Promise<boolean> {
    const name = nameOf(uri);
    const override = /^(?:docker-)?compose\.override\.ya?ml$/i.test(name);
    for (const other of DEFAULTS.includes(name) ? OVERRIDES : DEFAULTS) {
      const content = await read(folder + other);
      if (content === undefined) continue;
      addNames(modelOf(parse(content)));
      break;
    }
    return override;
  }
}

const asFolder = (uri: string | undefined) => (uri === undefined ? undefined : `${uri}/`);

/** Under this path `kindAt` answers for the Dockerfile of a build context. */
export const dockerfileKey = (context: string, dockerfile: string): string => `${context.replace(/\/+$/, '')}/${dockerfile}`;
