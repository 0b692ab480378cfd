import { commands, type ExtensionContext, FileSystemError, FileType, languages, tasks, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type {
  ExplainCommandResult,
  FilesResult,
  InitializationOptions,
  LessonResult,
  LessonsParams,
  LessonsResult,
  ListParams,
  ListResult,
  NewProjectParams,
  NewProjectResult,
  ReadParams,
  ReadResult,
  SearchResult,
  StatParams,
  StatResult,
  StatusResult,
} from '../../server/host/protocol.ts';
import { commandLenses } from './command-lenses.ts';
import { explainCommand } from './commands/explain-command.ts';
import { explainProblem } from './commands/explain-problem.ts';
import { newProject } from './commands/new-project.ts';
import { openLesson } from './commands/open-lesson.ts';
import { searchLessons } from './commands/search-lessons.ts';
import { lessonFiles, SCHEME } from './lesson-files.ts';
import { madePages } from './made-pages.ts';
import { dockerTasks, TASK_TYPE } from './tasks.ts';

const OPEN_LESSON = 'docker-giljabi.openLesson';

/** Nobody keeps variables in a larger file; a larger one is a mistake or a trap. */
const READ_LIMIT = 1024 * 1024;

const initializationOptions: InitializationOptions = { commandLinks: true, readsFiles: true };

const COMPOSE_FILES = '**/{compose,docker-compose}*.{yml,yaml}';

const IGNORE_FILES = '**/{.dockerignore,*.dockerignore}';

const ENV_FILES = '**/{.env,.env.*,*.env}';

/** Files of other programs, in which findings and links of a whole stack may stand. */
const NEIGHBOURS = [
  '**/{*.conf,*.conf.template,application*.yml,application*.yaml,application*.properties,bootstrap*.yml,bootstrap*.yaml,bootstrap*.properties}',
  '**/{next.config.*,vite.config.*,package.json,build.gradle,build.gradle.kts,pom.xml}',
];

/** Files that are judged without being open. */
// An editor's patterns know no braces inside braces.
const JUDGED_FILES = '**/{compose*.yml,compose*.yaml,docker-compose*.yml,docker-compose*.yaml,Dockerfile,Containerfile,Dockerfile.*,*.dockerfile,*.dockerignore,.env,.env.*,*.env}';

/** More files than this are not looked at unasked. */
const FILES_LIMIT = 200;

/** What the client tells the editor, in both hosts alike. */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [
    { language: 'dockerfile' },
    { language: 'dockercompose' },
    { language: 'yaml', pattern: COMPOSE_FILES },
    // Editors call them `ignore`, `dockerignore` or plain text.
    { pattern: IGNORE_FILES },
    { pattern: ENV_FILES },
    ...NEIGHBOURS.map((pattern) => ({ pattern })),
    { language: 'nginx' },
    { language: 'shellscript' },
    { language: 'markdown' },
  ],
  initializationOptions,
  synchronize: { configurationSection: 'docker-giljabi' },
  diagnosticPullOptions: { onChange: true, onTabs: true },
  // Links in hovers may open our lessons and nothing else.
  markdown: { isTrusted: { enabledCommands: [OPEN_LESSON] }, supportHtml: false },
};

/** What tests may ask of the running extension. */
export interface Api {
  /** Process id of the language server; nothing in the browser. */
  serverPid(): Promise<number | undefined>;
}

/** Starts a client and registers what it brings. */
export async function start(context: ExtensionContext, client: BaseLanguageClient): Promise<Api> {
  const pages = madePages(SCHEME);
  context.subscriptions.push(
    client,
    workspace.registerFileSystemProvider(
      SCHEME,
      lessonFiles(
        async (topic, query) =>
          query === ''
            ? (await client.sendRequest<LessonResult>('docker-giljabi/lesson', { topic }))?.markdown
            : (await client.sendRequest<ExplainCommandResult>('docker-giljabi/explainCommand', { text: query }))?.markdown,
        pages.bytes,
      ),
      { isReadonly: true, isCaseSensitive: true },
    ),
    commands.registerCommand(OPEN_LESSON, openLesson),
    commands.registerCommand('docker-giljabi.searchLessons', () => searchLessons((query) => client.sendRequest<SearchResult | null>('docker-giljabi/search', { query }))),
    client.onRequest('docker-giljabi/lessons', ({ room }: LessonsParams) => lessons(context.extensionUri, room)),
    client.onRequest('docker-giljabi/read', ({ uri }: ReadParams) => read(Uri.parse(uri))),
    client.onRequest('docker-giljabi/list', ({ uri }: ListParams) => list(Uri.parse(uri))),
    client.onRequest('docker-giljabi/stat', ({ uri }: StatParams) => kindOf(Uri.parse(uri))),
  );
  const lenses = commandLenses();
  context.subscriptions.push(
    tasks.registerTaskProvider(TASK_TYPE, dockerTasks),
    lenses,
    languages.registerCodeLensProvider([{ language: 'shellscript' }, { language: 'markdown' }], lenses),
    commands.registerCommand('docker-giljabi.explainCommand', explainCommand),
    commands.registerCommand('docker-giljabi.explainProblem', explainProblem),
    commands.registerCommand('docker-giljabi.newProject', (answers: unknown) =>
      newProject((folder, choices) => client.sendRequest<NewProjectResult>('docker-giljabi/newProject', { folder, choices } satisfies NewProjectParams), pages, answers),
    ),
    client.onRequest(
      'docker-giljabi/files',
      async (): Promise<FilesResult> => ({ uris: (await workspace.findFiles(JUDGED_FILES, '**/{node_modules,.git,vendor}/**', FILES_LIMIT)).map(String) }),
    ),
  );
  await client.start();
  return { serverPid: async () => (await client.sendRequest<StatusResult>('docker-giljabi/status')).pid };
}

async function lessons(extension: Uri, room: string): Promise<LessonsResult> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'dist', 'lessons', `${room.replace(/[^a-z]/g, '')}.json`));
  return { text: new TextDecoder().decode(bytes) };
}

async function read(uri: Uri): Promise<ReadResult> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return { text: open.getText() };
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0 || size > READ_LIMIT) return null;
    return { text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  } catch {
    // There is no such file, which is what was asked.
    return null;
  }
}

async function list(uri: Uri): Promise<ListResult> {
  try {
    const found = await workspace.fs.readDirectory(uri);
    const kindOfType = (type: FileType) => (type === FileType.Directory ? ('folder' as const) : type === FileType.File ? ('file' as const) : undefined);
    const entries = found.map(([name, type]) => ({ name, kind: kindOfType(type) })).filter((it): it is { name: string; kind: 'file' | 'folder' } => it.kind !== undefined);
    return { entries: entries.sort((a, b) => (a.name < b.name ? -1 : 1)) };
  } catch {
    // There is no such folder.
    return null;
  }
}

async function kindOf(uri: Uri): Promise<StatResult> {
  try {
    const { type } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) !== 0) return { kind: 'folder' };
    return (type & FileType.File) !== 0 ? { kind: 'file' } : null;
  } catch (error) {
    return error instanceof FileSystemError && error.code === 'FileNotFound' ? { kind: 'missing' } : null;
  }
}
