import type { Connection } from 'vscode-languageserver';
import type { Files, FolderEntry } from '../src/core/files.ts';
import type { LoadLessons } from '../src/service/lesson.ts';
import type { FileKind, World } from '../src/service/service.ts';
import type { ListParams, ListResult, ReadParams, ReadResult, StatParams, StatResult } from './protocol.ts';

/** What a runtime brings: reading a file of its own file system, and the lessons that were shipped with it. */
export interface Runtime {
  readFile(uri: string): Promise<string | undefined>;
  statFile(uri: string): Promise<FileKind | undefined>;
  listFolder(uri: string): Promise<readonly FolderEntry[] | undefined>;
  readonly loadLessons: LoadLessons;
  /** Process id; absent in a worker. */
  readonly pid?: number;
}

/** A runtime's own file system, all of it. */
export const filesOf = (runtime: Runtime): Files => ({ read: (at) => runtime.readFile(at), stat: (at) => runtime.statFile(at), list: (at) => runtime.listFolder(at) });

/** The world seen through one connection: files only inside the folders the editor has open. */
export function worldOf(connection: Connection, runtime: Runtime, roots: () => readonly string[], clientReads: () => boolean): World {
  const isInside = (uri: string) => !uri.includes('/../') && roots().some((root) => uri.startsWith(root.endsWith('/') ? root : `${root}/`));
  const guarded = async <T>(uri: string, answer: () => Promise<T | undefined>): Promise<T | undefined> => {
    if (!isInside(uri)) return undefined;
    try {
      return await answer();
    } catch (error) {
      connection.console.warn(`cannot read ${uri}: ${String(error)}`);
      return undefined;
    }
  };
  return {
    read: (uri) =>
      guarded(uri, async () => {
        if (!clientReads()) return runtime.readFile(uri);
        const params: ReadParams = { uri };
        return (await connection.sendRequest<ReadResult>('docker-giljabi/read', params))?.text;
      }),
    stat: (uri) =>
      guarded(uri, async () => {
        if (!clientReads()) return runtime.statFile(uri);
        const params: StatParams = { uri };
        return (await connection.sendRequest<StatResult>('docker-giljabi/stat', params))?.kind;
      }),
    list: (uri) =>
      guarded(uri, async () => {
        if (!clientReads()) return runtime.listFolder(uri);
        const params: ListParams = { uri };
        return (await connection.sendRequest<ListResult>('docker-giljabi/list', params))?.entries;
      }),
    loadLessons: runtime.loadLessons,
  };
}
