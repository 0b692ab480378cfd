import type { Known } from '../core/fact.ts';
import type { Files } from '../core/files.ts';
import type { Failed } from '../core/run.ts';
import { folderOf, nameOf } from '../project/paths.ts';
import { checkStack, type StackFound } from '../project/stack/check.ts';
import { type LoadedStack, loadLoneBuild, loadStack } from '../project/stack/load.ts';
import { type FactsByKind, READERS, type StackKind } from '../project/stack/read.ts';
import { languageOfName } from './languages.ts';
import { stackRules } from './rules.ts';

/** A stack with what its rules say. */
export interface JudgedStack extends LoadedStack {
  readonly found: readonly StackFound[];
}

/** The stacks that open and checked files belong to. Each is judged anew only when something that is known of its files has changed. */
export interface Stacks {
  /** The stack that a file is part of; a compose file of any name begins one. */
  of(uri: string, isCompose?: boolean): Promise<JudgedStack | undefined>;
  /** The files of all stacks that were looked at. */
  files(): readonly string[];
}

/** What is known of a file that is open, of the version that is open now. */
export type KnownOpen = <K extends StackKind>(kind: K, uri: string) => Promise<Known<FactsByKind[K]> | undefined>;

/** So many folders up a compose file may lie that a file belongs to. */
const UP = 5;

/** So many compose files of one folder are asked whether a file belongs to them. */
const MOST = 8;

const DEFAULTS = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

interface ReadFile<Facts> {
  readonly text: string;
  readonly known: Known<Facts>;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((key, i) => key === b[i]);

/**
 * `moment` names the state of all files, open or not: as long as it answers the same, nothing is read again.
 */
export function stacksIn(files: Files, knownOpen: KnownOpen, failed: Failed, moment: () => string = () => ''): Stacks {
  const read: { readonly [K in StackKind]: Map<string, ReadFile<FactsByKind[K]>> } = {
    compose: new Map(),
    dockerfile: new Map(),
    dockerignore: new Map(),
    dotenv: new Map(),
    gradle: new Map(),
    nginx: new Map(),
    package: new Map(),
    pom: new Map(),
    script: new Map(),
    settings: new Map(),
    web: new Map(),
  };
  const judged = new Map<string, JudgedStack>();

  async function know<K extends StackKind>(kind: K, uri: string): Promise<Known<FactsByKind[K]> | undefined> {
    const open = await knownOpen(kind, uri);
    if (open) return open;
    const text = await files.read(uri);
    if (text === undefined) return undefined;
    const before = read[kind].get(uri);
    if (before?.text === text) return before.known;
    const known = READERS[kind](text, nameOf(uri));
    read[kind].set(uri, { text, known });
    return known;
  }

  let seen = { moment: moment(), stacks: new Map<string, Promise<JudgedStack | undefined>>() };

  /** A stack, brought together once a moment. */
  function judge(root: string): Promise<JudgedStack | undefined> {
    const now = moment();
    if (seen.moment !== now) seen = { moment: now, stacks: new Map() };
    const known = seen.stacks.get(root) ?? judgeNow(root);
    seen.stacks.set(root, known);
    return known;
  }

  async function judgeNow(root: string): Promise<JudgedStack | undefined> {
    const loaded = await (languageOfName(nameOf(root)) === 'dockerfile' ? loadLoneBuild : loadStack)(root, files, know);
    if (!loaded) return undefined;
    const before = judged.get(root);
    // The facts may stand elsewhere now, but what is said of them is the same.
    const found = before && isSame(before.keys, loaded.keys) ? before.found : checkStack(loaded.stack, await stackRules(), failed);
    const now = { ...loaded, found };
    judged.set(root, now);
    return now;
  }

  return {
    files: () => [...new Set([...judged.values()].flatMap(({ known }) => [...known.keys()]))],

    async of(uri, isCompose = languageOfName(nameOf(uri)) === 'compose') {
      for (let folder = folderOf(uri), up = 0; up < UP && /[^/:]\/$/.test(folder); folder = folderOf(folder.slice(0, -1)), up++) {
        for (const root of await composeFilesIn(folder)) {
          if (root === uri) continue;
          const stack = await judge(root);
          if (stack?.known.has(uri)) return stack;
        }
      }
      if (isCompose) return judge(uri);
      return languageOfName(nameOf(uri)) === 'dockerfile' ? judge(uri) : undefined;
    },
  };

  /** The compose files of a folder, the one that Compose takes by itself first. */
  async function composeFilesIn(folder: string): Promise<string[]> {
    const entries = (await files.list(folder)) ?? [];
    const names = entries.filter(({ name, kind }) => kind === 'file' && languageOfName(name) === 'compose').map(({ name }) => name);
    const rank = (name: string) => (DEFAULTS.includes(name) ? DEFAULTS.indexOf(name) : DEFAULTS.length);
    return names
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, MOST)
      .map((name) => folder + encodeURIComponent(name));
  }
}
