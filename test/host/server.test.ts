import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const root = path.resolve(import.meta.dirname, '../..');
const dist = (file: string) => path.join(root, 'dist', file);

describe('dist/server.js --stdio', () => {
  let server: ChildProcess;
  let connection: MessageConnection;

  before(() => {
    if (!existsSync(dist('server.js'))) spawnSync(process.execPath, ['scripts/bundle.mjs'], { cwd: root, stdio: 'inherit' });
    server = spawn(process.execPath, [dist('server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    assert.ok(server.stdout && server.stdin);
    connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    connection.listen();
  });
  after(() => {
    connection.dispose();
    server.kill();
  });

  it('speaks to any editor', async () => {
    const answer = await connection.sendRequest<{ capabilities: { hoverProvider: boolean } }>('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    assert.equal(answer.capabilities.hoverProvider, true);
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'file:///x/compose.yaml', languageId: 'yaml', version: 1, text: 'services:\n  web:\n    depends_on: [db]\n' },
    });
    const hover = await connection.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri: 'file:///x/compose.yaml' },
      position: { line: 2, character: 6 },
    });
    assert.match(hover.contents.value, /^\*\*depends_on\*\* — /);
  });

  it('offers snippets as the editor can put them in', async () => {
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: 'file:///x/Dockerfile', languageId: 'dockerfile', version: 1, text: 'nex' } });
    const items = await connection.sendRequest<{ label: string; insertTextFormat: number; textEdit: { newText: string } }[]>('textDocument/completion', {
      textDocument: { uri: 'file:///x/Dockerfile' },
      position: { line: 0, character: 3 },
    });
    const next = items.find(({ label }) => label === 'next');
    // This editor has not said that it knows tab stops.
    assert.equal(next?.insertTextFormat, 1);
    assert.match(next?.textEdit.newText ?? '', /^# syntax=docker\/dockerfile:1\n\nFROM node:24-alpine AS deps\n/);
  });

  it('answers nothing, and goes on, where a request makes no sense', async () => {
    assert.equal(await connection.sendRequest('textDocument/hover', { textDocument: { uri: 'file:///nope' }, position: { line: 9, character: 9 } }), null);
    assert.equal(await connection.sendRequest('docker-giljabi/lesson', { topic: '../../package' }), null);
    assert.ok(await connection.sendRequest('docker-giljabi/lesson', { topic: 'concept/image' }));
  });
});

describe('dist/cli.js', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [dist('cli.js'), ...args], { encoding: 'utf8' });
  it('explains a topic', () => {
    const { status, stdout } = run('explain', 'dockerfile/instruction/USER');
    assert.equal(status, 0);
    assert.match(stdout, /^\*\*USER\*\*/);
  });
  it('explains a command line', () => assert.match(run('explain', 'docker', 'run', '-d', 'nginx:1.28-alpine').stdout, /\*\*docker run -d\*\*/));
  it('says in one Korean line what it does not know', () => {
    const { status, stdout, stderr } = run('explain', '없는것');
    assert.deepEqual([status, stdout, stderr.trim().split('\n').length], [1, '', 1]);
  });
  it('wrong usage is 2', () => assert.deepEqual([run('bogus').status, run('explain').status], [2, 2]));
});
