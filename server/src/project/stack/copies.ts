import type { Fact } from '../../core/fact.ts';
import { nearest } from '../../core/nearest.ts';
import type { CopyFact } from '../../dockerfile/stack-facts.ts';
import { fileOfFacts, type IgnoreFacts } from '../../dockerignore/facts.ts';
import type { DockerignoreFile } from '../../dockerignore/file.ts';
import { verdictOf } from '../../dockerignore/match.ts';
import { cleanPath } from '../../dockerignore/parse.ts';
import { mayHoldExceptions } from '../../dockerignore/prune.ts';
import { folderOf, nameOf, resolvePath } from '../paths.ts';
import type { Reader } from './belongings.ts';
import type { Spot, StackFile } from './stack.ts';

/** What becomes of a source of COPY or ADD. */
export interface SourceState {
  readonly state: 'ignored' | 'missing';
  /** The line that leaves it out. */
  readonly by?: Spot;
  /** The source as it would be with a name that is there. */
  readonly near?: string;
}

/** A source as far as it has no wildcard, and the rest. */
interface SourcePath {
  readonly folder: string;
  readonly wild: string;
}

/** So many sources of one Dockerfile are looked for. */
const MOST = 60;

/**
 * Which sources an ignore file leaves out, and which are not there; about those that are taken nothing is said, nor about those with variables.
 * A source with a wildcard is judged by the folder it begins with.
 */
export async function sourcesOf(
  context: string,
  copies: readonly CopyFact[],
  ignore: StackFile<IgnoreFacts> | undefined,
  dockerfile: string,
  reader: Reader,
): Promise<ReadonlyMap<Fact, SourceState>> {
  const found = new Map<Fact, SourceState>();
  const file = ignore && fileOfFacts(ignore.facts);
  for (const source of copies.flatMap(({ sources }) => sources).slice(0, MOST)) {
    const path = plainPath(source.text);
    if (path === undefined) continue;
    const by = file && patternOver(file, path.folder);
    const fact = by === undefined ? undefined : ignore?.facts.patterns[by];
    if (fact && ignore) found.set(source, { state: 'ignored', by: { uri: ignore.uri, fact } });
    else if (path.folder !== '' && (await isMissing(path.folder))) found.set(source, await missing(source.text, path));
  }
  return found;

  async function isMissing(path: string): Promise<boolean> {
    const place = resolvePath(context, path);
    return place !== undefined && (await reader.look(place)) === 'missing';
  }

  async function missing(written: string, { folder, wild }: SourcePath): Promise<SourceState> {
    const near = (await movedPath(folder, wild)) ?? (await nearPath(folder));
    const cut = written.replace(/\/+$/, '');
    const own = joined(folder, wild);
    return { state: 'missing', ...(near !== undefined && cut.endsWith(own) && { near: cut.slice(0, cut.length - own.length) + joined(near, wild) + written.slice(cut.length) }) };
  }

  /** The path where it was meant from the Dockerfile's folder, or from the one around the context. */
  async function movedPath(path: string, wild: string): Promise<string | undefined> {
    const below = folderOf(dockerfile).startsWith(context) ? folderOf(dockerfile).slice(context.length).split('/').map(nameOf).join('/') : '';
    const [first, ...rest] = path.split('/');
    if (below !== '' && !(await isMissing(below + path))) return below + path;
    const other = first === nameOf(context.replace(/\/$/, '')) ? rest.join('/') : undefined;
    if (other === '') return wild === '' ? undefined : '';
    return other !== undefined && !(await isMissing(other)) ? other : undefined;
  }

  /** The path with the first name that is not there put right. */
  async function nearPath(path: string): Promise<string | undefined> {
    const names = path.split('/');
    for (const [i, name] of names.entries()) {
      const folder = resolvePath(context, names.slice(0, i).join('/') || '.');
      const entries = folder === undefined ? [] : await reader.list(`${folder.replace(/\/$/, '')}/`);
      if (entries.some((it) => it.name === name)) continue;
      const rest = names.slice(i + 1);
      const near = nearest(
        name,
        entries.filter(({ kind }) => rest.length === 0 || kind === 'folder').map((it) => it.name),
      );
      const whole = near === undefined ? undefined : [...names.slice(0, i), near, ...rest].join('/');
      return whole !== undefined && !(await isMissing(whole)) ? whole : undefined;
    }
    return undefined;
  }
}

/** A source's path as far as it has no wildcard; nothing where it leaves the context or a variable may be anything. */
function plainPath(text: string): SourcePath | undefined {
  if (/["'$\\~]|^[A-Za-z]:/.test(text) || /^(?:\.\/)*\.\.(?:\/|$)/.test(text)) return undefined;
  const names = cleanPath(`/${text}`).slice(1).split('/').filter(Boolean);
  const wild = names.findIndex((name) => /[*?[]/.test(name));
  return { folder: names.slice(0, wild < 0 ? undefined : wild).join('/'), wild: wild < 0 ? '' : names.slice(wild).join('/') };
}

const joined = (folder: string, wild: string): string => [folder, wild].filter(Boolean).join('/');

/** The number of the pattern that leaves out a path with all that lies in it. */
function patternOver(file: DockerignoreFile, path: string): number | undefined {
  if (path === '') return undefined;
  const { excluded, by } = verdictOf(file, path);
  return excluded && by && !mayHoldExceptions(file, path) ? by.line - 1 : undefined;
}
