import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Room } from '../src/generated/topics.ts';
import type { Lessons } from '../src/service/lesson.ts';
import { serve } from './connection.ts';
import type { LessonsParams, LessonsResult } from './protocol.ts';
import { once } from './rooms.ts';

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

// A worker has no files beside it and may not fetch where it likes: the client reads the lessons for it.
async function load(room: Room): Promise<Lessons> {
  const params: LessonsParams = { room };
  return JSON.parse((await connection.sendRequest<LessonsResult>('docker-giljabi/lessons', params)).text);
}

serve(connection, { readFile: async () => undefined, statFile: async () => undefined, listFolder: async () => undefined, loadLessons: once(load) });
