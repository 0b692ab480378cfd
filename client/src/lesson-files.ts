import { Disposable, EventEmitter, type FileChangeEvent, FileSystemError, type FileSystemProvider, FileType, type Uri } from 'vscode';

/** Lessons are files of this scheme, so that the Markdown preview shows them and follows the links between them. */
export const SCHEME = 'docker-giljabi';

/**
 * A read-only file system whose files are the pages of the lessons, `docker-giljabi:/concept/image.md`; with a query, pages about what it says;
 * and what `made` knows by its path.
 */
export function lessonFiles(pageOf: (topic: string, query: string) => Promise<string | undefined>, made: (path: string) => Uint8Array | undefined): FileSystemProvider {
  const pages = new Map<string, Promise<Uint8Array | undefined>>();
  const changes = new EventEmitter<FileChangeEvent[]>();

  async function contents(uri: Uri): Promise<Uint8Array> {
    const own = made(uri.path);
    if (own) return own;
    const topic = /^\/(.+)\.md$/.exec(uri.path)?.[1];
    if (!topic) throw FileSystemError.FileNotFound(uri);
    const key = `${topic}?${uri.query}`;
    const page = pages.get(key) ?? pageOf(topic, uri.query).then((text) => (text === undefined ? undefined : new TextEncoder().encode(text)));
    pages.set(key, page);
    const bytes = await page.catch(() => undefined);
    if (bytes) return bytes;
    // Asked again, a server that has come back may know it.
    pages.delete(key);
    throw FileSystemError.FileNotFound(uri);
  }

  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };

  return {
    onDidChangeFile: changes.event,
    watch: () => new Disposable(() => {}),
    stat: async (uri) => ({ type: FileType.File, ctime: 0, mtime: 0, size: (await contents(uri)).length }),
    readFile: contents,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}
