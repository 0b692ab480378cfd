import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { World } from '../../server/src/service/service.ts';

const lessons = path.resolve(import.meta.dirname, '../../server/src/generated/lessons');

/** A place with these files, by their addresses; nothing is known of others. */
export const worldOf = (files: Readonly<Record<string, string>> = {}): World => ({
  read: async (uri) => files[uri],
  stat: async (uri) => (files[uri] === undefined ? undefined : 'file'),
  list: async () => undefined,
  loadLessons: async (room) => JSON.parse(readFileSync(path.join(lessons, `${room}.json`), 'utf8')),
});
