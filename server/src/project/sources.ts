import type { DockerignoreFile, Pattern } from '../dockerignore/file.ts';
import { type Matcher, matcherOf, sourceMatcher } from '../dockerignore/match.ts';
import { cleanPath } from '../dockerignore/parse.ts';
import type { ContextEntry, Walk } from './context.ts';

/** What a source of COPY or ADD takes out of a build context. */
export interface Taken {
  /** `ignored`: it is there, but a line of the ignore list leaves it out. */
  readonly state: 'taken' | 'ignored' | 'missing';
  readonly files: number;
  /** There are more files than were counted. */
  readonly cut: boolean;
  /** The lines that leave out something of it, in order, with how many files and whole folders. */
  readonly left: readonly { readonly pattern: Pattern; readonly count: number }[];
}

/** A source as the names of its path, each with its wildcards; none for the whole context. */
type Source = readonly Matcher[];

const sourceNamed = (text: string): Source => {
  const path = cleanPath(`/${text}`).slice(1);
  return path === '' ? [] : path.split('/').map(sourceMatcher);
};

/** Where a path lies, seen from a source: it is one of its files, or a folder on the way to it. */
function placeOf(source: Source, path: string): 'inside' | 'above' | undefined {
  const names = path.split('/');
  if (!source.every((matches, i) => names[i] === undefined || matches(names[i]))) return undefined;
  return names.length >= source.length ? 'inside' : 'above';
}

/** What a walk must see to answer for these sources. */
export function wantedBy(sources: readonly string[]): (path: string) => boolean {
  const all = sources.map(sourceNamed);
  return (path) => all.some((source) => placeOf(source, path) !== undefined);
}

/** For each source how many files it takes, and which lines leave out the rest. Sources with variables, and from elsewhere, are not for here. */
export function filesTakenBy(sources: readonly string[], walk: Walk): Taken[] {
  return sources.map((text) => takenBy(sourceNamed(text), walk));
}

function takenBy(source: Source, { entries, cut }: Walk): Taken {
  const left = new Map<Pattern, number>();
  let files = 0;
  let isThere = source.length === 0;
  const hidden: Pattern[] = [];
  const inner = foldersSeen(entries);
  for (const { path, kind, by } of entries) {
    const place = placeOf(source, path);
    if (place === undefined) continue;
    if (by) {
      if (place === 'inside') left.set(by, (left.get(by) ?? 0) + 1);
      else if (!inner.has(path)) hidden.push(by);
    } else if (place === 'inside') {
      isThere = true;
      if (kind === 'file') files++;
    }
  }
  if (left.size === 0 && !isThere) for (const by of hidden) left.set(by, (left.get(by) ?? 0) + 1);
  const state = isThere ? 'taken' : left.size > 0 ? 'ignored' : 'missing';
  return { state, files, cut, left: [...left].map(([pattern, count]) => ({ pattern, count })).sort((a, b) => a.pattern.line - b.pattern.line) };
}

/** Folders of which something that lies in them was seen. */
const foldersSeen = (entries: readonly ContextEntry[]): ReadonlySet<string> => new Set(entries.map(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('/')))));

/**
 * Patterns that mean nothing that was seen. What may lie in a folder that nobody looked into counts as seen, and of a walk that was cut
 * short nothing is said.
 */
export function patternsThatMatchNothing({ patterns }: DockerignoreFile, { entries, cut }: Walk): Pattern[] {
  if (cut) return [];
  const inner = foldersSeen(entries);
  const closed = entries.filter(({ path, kind, by }) => kind === 'folder' && by && !inner.has(path)).map(({ path }) => path);
  return patterns.filter((pattern) => {
    const matches = matcherOf(pattern);
    return pattern.cleaned !== '' && !entries.some(({ path }) => matches(path)) && !closed.some((folder) => mayMeanBelow(pattern.cleaned, folder));
  });
}

/** Whether a pattern may mean something in a folder, name by name. */
function mayMeanBelow(cleaned: string, folder: string): boolean {
  const own = cleaned.split('/');
  for (const [i, name] of folder.split('/').entries()) {
    const part = own[i];
    if (part?.includes('**')) return true;
    if (part === undefined || !sourceMatcher(part)(name)) return false;
  }
  return own.length > folder.split('/').length;
}
