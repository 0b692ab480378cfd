import { type ClientCapabilities, type Connection, type InitializeResult, InsertTextMode, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Topic } from '../src/generated/topics.ts';
import { type Abilities, serviceIn } from '../src/service/service.ts';
import { guardOver, textOf } from './guard.ts';
import { type Problems, problemsOver } from './problems.ts';
import type {
  ExplainCommandParams,
  ExplainCommandResult,
  InitializationOptions,
  LessonParams,
  LessonResult,
  NewProjectParams,
  NewProjectResult,
  SearchParams,
  SearchResult,
  StatusResult,
} from './protocol.ts';
import { secret } from './secret.ts';
import { type Runtime, worldOf } from './world.ts';

/** Answers an editor's requests from the service. Every request is guarded: what fails is logged and answers nothing. */
export function serve(connection: Connection, runtime: Runtime): void {
  let options: InitializationOptions = {};
  let roots: string[] = [];
  let followsFolders = false;
  let problems: Problems | undefined;
  let abilities: Abilities = { snippets: false, margins: false };
  const guarded = guardOver(connection);
  const service = serviceIn(
    worldOf(
      connection,
      runtime,
      () => roots,
      () => options.readsFiles === true,
    ),
    () => (options.commandLinks ? commandLink : undefined),
    (rule, error) => connection.console.error(`rule ${rule}: ${textOf(error)}`),
  );

  connection.onInitialize((params): InitializeResult => {
    const { capabilities, initializationOptions, workspaceFolders, rootUri } = params;
    options = initializationOptions ?? {};
    roots = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    abilities = abilitiesOf(capabilities);
    followsFolders = capabilities.workspace?.workspaceFolders === true;
    problems = problemsOver(connection, service, guarded, params);
    return {
      serverInfo: { name: 'docker-giljabi' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        // Words are asked for by themselves; no sign asks for more.
        completionProvider: {},
        definitionProvider: true,
        referencesProvider: true,
        ...problems.capabilities,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(() => {
    void guarded('initialized', async () => problems?.start());
    if (!followsFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      roots = [...roots.filter((root) => !gone.has(root)), ...added.map(({ uri }) => uri)];
    });
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    service.documents.open(uri, languageId, version, text);
    problems?.edited(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    service.documents.change(uri, version, contentChanges);
    problems?.edited(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    service.documents.close(uri);
    problems?.closed(uri);
  });

  connection.onHover(({ textDocument, position }) => guarded('hover', () => service.hover(textDocument.uri, position)));
  connection.onCompletion(({ textDocument, position }) => guarded('completion', () => service.completions(textDocument.uri, position, abilities)));
  connection.onDefinition(({ textDocument, position }) => guarded('definition', () => service.definitions(textDocument.uri, position)));
  connection.onReferences(({ textDocument, position, context }) => guarded('references', () => service.references(textDocument.uri, position, context.includeDeclaration)));
  connection.onRequest('docker-giljabi/lesson', ({ topic }: LessonParams) =>
    guarded<LessonResult>('lesson', async () => {
      const markdown = await service.lesson(topic);
      return markdown === undefined ? undefined : { markdown };
    }),
  );
  connection.onRequest('docker-giljabi/explainCommand', ({ text }: ExplainCommandParams) =>
    guarded<ExplainCommandResult>('explainCommand', async () => ({ markdown: await service.explainCommand(text) })),
  );
  connection.onRequest('docker-giljabi/search', ({ query }: SearchParams) => guarded<SearchResult>('search', () => service.search(query)));
  connection.onRequest('docker-giljabi/newProject', ({ folder, choices = {} }: NewProjectParams) =>
    guarded<NewProjectResult>('newProject', () => service.newProject(folder, choices, secret)),
  );
  connection.onRequest('docker-giljabi/status', (): StatusResult => (runtime.pid === undefined ? {} : { pid: runtime.pid }));
  connection.listen();
}

const commandLink = (topic: Topic): string => `command:docker-giljabi.openLesson?${encodeURIComponent(JSON.stringify([topic]))}`;

/** What an editor can do with a completion. */
function abilitiesOf({ textDocument }: ClientCapabilities): Abilities {
  const item = textDocument?.completion?.completionItem;
  return { snippets: item?.snippetSupport === true, margins: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true };
}
