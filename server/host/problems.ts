import {
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type ServerCapabilities,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { RuleSettings, Severity } from '../src/service/service.ts';
import { FIX_ALL, type Service } from '../src/service/service.ts';
import { ko } from './ko.ts';
import type { FilesResult, InitializationOptions } from './protocol.ts';

/** A pause after the last keystroke, so that a word being typed is not told off letter by letter. */
const PAUSE_MS = 150;

const SECTION = 'docker-giljabi';

/** What the server can do about problems, for this client. */
export function problemCapabilities({ capabilities }: InitializeParams): ServerCapabilities {
  return {
    codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
    ...(capabilities.textDocument?.diagnostic && { diagnosticProvider: { identifier: SECTION, interFileDependencies: true, workspaceDiagnostics: true } }),
  };
}

/**
 * Findings for the editor: pulled where the client asks for them, pushed a moment after the last keystroke where it does not.
 * Answers what to call when documents open, change and close.
 */
export function serveProblems(connection: Connection, service: Service, guarded: <T>(what: string, answer: () => Promise<T | undefined>) => Promise<T | null>) {
  let pulls = false;
  let refreshes = false;
  let configures = false;
  let explains = false;
  let listsFiles = false;
  let isReady = false;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }): Promise<DocumentDiagnosticReport> => {
    const items = (await guarded('diagnostic', () => service.diagnostics(uri))) ?? [];
    const resultId = idOf(items);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }) => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const listed = listsFiles ? ((await guarded('files', async () => (await connection.sendRequest<FilesResult>('docker-giljabi/files', {})).uris)) ?? []) : [];
    const open = new Set(service.documents.uris());
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const uri of listed) {
      if (open.has(uri)) continue;
      const found = (await guarded('diagnostic', () => service.diagnosticsOnDisk(uri))) ?? [];
      const resultId = idOf(found);
      const base = { uri, version: null, resultId };
      items.push(known.get(uri) === resultId ? { ...base, kind: 'unchanged' } : { ...base, kind: 'full', items: found });
    }
    return { items };
  });

  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) => guarded('codeAction', () => service.actions(uri, range, only, explains)));

  connection.onDidChangeConfiguration(({ settings }) => {
    void guarded('configuration', () => configure(settings?.[SECTION]));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) changed(uri);
  });

  return {
    initialize({ capabilities }: InitializeParams, options: InitializationOptions): void {
      pulls = capabilities.textDocument?.diagnostic !== undefined;
      refreshes = capabilities.workspace?.diagnostics?.refreshSupport === true;
      configures = capabilities.workspace?.configuration === true;
      explains = options.commandLinks === true;
      listsFiles = options.readsFiles === true;
      service.configure(settingsOf(options.settings));
    },
    async initialized(): Promise<void> {
      isReady = true;
      if (configures) await configure(undefined);
      else for (const uri of service.documents.uris()) publish(uri);
    },
    edited(uri: string): void {
      publish(uri);
      changed(uri);
    },
    closed(uri: string): void {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      if (!pulls) void connection.sendDiagnostics({ uri, diagnostics: [] });
      changed(uri);
    },
  };

  /** Documents that look at this file may say something else now. */
  function changed(uri: string): void {
    const affected = service.changed(uri);
    if (affected.length > 0 && pulls && refreshes) connection.languages.diagnostics.refresh();
    for (const other of affected) publish(other);
  }

  async function configure(pushed: unknown): Promise<undefined> {
    service.configure(settingsOf(configures ? await connection.workspace.getConfiguration(SECTION) : pushed));
    if (pulls && refreshes) connection.languages.diagnostics.refresh();
    for (const uri of service.documents.uris()) publish(uri);
    return undefined;
  }

  function publish(uri: string): void {
    if (pulls || !isReady) return;
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => {
        timers.delete(uri);
        void guarded('diagnostics', async () => {
          const diagnostics = await service.diagnostics(uri);
          if (service.documents.textOf(uri) !== undefined) await connection.sendDiagnostics({ uri, diagnostics });
          return undefined;
        });
      }, PAUSE_MS),
    );
  }
}

/** A short name for an answer, so that the same answer need not be sent twice. */
function idOf(items: unknown): string {
  let hash = 5381;
  const text = JSON.stringify(items);
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) >>> 0;
  return `${text.length}-${hash}`;
}

const SEVERITIES: readonly (Severity | 'off')[] = ['off', 'hint', 'information', 'warning', 'error'];

/** The settings `docker-giljabi.*`, whatever somebody has written there. */
export function settingsOf(settings: unknown): RuleSettings {
  const { profile, rules } = isRecord(settings) ? settings : {};
  const severities: Record<string, Severity | 'off'> = {};
  for (const [id, value] of Object.entries(isRecord(rules) ? rules : {})) {
    const severity = SEVERITIES.find((it) => it === value);
    if (severity) severities[id] = severity;
  }
  return { profile: ko.profiles[String(profile)] ?? 'beginner', severities };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
