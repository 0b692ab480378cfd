import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ClientCapabilities, InitializeResult, Range } from 'vscode-languageserver';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const root = path.resolve(import.meta.dirname, '../..');

/** A file of `dist`, which is built where there is none. */
export function dist(file: string): string {
  const bundle = path.join(root, 'dist', file);
  if (!existsSync(bundle)) spawnSync(process.execPath, ['scripts/bundle.mjs'], { cwd: root, stdio: 'inherit' });
  return bundle;
}

/** A server of its own and the editor's end of its connection. */
export interface Editor {
  readonly connection: MessageConnection;
  /** What the server says it can do. */
  initialize(params: { readonly capabilities?: ClientCapabilities; readonly initializationOptions?: unknown; readonly rootUri?: string }): Promise<InitializeResult>;
  open(uri: string, languageId: string, text: string): Promise<void>;
  change(uri: string, version: number, range: Range, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  quit(): void;
}

export function startEditor(): Editor {
  const server = spawn(process.execPath, [dist('server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  assert.ok(server.stdout && server.stdin);
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  return {
    connection,
    async initialize({ capabilities = {}, initializationOptions, rootUri }) {
      const answer = await connection.sendRequest<InitializeResult>('initialize', { processId: process.pid, rootUri: rootUri ?? null, capabilities, initializationOptions });
      await connection.sendNotification('initialized', {});
      return answer;
    },
    open: (uri, languageId, text) => connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, range, text) => connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    quit() {
      connection.dispose();
      server.kill();
    },
  };
}
