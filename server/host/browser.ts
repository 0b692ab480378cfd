import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { lessonTexts } from '../src/generated/lessons.ts';
import { serve } from './connection.ts';

// A worker has no files beside it: the lessons are part of the bundle, as text until a room is asked for.
serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  readFile: async () => undefined,
  loadLessons: async (room) => JSON.parse(lessonTexts[room]),
});
