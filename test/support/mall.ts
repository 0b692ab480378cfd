import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Reported, RuleSettings } from '../../server/src/core/check.ts';
import { defaultSettings } from '../../server/src/core/check.ts';
import { judge } from '../../server/src/service/judge.ts';
import { stacksIn } from '../../server/src/service/stacks.ts';
import { filesIn } from './view.ts';

const mall = path.resolve(import.meta.dirname, '../../examples/shopping-mall');

/** The text files of the shopping mall by path, as they are in the repository. */
export const shoppingMall: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(mall, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && !/node_modules|\.next\b|[\\/]target\b/.test(it.parentPath))
    .map((it) => path.relative(mall, path.join(it.parentPath, it.name)).replaceAll('\\', '/'))
    .filter((name) => name !== '.env')
    .sort()
    .map((name) => [name, readFileSync(path.join(mall, name), 'utf8')]),
);

/** A finding with its file, and what it underlines. */
export interface FoundIn extends Reported {
  readonly file: string;
  readonly text: string;
}

const throwing = (rule: string, error: unknown): never => {
  throw new Error(`${rule} threw`, { cause: error });
};

/** What is said of every file of a project, whether or not a language of ours judges it by itself. */
export async function judgeAll(files: Readonly<Record<string, string>>, settings: RuleSettings = defaultSettings): Promise<FoundIn[]> {
  const world = filesIn(files);
  const stacks = stacksIn(world, async () => undefined, throwing);
  const found: FoundIn[] = [];
  for (const [file, text] of Object.entries(files)) {
    const uri = `file:///shop/${file.split('/').map(encodeURIComponent).join('/')}`;
    for (const it of await judge(uri, undefined, text, world, settings, throwing, stacks)) found.push({ ...it, file, text: text.slice(it.at.start, it.at.end) });
  }
  return found;
}
