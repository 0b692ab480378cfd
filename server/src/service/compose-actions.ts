import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import { type Converted, composeFile } from '../command/compose/index.ts';
import type { Files } from '../core/files.ts';
import { servicesAdded } from '../project/add-services.ts';
import { folderOf, nameOf } from '../project/paths.ts';
import { rangeOf } from './diagnostics.ts';
import { ko } from './ko.ts';
import type { Source } from './languages.ts';

export const REWRITE = 'refactor.rewrite';

/** The names under which Compose looks for its file, best first. */
const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

/** So many folders up a compose file is looked for. */
const UP = 4;

/** What is asked for a docker run line. */
export interface AskedToCompose {
  readonly document: TextDocument;
  readonly source: Source;
  readonly range: Range;
  readonly only: readonly string[] | undefined;
  readonly files: Files;
  /** Compose files that are open in the editor. */
  readonly open: readonly string[];
  /** The editor can make files. */
  readonly creates: boolean;
}

/** Offers to turn the docker run lines that a range touches into compose services: of a file that is there, or of a new one. */
export async function composeActions({ document, source, range, only, files, open, creates }: AskedToCompose): Promise<CodeAction[]> {
  if (only && !only.some((it) => REWRITE === it || REWRITE.startsWith(`${it}.`))) return [];
  const converted = (await source.converted?.(document.offsetAt(range.start), document.offsetAt(range.end))) ?? [];
  if (converted.length === 0) return [];
  const [near] = await composeFilesAbove(document.uri, files);
  const targets = [...new Set([...(near === undefined ? [] : [near]), ...open])];
  const added = await Promise.all(targets.map((uri) => adding(uri, converted, files)));
  const folder = folderOf(document.uri);
  const isFree = creates && /[^/:]\/$/.test(folder) && (await Promise.all(NAMES.map((name) => files.stat(folder + name)))).every((kind) => kind !== 'file');
  return [...added.flatMap((it) => (it ? [it] : [])), ...(isFree ? [making(`${folder}${NAMES[0]}`, converted)] : [])];
}

async function adding(uri: string, converted: readonly Converted[], files: Files): Promise<CodeAction | undefined> {
  const text = await files.read(uri);
  const edits = text === undefined ? undefined : servicesAdded(text, converted);
  if (text === undefined || !edits) return undefined;
  const target = TextDocument.create(uri, '', 0, text);
  const changes = edits.map(({ span, text: newText }) => ({ range: rangeOf(target, span), newText }));
  return { title: ko.toCompose(converted.length, nameOf(uri)), kind: REWRITE, edit: { changes: { [uri]: changes } } };
}

function making(uri: string, converted: readonly Converted[]): CodeAction {
  const start = { line: 0, character: 0 };
  return {
    title: ko.toNewCompose(converted.length, nameOf(uri)),
    kind: REWRITE,
    edit: {
      documentChanges: [
        // Whoever made the file in the meantime keeps it.
        { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
        { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: composeFile(converted) }] },
      ],
    },
  };
}

/** The compose files beside a file and in the folders above it, nearest first. */
async function composeFilesAbove(uri: string, files: Files): Promise<readonly string[]> {
  for (let folder = folderOf(uri), up = 0; up < UP && /[^/:]\/$/.test(folder); folder = folderOf(folder.slice(0, -1)), up++) {
    const kinds = await Promise.all(NAMES.map((name) => files.stat(folder + name)));
    const found = NAMES.filter((_, i) => kinds[i] === 'file').map((name) => folder + name);
    if (found.length > 0) return found;
  }
  return [];
}
