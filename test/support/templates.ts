import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Choices } from '../../server/src/project/new/choices.ts';
import { detect } from '../../server/src/project/new/detect.ts';
import type { Found } from '../../server/src/project/new/found.ts';
import { type NewProject, newProject, pathsOf, type Templates } from '../../server/src/project/new/generate.ts';
import { filesIn } from './view.ts';

const folder = path.resolve(import.meta.dirname, '../../snippets/templates');

/** The templates as they stand under `snippets/templates`. */
export const templates: Templates = Object.fromEntries(
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [path.relative(folder, file).replaceAll(path.sep, '/'), readFileSync(file, 'utf8')]),
);

/** What is found in a folder in memory, with the texts of the files that the choices would write. */
export async function foundIn(files: Readonly<Record<string, string>>, choices: Choices): Promise<Found> {
  const found = await detect('file:///shop/', filesIn(files));
  const texts = new Map(pathsOf(choices, found, templates).flatMap((it) => (files[it] === undefined ? [] : [[it, files[it]] as const])));
  return { ...found, texts };
}

/** A new project in a folder in memory; passwords are numbered. */
export async function projectOf(choices: Choices, files: Readonly<Record<string, string>> = {}): Promise<NewProject> {
  let passwords = 0;
  return newProject(choices, await foundIn(files, choices), templates, () => `password${++passwords}`);
}

/** The files by their paths. */
export const textsOf = ({ files }: NewProject): Record<string, string> => Object.fromEntries(files.map(({ path: name, text }) => [name, text]));
