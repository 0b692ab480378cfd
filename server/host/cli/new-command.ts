import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type NewFile, type Proposal, proposal } from '../../src/service/new-project.ts';
import { ko } from '../ko.ts';
import { secret } from '../secret.ts';
import { filesOf, type Runtime } from '../world.ts';
import type { Outcome } from './check-command.ts';
import { newOptions } from './new-options.ts';

/** `docker-giljabi new …`: writes what is missing, adds lines to lists, and leaves every other file that is there unless it was named. 1 where it left some. */
export async function newCommand(words: readonly string[], runtime: Runtime): Promise<Outcome> {
  const options = newOptions(words);
  if (typeof options === 'string') return { code: 2, err: options };
  const found = await stat(options.folder).catch(() => undefined);
  if (found && !found.isDirectory()) return { code: 2, err: ko.newProject.noFolder(options.folder) };
  const root = path.resolve(options.folder);
  const made = await proposal(`${pathToFileURL(root).href}/`, options.wanted, filesOf(runtime), await runtime.loadLessons('template'), secret);
  if (made.unusable) return { code: 2, err: ko.newProject.unusable[made.unusable] };
  const forced = options.force.map((it) => path.posix.normalize(it.replaceAll('\\', '/')));
  const unknown = forced.find((it) => !made.files.some((file) => file.path === it));
  if (unknown !== undefined) return { code: 2, err: ko.newProject.notWritten(unknown) };
  const isTaken = ({ kind, path: name }: NewFile) => kind !== 'exists' || forced.includes(name);
  if (!options.isDry) {
    const failed = await written(root, made.files.filter(isTaken));
    if (failed !== undefined) return { code: 1, err: ko.newProject.writeFailed(failed) };
  }
  const kept = made.files.filter((it) => !isTaken(it));
  const out = [summary(made, isTaken, options.isDry), ...(options.isDry ? [] : ['', pageForTerminal(made.page)])].join('\n');
  return { code: kept.length > 0 ? 1 : 0, out, ...(kept.length > 0 && { err: ko.newProject.kept(kept.map((it) => it.path)) }) };
}

/** Writes in order; answers the path that could not be written. A file that came into being meanwhile is not written over. */
async function written(root: string, files: readonly NewFile[]): Promise<string | undefined> {
  for (const { path: name, text, kind } of files) {
    const file = path.join(root, name);
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text, { flag: kind === 'new' ? 'wx' : 'w', ...(name === '.env' && { mode: 0o600 }) });
    } catch {
      return name;
    }
  }
  return undefined;
}

function summary({ choices, files }: Proposal, isTaken: (file: NewFile) => boolean, isDry: boolean): string {
  const { kinds, heading, labels, words } = ko.newProject;
  const chosen = Object.entries(labels).map(([name, label]) => `  ${label}: ${words[Reflect.get(choices, name)] ?? Reflect.get(choices, name)}`);
  const listed = files.map((file) => `  ${isTaken(file) ? (file.kind === 'exists' ? kinds.overwritten : kinds[file.kind]) : kinds.exists} ${file.path}`);
  return [...chosen, '', heading(isDry), ...listed].join('\n');
}

/** Links to lessons become the commands that print them. */
const pageForTerminal = (page: string): string => page.replace(/\[([^\]]+)\]\(\.\.\/([^)]+)\.md\)/g, '$1 — docker-giljabi explain $2').trimEnd();
