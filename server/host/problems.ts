import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  WatchKind,
} from 'vscode-languageserver';
import { FIX_ALL, REWRITE, type Service, WATCHED } from '../src/service/service.ts';
import type { Guard } from './guard.ts';
import type { InitializationOptions } from './protocol.ts';
import { settingsOver } from './settings.ts';
import { idOf, workspaceProblems } from './workspace-problems.ts';

/** A pause after the last keystroke, so that a word being typed is not told off letter by letter. */
const PAUSE_MS = 150;

/** An editor that is asked for settings and does not answer gets our own. */
const PATIENCE_MS = 2000;

/** Documents that findings may stand in, for editors that would ask for all of ours. */
const documentSelector = [
  { language: 'dockerfile' },
  { language: 'dockercompose' },
  { language: 'yaml', pattern: '**/{compose,docker-compose}*.{yml,yaml}' },
  { pattern: '**/{.dockerignore,*.dockerignore}' },
  { pattern: '**/{.env,.env.*,*.env}' },
  { pattern: '**/{*.conf,*.conf.template,application*.yml,application*.yaml,application*.properties,bootstrap*.yml,bootstrap*.yaml,bootstrap*.properties}' },
  { pattern: '**/{next.config.*,vite.config.*,package.json,build.gradle,build.gradle.kts,pom.xml}' },
  { language: 'shellscript' },
  { language: 'markdown' },
];

/** What files say is looked at; of all others, whether they are there. */
const watchers = [{ globPattern: `**/${WATCHED}` }, { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete }];

/** Findings and their cures over one connection. */
export interface Problems {
  readonly capabilities: ServerCapabilities;
  /** After `initialized`; nothing is said before. */
  start(): Promise<void>;
  edited(uri: string): void;
  closed(uri: string): void;
}

/** How one kind of editor gets to know what was found. */
interface Channel {
  readonly capabilities: ServerCapabilities;
  start(): void;
  edited(uri: string): void;
  closed(uri: string): void;
  /** These open documents may say something else now. */
  renew(affected: readonly string[]): void;
  /** So may files that are not open. */
  renewFiles(): void;
}

/** Findings for the editor: pulled where the client asks for them, pushed a moment after the last keystroke where it does not. */
export function problemsOver(connection: Connection, service: Service, guarded: Guard, params: InitializeParams): Problems {
  const { capabilities, initializationOptions } = params;
  const { commandLinks = false, settings: initial }: InitializationOptions = initializationOptions ?? {};
  const { documentChanges = false, resourceOperations = [] } = capabilities.workspace?.workspaceEdit ?? {};
  const creates = documentChanges && resourceOperations.includes('create');
  const channel = capabilities.textDocument?.diagnostic ? pulled(connection, service, guarded, params) : pushed(connection, service, guarded);
  const settings = settingsOver(connection, capabilities, initial, (value) => {
    service.configure(value);
    channel.renew(service.documents.judged());
    channel.renewFiles();
  });

  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) => guarded('codeAction', () => service.actions(uri, range, only, commandLinks, creates)));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    void guarded('changed files', async () => {
      const affected = new Set<string>();
      for (const { uri } of changes) for (const own of await service.changed(uri, 'file')) affected.add(own);
      channel.renew([...affected]);
    });
    if (changes.some(({ uri }) => service.concernsFilesOnDisk(uri))) channel.renewFiles();
  });

  return {
    capabilities: { codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL, REWRITE] }, ...channel.capabilities },
    async start() {
      await Promise.race([settings.start(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
      channel.start();
      if (!capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      service.tellsOfChanges();
    },
    edited(uri) {
      channel.edited(uri);
      renewAround(uri);
    },
    closed(uri) {
      channel.closed(uri);
      renewAround(uri);
    },
  };

  function renewAround(uri: string): void {
    void guarded('neighbours', async () => channel.renew(await service.changed(uri, 'text')));
  }
}

/** For an editor that asks. The answer waits for a pause in the typing. */
function pulled(connection: Connection, service: Service, guarded: Guard, { capabilities, initializationOptions }: InitializeParams): Channel {
  const { readsFiles = false }: InitializationOptions = initializationOptions ?? {};
  const refreshes = capabilities.workspace?.diagnostics?.refreshSupport === true;
  const workspace = workspaceProblems(connection, service, guarded, readsFiles);
  /** When an open document was last typed in; 0 where it has just been opened. */
  const typed = new Map<string, number>();
  let refreshing: ReturnType<typeof setTimeout> | undefined;
  let isStarted = false;
  let start = () => {};
  const started = new Promise<void>((resolve) => {
    start = () => {
      isStarted = true;
      resolve();
    };
  });
  const rest = (uri: string) => (typed.get(uri) ?? 0) + PAUSE_MS - Date.now();

  connection.languages.diagnostics.on(
    async ({ textDocument: { uri }, previousResultId }, token): Promise<DocumentDiagnosticReport | ResponseError<{ retriggerRequest: boolean }>> => {
      await started;
      for (let left = rest(uri); left > 0 && !token.isCancellationRequested; left = rest(uri)) await new Promise((resolve) => setTimeout(resolve, left));
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'somebody typed on', { retriggerRequest: true });
      const items = (await guarded('diagnostic', () => service.diagnostics(uri))) ?? [];
      const resultId = idOf(items);
      return resultId === previousResultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
    },
  );

  return {
    capabilities: { diagnosticProvider: { id: 'docker-giljabi-problems', documentSelector, interFileDependencies: true, workspaceDiagnostics: true } },
    start: () => start(),
    edited(uri) {
      if (service.documents.judged().includes(uri)) typed.set(uri, typed.has(uri) ? Date.now() : 0);
    },
    closed(uri) {
      typed.delete(uri);
      workspace.closed(uri);
    },
    renew(affected) {
      if (!refreshes || !isStarted || affected.length === 0) return;
      clearTimeout(refreshing);
      refreshing = setTimeout(() => void guarded('refresh', () => connection.languages.diagnostics.refresh()), PAUSE_MS);
    },
    renewFiles: workspace.renew,
  };
}

/** For an editor that only listens. */
function pushed(connection: Connection, service: Service, guarded: Guard): Channel {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let isStarted = false;

  return {
    capabilities: {},
    start() {
      isStarted = true;
      for (const uri of service.documents.judged()) publish(uri);
    },
    edited: publish,
    closed(uri) {
      clearTimeout(timers.get(uri));
      if (timers.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    renew: (affected) => affected.forEach(publish),
    // An editor that does not ask is told of what it has opened.
    renewFiles() {},
  };

  function publish(uri: string): void {
    if (!isStarted || !service.documents.judged().includes(uri)) return;
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => {
        void guarded('diagnostics', async () => {
          const diagnostics = await service.diagnostics(uri);
          if (timers.has(uri)) await connection.sendDiagnostics({ uri, diagnostics });
        });
      }, PAUSE_MS),
    );
  }
}
