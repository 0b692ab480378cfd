import type { ServiceFact } from '../../compose/stack-facts.ts';
import type { FileKind, FolderEntry } from '../../core/files.ts';
import { isSettingsName, profileOf } from '../../settings/index.ts';
import { folderOf, nameOf, resolvePath } from '../paths.ts';
import type { StackBuild, StackFile } from './stack.ts';

/** How a stack looks at folders while it is brought together. */
export interface Reader {
  look(place: string): Promise<FileKind | undefined>;
  list(place: string): Promise<readonly FolderEntry[]>;
}

/** So many configuration files of one folder are read. */
const MOST = 20;

const isConfiguration = (name: string): boolean => /\.conf(?:\.template)?$/.test(name);

/** The addresses of the nginx configuration that a service gets: mounted or copied to `/etc/nginx`. */
export async function nginxFilesOf(parts: readonly StackFile<ServiceFact>[], build: StackBuild | undefined, reader: Reader): Promise<string[]> {
  const places: string[] = [];
  for (const { uri, facts } of parts) {
    for (const { type, source, target } of facts.mounts) {
      const place = type === 'bind' && target.text.startsWith('/etc/nginx') ? resolvePath(folderOf(uri), source.text) : undefined;
      if (place) places.push(place);
    }
  }
  for (const { copies } of build?.stages ?? []) {
    for (const { sources, destination } of copies) {
      if (!destination.startsWith('/etc/nginx')) continue;
      for (const { text } of sources) {
        const place = build && resolvePath(build.context, text.replace(/^\//, '').replace(/\/?\*\.conf$/, '') || '.');
        if (place) places.push(place);
      }
    }
  }
  const found = new Set<string>();
  for (const place of places) for (const file of await configurationAt(place, reader)) found.add(file);
  return [...found];
}

/** nginx configuration beside a compose file, in a folder `nginx` there and in the build context. */
export async function strayNginxFiles(folder: string, build: StackBuild | undefined, reader: Reader): Promise<string[]> {
  const found = new Set<string>();
  for (const place of new Set([folder, `${folder}nginx/`, ...(build ? [build.context] : [])])) {
    const entries = (await reader.list(place)).filter(({ name, kind }) => kind === 'file' && name.endsWith('.conf'));
    for (const { name } of entries.slice(0, MOST)) found.add(place + encodeURIComponent(name));
  }
  return [...found];
}

async function configurationAt(place: string, reader: Reader): Promise<string[]> {
  const kind = await reader.look(place);
  if (kind === 'file') return isConfiguration(nameOf(place)) ? [place] : [];
  if (kind !== 'folder') return [];
  const folder = place.replace(/\/?$/, '/');
  const entries = await reader.list(folder);
  return entries
    .filter((it) => it.kind === 'file' && isConfiguration(it.name))
    .slice(0, MOST)
    .map(({ name }) => folder + encodeURIComponent(name));
}

/** The settings files of a Spring Boot application in a build context, in the order in which later ones count more. */
export async function settingsFilesOf(context: string, reader: Reader): Promise<string[]> {
  const found: string[] = [];
  for (const folder of [`${context}src/main/resources/`, `${context}src/main/resources/config/`]) {
    const entries = await reader.list(folder);
    const names = entries.filter(({ name, kind }) => kind === 'file' && isSettingsName(name)).map(({ name }) => name);
    // The file without a profile comes before those with one.
    names.sort((a, b) => (profileOf(a) ?? '').localeCompare(profileOf(b) ?? ''));
    found.push(...names.slice(0, MOST).map((name) => folder + encodeURIComponent(name)));
  }
  return found;
}
