import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files } from '../../src/core/files.ts';
import { cachedFiles, folderOf } from '../../src/service/file-cache.ts';
import { judge } from '../../src/service/judge.ts';
import { type Stacks, stacksIn } from '../../src/service/stacks.ts';
import { ko } from '../ko.ts';
import { filesOf, type Runtime } from '../world.ts';
import { type CheckOptions, checkOptions, SEVERITIES } from './arguments.ts';
import { type FileLanguage, filesBelow, kindOfPath, languageOfName, languageOfNamed } from './find-files.ts';
import { asGithub, asJson, asSarif, asText } from './formats.ts';
import { problemsOf, type ShownProblem } from './problem.ts';
import { readText, textOf } from './read-text.ts';

/** What `check` says and how it ends. */
export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly out?: string;
  readonly err?: string;
}

/** `docker-giljabi check …`. Nothing is written; `titles` are those of the rules. */
export async function checkCommand(words: readonly string[], runtime: Runtime, titles: () => Promise<Readonly<Record<string, string>>>, version: string): Promise<Outcome> {
  const options = checkOptions(words);
  if (typeof options === 'string') return { code: 2, err: options };
  const problems: ShownProblem[] = [];
  const around = aroundFiles(runtime, options.paths);
  const seen = new Set<string>();
  let files = 0;
  for (const given of options.paths) {
    if (given === '-') {
      const bytes = await standardInput();
      const read = textOf(bytes);
      if ('problem' in read) return { code: 2, err: ko.unreadable[read.problem]('-') };
      const language = options.as ?? languageOfText(read.text);
      if (!language) return { code: 2, err: ko.unknownLanguage('-') };
      files++;
      problems.push(...(await problemsIn('-', '', read.text, language, options, around)));
      continue;
    }
    const kind = await kindOfPath(given);
    if (!kind) return { code: 2, err: ko.unreadable.unreadable(given) };
    for (const file of kind === 'folder' ? await filesBelow(given) : [given]) {
      const read = await readText(file);
      if ('problem' in read) {
        // Found below a folder, one file that can't be read is no reason to stop.
        if (kind === 'file' && read.problem !== 'not-utf-8') return { code: 2, err: ko.unreadable[read.problem](file) };
        if (read.problem === 'not-utf-8') problems.push(notUtf8(file));
        files++;
        continue;
      }
      const language =
        kind === 'file' ? (options.as ?? languageOfNamed(file) ?? languageOfText(read.text) ?? (/\.ya?ml$/i.test(file) ? 'compose' : undefined)) : languageOfName(file);
      if (!language) return { code: 2, err: ko.unknownLanguage(file) };
      files++;
      const uri = pathToFileURL(path.resolve(file)).href;
      seen.add(uri);
      problems.push(...(await problemsIn(file, uri, read.text, language, options, around)));
    }
    // What the compose files of a folder point at is looked at with them.
    for (const uri of kind === 'folder' ? around.stacks.files() : []) {
      const file = path.relative('.', fileURLToPath(uri));
      const text = seen.has(uri) || path.relative(given, file).startsWith('..') ? undefined : await around.files.read(uri);
      seen.add(uri);
      if (text === undefined) continue;
      files++;
      problems.push(...(await problemsIn(file, uri, text, undefined, options, around)));
    }
  }
  const shown = problems.map((problem) => (weight(problem.severity) > weight(options.most) ? { ...problem, severity: options.most } : problem));
  const code = shown.some(({ severity }) => weight(severity) >= weight(options.failOn)) ? 1 : 0;
  return { code, out: await format(options, files, shown, titles, version) };
}

async function format(
  { format: name }: CheckOptions,
  files: number,
  problems: readonly ShownProblem[],
  titles: () => Promise<Readonly<Record<string, string>>>,
  version: string,
): Promise<string> {
  if (name === 'json') return asJson(files, problems);
  if (name === 'github') return asGithub(problems);
  if (name === 'sarif') return asSarif(problems, await titles(), version);
  return asText(files, problems, process.stdout.isTTY === true && !process.env.NO_COLOR);
}

const weight = (severity: ShownProblem['severity']) => SEVERITIES.indexOf(severity);

async function problemsIn(file: string, uri: string, text: string, language: FileLanguage | undefined, { settings }: CheckOptions, around: Around): Promise<ShownProblem[]> {
  const failures: string[] = [];
  const reported = await judge(uri, language, text, around.files, settings, (rule, error) => failures.push(ko.ruleFailed(rule, String(error))), around.stacks);
  for (const line of failures) process.stderr.write(`${line}\n`);
  return problemsOf(file.replaceAll(path.sep, '/'), text, reported);
}

/** What all files of one run have around them, each looked at once. */
interface Around {
  readonly files: Files;
  readonly stacks: Stacks;
}

/** Folders are looked through only in what was given and where the command runs; files that a compose file points at are read wherever they are. */
function aroundFiles(runtime: Runtime, given: readonly string[]): Around {
  const roots = ['.', ...given].map((it) => pathToFileURL(path.resolve(it)).href);
  const isInside = (at: string) => roots.some((root) => at.startsWith(`${root}/`) || at === folderOf(root));
  const list = async (at: string) => (isInside(at) ? runtime.listFolder(at) : undefined);
  const files = cachedFiles({ ...filesOf(runtime), list }, () => 0);
  return {
    files,
    stacks: stacksIn(
      files,
      async () => undefined,
      (rule, error) => process.stderr.write(`${ko.ruleFailed(rule, String(error))}\n`),
    ),
  };
}

/** What a text is, where its name says nothing. */
function languageOfText(text: string): FileLanguage | undefined {
  if (/^services\s*:/m.test(text)) return 'compose';
  return /^\s*FROM\s+\S/im.test(text) ? 'dockerfile' : undefined;
}

const notUtf8 = (file: string): ShownProblem => ({
  path: file,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  severity: 'error',
  rule: 'save-as-utf-8',
  message: ko.notUtf8,
  fixable: false,
  source: '',
  related: [],
});

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
