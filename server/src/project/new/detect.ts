import type { Files } from '../../core/files.ts';
import { detectJava } from './detect-java.ts';
import { detectNode } from './detect-node.ts';
import type { Found, FoundExpress, FoundFrontend, FoundSpring } from './found.ts';

/** Folders in which nobody's own project lies. */
const SKIPPED = /^(?:node_modules|build|target|dist|out|vendor|docs?|tests?|nginx|\..*)$/;

/** So many folders are looked into. */
const MOST = 40;

/** The order in which Compose takes them. */
const COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

/** What a folder of the project holds. */
export interface Folder {
  /** Seen from the root, with a slash behind it; empty for the root. */
  readonly path: string;
  readonly names: ReadonlySet<string>;
  read(name: string): Promise<string | undefined>;
}

/** The frontend, the backend and the compose file that lie in a folder or up to two folders below. `root` ends with a slash. */
export async function detect(root: string, files: Files): Promise<Found> {
  let frontend: FoundFrontend | undefined;
  let backend: FoundSpring | FoundExpress | undefined;
  const folders = await foldersIn(root, files);
  for (const folder of folders) {
    const node = folder.names.has('package.json') ? await detectNode(folder) : undefined;
    if (node?.kind === 'express') backend ??= node;
    else if (node) frontend ??= node;
    const java = await detectJava(folder);
    // A build in Java is somebody's backend for sure; Express is often but a server for development.
    if (java && backend?.kind !== 'spring-gradle' && backend?.kind !== 'spring-maven') backend = java;
  }
  const names = folders[0]?.names ?? new Set();
  const compose = COMPOSE_FILES.find((name) => names.has(name));
  return { ...(frontend && { frontend }), ...(backend && { backend }), ...(compose !== undefined && { compose }), texts: new Map() };
}

async function foldersIn(root: string, files: Files): Promise<Folder[]> {
  const found: Folder[] = [];
  let level = [''];
  for (let depth = 0; depth < 3; depth++) {
    const below: string[] = [];
    for (const path of level) {
      if (found.length >= MOST) return found;
      const entries = (await files.list(root + encoded(path))) ?? [];
      found.push({ path, names: new Set(entries.map(({ name }) => name)), read: (name) => files.read(root + encoded(path + name)) });
      for (const { name, kind } of entries) if (kind === 'folder' && !SKIPPED.test(name)) below.push(`${path}${name}/`);
    }
    level = below;
  }
  return found;
}

/** A path as part of an address. */
export const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
