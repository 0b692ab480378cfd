import { Uri } from 'vscode';

/** Files in memory, under the lessons' scheme: the pages and previews of a new project. */
export interface Pages {
  /** A folder that nobody has used. */
  next(): string;
  put(path: string, text: string): Uri;
  /** By the path of its address. */
  bytes(path: string): Uint8Array | undefined;
}

export function madePages(scheme: string): Pages {
  const made = new Map<string, Uint8Array>();
  let folders = 0;
  return {
    next: () => `new-${++folders}`,
    put(path, text) {
      made.set(`/${path}`, new TextEncoder().encode(text));
      return Uri.from({ scheme, path: `/${path}` });
    },
    bytes: (path) => made.get(path),
  };
}
