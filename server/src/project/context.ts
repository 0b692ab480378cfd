import type { Files } from '../core/files.ts';
import type { DockerignoreFile, Pattern } from '../dockerignore/file.ts';
import { type Verdict, verdictOf } from '../dockerignore/match.ts';
import { parse } from '../dockerignore/parse.ts';
import { mayHoldExceptions } from '../dockerignore/prune.ts';
import { nameOf } from './paths.ts';

/** More entries of a folder tree than this are not looked at for one answer. */
export const ENTRIES = 5000;

/** Nobody nests deeper on purpose. */
const DEPTH = 40;

/** The `.dockerignore` that holds for a build, by its name. */
export interface IgnoreList {
  readonly name: string;
  readonly file: DockerignoreFile;
}

/** A file or folder of a build context, by its path from the context's root. */
export interface ContextEntry {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** The line that leaves it out. A folder that is left out is looked into only where a `!` line may bring something back. */
  readonly by?: Pattern;
}

/** What a walk through a build context has seen. */
export interface Walk {
  readonly entries: readonly ContextEntry[];
  /** There is more than was looked at. */
  readonly cut: boolean;
}

/** `<Dockerfile>.dockerignore` beside the Dockerfile, else `.dockerignore` in the context's root. https://docs.docker.com/build/concepts/context/#filename-and-location */
export async function ignoreListOf(dockerfile: string, context: string, files: Files): Promise<IgnoreList | undefined> {
  for (const [uri, name] of [
    [`${dockerfile}.dockerignore`, `${nameOf(dockerfile)}.dockerignore`],
    [`${context}.dockerignore`, '.dockerignore'],
  ] as const) {
    const text = await files.read(uri);
    if (text !== undefined) return { name, file: parse(text) };
  }
  return undefined;
}

const NOTHING: DockerignoreFile = { text: '', patterns: [], comments: [] };
const TOP: Verdict = { excluded: false, matched: [] };

/**
 * Goes through a build context, folder by folder. `context` ends with a slash; links are not followed.
 * Paths for which `wanted` says no are left out with all that lies in them. Nothing where the folder may not be looked into.
 */
export async function walkContext(context: string, files: Files, ignore: DockerignoreFile = NOTHING, wanted: (path: string) => boolean = () => true): Promise<Walk | undefined> {
  const entries: ContextEntry[] = [];
  let cut = false;
  const isOpen = await visit('', TOP, 0);
  return isOpen ? { entries, cut } : undefined;

  async function visit(folder: string, parent: Verdict, depth: number): Promise<boolean> {
    const listed = await files.list(context + folder.split('/').map(encodeURIComponent).join('/'));
    if (!listed) return false;
    const below: { path: string; verdict: Verdict }[] = [];
    for (const { name, kind } of listed) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (!wanted(path)) continue;
      if (entries.length >= ENTRIES) {
        cut = true;
        return true;
      }
      const verdict = verdictOf(ignore, path, parent);
      entries.push({ path, kind, ...(verdict.excluded && verdict.by && { by: verdict.by }) });
      if (kind === 'folder' && (!verdict.excluded || mayHoldExceptions(ignore, path))) below.push({ path, verdict });
    }
    for (const { path, verdict } of below) {
      if (cut) break;
      if (depth >= DEPTH) cut = true;
      else await visit(path, verdict, depth + 1);
    }
    return true;
  }
}
