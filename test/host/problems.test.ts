import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';

interface PublishDiagnosticsParams {
  readonly diagnostics: readonly Diagnostic[];
}

const bundle = path.resolve(import.meta.dirname, '../../dist/server.js');
const uri = 'file:///shop/compose.yaml';
const typo = 'services:\n  web:\n    image: nginx:1.28-alpine\n    port:\n      - "8080:80"\n';

/** A server that was told what the editor can do. */
async function start(capabilities: object): Promise<{ server: ChildProcess; connection: MessageConnection }> {
  const server = spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  assert.ok(server.stdout && server.stdin);
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  return { server, connection };
}

const open = (connection: MessageConnection, text: string) =>
  connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'dockercompose', version: 1, text } });

describe('problems over the protocol', () => {
  let server: ChildProcess;
  let connection: MessageConnection;
  afterEach(() => {
    connection.dispose();
    server.kill();
  });

  it('are pushed to an editor that does not ask, and taken back when the file is closed', async () => {
    ({ server, connection } = await start({}));
    const pushed: PublishDiagnosticsParams[] = [];
    const next = () =>
      new Promise<PublishDiagnosticsParams>((resolve) => {
        connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
          pushed.push(params);
          resolve(params);
        });
      });
    const first = next();
    await open(connection, typo);
    const [problem] = (await first).diagnostics;
    assert.deepEqual(
      [problem?.code, problem?.source, problem?.severity, problem?.range],
      ['use-known-keys', '도커 길잡이', 1, { start: { line: 3, character: 4 }, end: { line: 3, character: 8 } }],
    );
    const closed = next();
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual((await closed).diagnostics, []);
  });

  it('are pulled by an editor that asks, and not sent twice', async () => {
    ({ server, connection } = await start({ textDocument: { diagnostic: {} } }));
    await open(connection, typo);
    const pull = (previousResultId?: string) =>
      connection.sendRequest<{ kind: string; resultId: string; items?: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
    const report = await pull();
    assert.deepEqual(
      report.items?.map(({ code }) => code),
      ['use-known-keys'],
    );
    assert.equal((await pull(report.resultId)).kind, 'unchanged');
  });

  it('come with their cures', async () => {
    ({ server, connection } = await start({ textDocument: { diagnostic: {} } }));
    await open(connection, typo);
    const ask = (only?: string[]) =>
      connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line: 3, character: 5 }, end: { line: 3, character: 5 } },
        context: { diagnostics: [], ...(only && { only }) },
      });
    const actions = await ask();
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ['`ports` 키로 고치기', true],
        ['이 줄에서 `use-known-keys` 무시하기', undefined],
      ],
    );
    assert.deepEqual(
      (await ask(['source.fixAll'])).map(({ kind }) => kind),
      ['source.fixAll.docker-giljabi'],
    );
  });

  it('follow the settings', async () => {
    ({ server, connection } = await start({ textDocument: { diagnostic: {} } }));
    await open(connection, typo);
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: { 'docker-giljabi': { rules: { 'use-known-keys': 'off' } } } });
    const report = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
    assert.deepEqual(report.items, []);
  });
});
