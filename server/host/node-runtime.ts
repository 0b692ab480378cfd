import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FolderEntry } from '../src/core/files.ts';
import type { Lessons } from '../src/service/lesson.ts';
import { once } from './rooms.ts';
import type { Runtime } from './world.ts';

/** Nobody keeps variables in a larger file; a larger one is a mistake or a trap. */
const LIMIT = 1024 * 1024;

const inOrder = (entries: FolderEntry[]) => entries.sort((a, b) => (a.name < b.name ? -1 : 1));

/** Node's file system, and the lessons that lie beside the bundle in `folder`. */
export function nodeRuntime(folder: string): Runtime {
  return {
    pid: process.pid,
    async readFile(uri) {
      if (!uri.startsWith('file:')) return undefined;
      const file = fileURLToPath(uri);
      const found = await stat(file).catch(() => undefined);
      return found?.isFile() && found.size <= LIMIT ? readFile(file, 'utf8') : undefined;
    },
    async statFile(uri) {
      if (!uri.startsWith('file:')) return undefined;
      try {
        const found = await stat(fileURLToPath(uri));
        return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : undefined;
      } catch (error) {
        return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR') ? 'missing' : undefined;
      }
    },
    async listFolder(uri) {
      if (!uri.startsWith('file:')) return undefined;
      const entries = await readdir(fileURLToPath(uri), { withFileTypes: true }).catch(() => undefined);
      return (
        entries && inOrder(entries.flatMap((it): FolderEntry[] => (it.isDirectory() ? [{ name: it.name, kind: 'folder' }] : it.isFile() ? [{ name: it.name, kind: 'file' }] : [])))
      );
    },
    loadLessons: once(async (room): Promise<Lessons> => JSON.parse(await readFile(path.join(folder, 'lessons', `${room}.json`), 'utf8'))),
  };
}
