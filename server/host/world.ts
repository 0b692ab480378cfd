import type { Connection } from 'vscode-languageserver';
import type { LoadLessons } from '../src/service/lesson.ts';
import type { World } from '../src/service/service.ts';
import type { ReadParams, ReadResult } from './protocol.ts';

/** What a runtime brings: reading a file of its own file system, and the lessons that were shipped with it. */
export interface Runtime {
  readFile(uri: string): Promise<string | undefined>;
  readonly loadLessons: LoadLessons;
  /** Process id; absent in a worker. */
  readonly pid?: number;
}

/** The world seen through one connection: files only inside the folders the editor has open. */
export function worldOf(connection: Connection, runtime: Runtime, roots: () => readonly string[], clientReads: () => boolean): World {
  return {
    async read(uri) {
      const inside = roots().some((root) => uri.startsWith(root.endsWith('/') ? root : `${root}/`));
      if (!inside || uri.includes('/../')) return undefined;
      try {
        if (!clientReads()) return await runtime.readFile(uri);
        const params: ReadParams = { uri };
        return (await connection.sendRequest<ReadResult>('docker-giljabi/read', params))?.text;
      } catch (error) {
        connection.console.warn(`cannot read ${uri}: ${String(error)}`);
        return undefined;
      }
    },
    loadLessons: runtime.loadLessons,
  };
}
