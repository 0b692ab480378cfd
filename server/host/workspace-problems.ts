import type { CancellationToken, Connection, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import type { Service } from '../src/service/service.ts';
import type { Guard } from './guard.ts';
import type { FilesResult } from './protocol.ts';

/** An editor that has just started has better things to do. */
const FIRST_MS = 1000;

/** Changes come in flocks. */
const SETTLE_MS = 300;

/** A short name for an answer, so that the same answer need not be sent twice. */
export function idOf(items: unknown): string {
  let hash = 5381;
  const text = JSON.stringify(items);
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) >>> 0;
  return `${text.length}-${hash}`;
}

/**
 * Findings in files that are not open, as far as the editor lists such files. An editor asks again as soon as it has an answer:
 * from the second time on the answer waits until something has changed.
 */
export function workspaceProblems(connection: Connection, service: Service, guarded: Guard, listsFiles: boolean) {
  let changes = 1;
  let answered = 0;
  let wake = () => {};
  /** Closed documents, of which the editor may still show what it knows. */
  const closed = new Set<string>();

  connection.languages.diagnostics.onWorkspace(async (params, token) => {
    await somethingNew(token);
    if (token.isCancellationRequested) return { items: [] };
    answered = changes;
    return (await guarded('workspace diagnostics', () => report(params))) ?? { items: [] };
  });

  const renew = () => {
    changes++;
    wake();
  };
  return {
    /** Files or settings were changed. */
    renew,
    closed(uri: string): void {
      closed.add(uri);
      renew();
    },
  };

  async function somethingNew(token: CancellationToken): Promise<void> {
    if (answered === changes) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        token.onCancellationRequested(() => resolve());
      });
    }
    await new Promise((resolve) => setTimeout(resolve, answered === 0 ? FIRST_MS : SETTLE_MS));
  }

  async function report({ previousResultIds }: WorkspaceDiagnosticParams): Promise<WorkspaceDiagnosticReport> {
    const listed = listsFiles ? (await connection.sendRequest<FilesResult>('docker-giljabi/files', {})).uris : [];
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const open = new Set(service.documents.judged());
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const uri of listed) if (!open.has(uri)) items.push(await reportOn(uri, known.get(uri)));
    // What the compose files among them point at is looked at with them.
    const pointedAt = listed.length === 0 ? [] : service.filesOfStacks().filter((uri) => !listed.includes(uri));
    for (const uri of pointedAt) if (!open.has(uri)) items.push(await reportOn(uri, known.get(uri)));
    // What is gone, or was closed and is none of the listed files, is not in order: it is nothing.
    const looked = new Set([...listed, ...pointedAt]);
    const gone = [...known.keys(), ...closed].filter((uri) => !looked.has(uri) && !open.has(uri));
    for (const uri of new Set(gone)) items.push({ kind: 'full', uri, version: null, items: [] });
    closed.clear();
    return { items };
  }

  async function reportOn(uri: string, before: string | undefined): Promise<WorkspaceDocumentDiagnosticReport> {
    const items = (await guarded('workspace diagnostics', () => service.diagnosticsOnDisk(uri))) ?? [];
    const resultId = idOf(items);
    const base = { uri, version: null, resultId };
    return before === resultId ? { ...base, kind: 'unchanged' } : { ...base, kind: 'full', items };
  }
}
