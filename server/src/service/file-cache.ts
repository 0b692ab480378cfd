import type { FileKind, Files, FolderEntry } from '../core/files.ts';

export { folderOf } from '../project/paths.ts';

/** Where nobody tells of changes, what was seen a moment ago still holds. */
const MOMENT_MS = 1000;

/** Files of whose text an editor tells that it was changed. */
export const WATCHED =
  '{*.yml,*.yaml,.env*,*.env,*Dockerfile*,*Containerfile*,*.dockerignore,*.conf,*.conf.template,*.properties,package.json,next.config.*,vite.config.*,*.gradle,*.gradle.kts,pom.xml,*.sh,gradlew,mvnw,.gitignore}';

const isWatched = (uri: string): boolean =>
  /(?:\.ya?ml|\.env|\.conf|\.conf\.template|\.dockerignore|\.properties|\.gradle|\.gradle\.kts|\.sh|\/\.env[^/]*|\/\.gitignore|\/package\.json|\/(?:gradlew|mvnw)|\/pom\.xml|\/(?:next|vite)\.config\.\w+|(?:Docker|Container)file[^/]*)$/.test(
    uri,
  );

/** Files that are looked at once until somebody says that they have changed. */
export interface CachedFiles extends Files {
  /** A file was changed, made or deleted. */
  forget(uri: string): void;
  /** The same as long as what was seen of files on disk still holds. */
  moment(): string;
  /** Whether the editor tells of changes; until then things are asked for again after a moment. */
  tellsOfChanges(yes: boolean): void;
}

interface Seen<Answer> {
  readonly answer: Promise<Answer>;
  readonly at: number;
}

export function cachedFiles(files: Files, now: () => number = Date.now): CachedFiles {
  const texts = new Map<string, Seen<string | undefined>>();
  const kinds = new Map<string, Seen<FileKind | undefined>>();
  const folders = new Map<string, Seen<readonly FolderEntry[] | undefined>>();
  let told = false;
  let changes = 0;

  function once<Answer>(seen: Map<string, Seen<Answer>>, uri: string, lasts: boolean, ask: () => Promise<Answer>): Promise<Answer> {
    const before = seen.get(uri);
    if (before && (lasts || now() - before.at < MOMENT_MS)) return before.answer;
    const answer = ask();
    seen.set(uri, { answer, at: now() });
    // What failed is asked for again.
    answer.catch(() => seen.delete(uri));
    return answer;
  }

  return {
    read: (uri) => once(texts, uri, told && isWatched(uri), () => files.read(uri)),
    stat: (uri) => once(kinds, uri, told, () => files.stat(uri)),
    list: (uri) => once(folders, uri, told, () => files.list(uri)),
    moment: () => `${changes} ${told ? '' : Math.floor(now() / MOMENT_MS)}`,
    forget(uri) {
      changes++;
      const bare = uri.replace(/\/$/, '');
      const inside = `${bare}/`;
      for (const seen of [texts, kinds, folders]) {
        for (const place of seen.keys()) {
          // Of a folder also what is in it, of anything also the folders around it.
          if (place === bare || place === inside || place.startsWith(inside) || (seen !== texts && bare.startsWith(place.replace(/\/?$/, '/')))) seen.delete(place);
        }
      }
    },
    tellsOfChanges(yes) {
      told = yes;
      changes++;
    },
  };
}
