import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { languageOfName as byName } from '../../src/service/languages.ts';

/** Folders nobody wants checked. */
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn']);

/** Nobody nests deeper on purpose. */
const DEPTH = 40;

export type FileLanguage = 'compose' | 'dockerfile' | 'dockerignore' | 'dotenv' | 'shell' | 'markdown';

/** The language of a file by its name. */
export const languageOfName = (file: string): FileLanguage | undefined => byName(path.basename(file));

/** Of a file that somebody names, scripts and pages too: below a folder nobody asks for all of these. */
export const languageOfNamed = (file: string): FileLanguage | undefined =>
  languageOfName(file) ?? (/\.(?:sh|bash|zsh)$/i.test(file) ? 'shell' : /\.(?:md|markdown)$/i.test(file) ? 'markdown' : undefined);

/** Compose files, Dockerfiles, ignore files of builds and env files below a folder, in order. Links are not followed; `.gitignore` files are. */
export async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  await visit(folder, [], 0);
  return found;

  async function visit(current: string, above: readonly { readonly folder: string; readonly rules: Ignore }[], depth: number): Promise<void> {
    if (depth > DEPTH) return;
    const entries = await readdir(current, { withFileTypes: true }).catch(() => []);
    const own = entries.some(({ name }) => name === '.gitignore') ? await readFile(path.join(current, '.gitignore'), 'utf8').catch(() => '') : '';
    const rules = own === '' ? above : [...above, { folder: current, rules: ignore().add(own) }];
    for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const place = path.join(current, entry.name);
      const isFolder = entry.isDirectory();
      if (SKIPPED.has(entry.name) || rules.some((it) => it.rules.ignores(`${path.relative(it.folder, place).replaceAll(path.sep, '/')}${isFolder ? '/' : ''}`))) continue;
      if (isFolder) await visit(place, rules, depth + 1);
      else if (entry.isFile() && languageOfName(entry.name)) found.push(place);
    }
  }
}

/** What a path on the command line is. */
export async function kindOfPath(place: string): Promise<'file' | 'folder' | undefined> {
  const found = await lstat(place).catch(() => undefined);
  if (found?.isSymbolicLink())
    return readdir(place).then(
      () => 'folder' as const,
      () => 'file' as const,
    );
  return found?.isDirectory() ? 'folder' : found?.isFile() ? 'file' : undefined;
}
