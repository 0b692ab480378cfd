import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  type PublishDiagnosticsParams,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { type Editor, startEditor } from '../support/server.ts';

const uri = 'file:///x/compose.yaml';
const typo = 'services:\n  web:\n    image: nginx:1.28-alpine\n    port: ["8080:80"]\n';
/** Behind `port`. */
const behind = { start: { line: 3, character: 8 }, end: { line: 3, character: 8 } };

const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code);

describe('problems over a connection', () => {
  let editor: Editor;
  beforeEach(() => {
    editor = startEditor();
  });
  afterEach(() => editor.quit());

  describe('pushed', () => {
    /** The next diagnostics that the server sends of a document. */
    const published = () =>
      new Promise<PublishDiagnosticsParams>((resolve) => {
        const { dispose } = editor.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
          dispose();
          resolve(params);
        });
      });

    it('come by themselves, follow what is typed, and go when the document is closed', async () => {
      const { capabilities } = await editor.initialize({});
      assert.equal(capabilities.diagnosticProvider, undefined);
      const first = published();
      await editor.open(uri, 'yaml', typo);
      assert.deepEqual([(await first).uri, codes((await first).diagnostics)], [uri, ['use-known-keys']]);
      const second = published();
      await editor.change(uri, 2, behind, 'x');
      await editor.change(uri, 3, { start: behind.start, end: { line: 3, character: 9 } }, 's');
      assert.deepEqual(await second, { uri, diagnostics: [] });
      const third = published();
      await editor.change(uri, 4, { start: behind.start, end: { line: 3, character: 9 } }, '');
      assert.equal((await third).diagnostics.length, 1);
      const last = published();
      await editor.close(uri);
      assert.deepEqual(await last, { uri, diagnostics: [] });
    });

    it('weigh as the editor says, at once and later', async () => {
      await editor.initialize({ initializationOptions: { settings: { rules: { 'use-known-keys': 'hint' } } } });
      const first = published();
      await editor.open(uri, 'dockercompose', typo);
      assert.equal((await first).diagnostics[0]?.severity, 4);
      const second = published();
      await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { 'docker-giljabi': { rules: { 'use-known-keys': 'off' } } } });
      assert.deepEqual((await second).diagnostics, []);
    });

    it('keep to what came first where an editor that is asked has nothing set', async () => {
      editor.connection.onRequest('workspace/configuration', () => [null]);
      const first = published();
      await editor.initialize({ capabilities: { workspace: { configuration: true } }, initializationOptions: { settings: { rules: { 'use-known-keys': 'hint' } } } });
      await editor.open(uri, 'dockercompose', typo);
      assert.equal((await first).diagnostics[0]?.severity, 4);
    });

    it('are not sent of documents that have no rules', async () => {
      await editor.initialize({});
      const first = published();
      await editor.open('file:///x/a.json', 'json', '{}\n');
      await editor.open(uri, 'yaml', typo);
      assert.equal((await first).uri, uri);
    });

    it('wait for the settings of an editor that is asked for them', async () => {
      editor.connection.onRequest('workspace/configuration', async () => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        return [{ profile: '실무', rules: { 'use-known-keys': 'warning' } }];
      });
      const first = published();
      await editor.initialize({ capabilities: { workspace: { configuration: true } } });
      await editor.open(uri, 'dockercompose', typo);
      assert.equal((await first).diagnostics[0]?.severity, 2);
    });
  });

  describe('pulled', () => {
    const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
    const pull = (previousResultId?: string, of = uri) =>
      editor.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: of }, ...(previousResultId && { previousResultId }) });

    it('are answered, and not sent again when they are the same', async () => {
      const answer = await editor.initialize({ capabilities });
      assert.ok(answer.capabilities.diagnosticProvider);
      editor.connection.onNotification('textDocument/publishDiagnostics', () => assert.fail('nothing is pushed'));
      await editor.open(uri, 'dockercompose', typo);
      const first = await pull();
      assert.ok(first.kind === 'full');
      assert.deepEqual(codes(first.items), ['use-known-keys']);
      assert.deepEqual(await pull(first.resultId), { kind: 'unchanged', resultId: first.resultId });
      await editor.change(uri, 2, behind, 's');
      const third = await pull(first.resultId);
      assert.deepEqual(third.kind === 'full' && third.items, []);
    });

    it('are nothing for a document without rules', async () => {
      await editor.initialize({ capabilities });
      await editor.open('file:///x/a.json', 'json', '{}\n');
      const report = await pull(undefined, 'file:///x/a.md');
      assert.deepEqual(report.kind === 'full' && report.items, []);
    });

    it('are asked for again when the settings change', async () => {
      await editor.initialize({ capabilities });
      await editor.open(uri, 'dockercompose', typo);
      await pull();
      const refreshed = new Promise<void>((resolve) => {
        editor.connection.onRequest('workspace/diagnostic/refresh', () => {
          resolve();
          return null;
        });
      });
      await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { 'docker-giljabi': { rules: { 'use-known-keys': 'off' } } } });
      await refreshed;
      const report = await pull();
      assert.deepEqual(report.kind === 'full' && report.items, []);
    });

    it('wait for a pause in the typing, and are not answered twice', async () => {
      await editor.initialize({ capabilities });
      await editor.open(uri, 'dockercompose', typo);
      await pull();
      const start = Date.now();
      await editor.change(uri, 2, behind, 'x');
      const source = new CancellationTokenSource();
      const early = editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token).catch((error: { code: number }) => error.code);
      source.cancel();
      await editor.change(uri, 3, { start: behind.start, end: { line: 3, character: 9 } }, 's');
      const late = await pull();
      assert.deepEqual(late.kind === 'full' && late.items, []);
      assert.ok(Date.now() - start >= 140);
      assert.equal(await early, LSPErrorCodes.RequestCancelled);
    });

    it('of files that others depend on are watched by an editor that can', async () => {
      const watched = new Promise<{ registrations: { method: string }[] }>((resolve) => {
        editor.connection.onRequest('client/registerCapability', (params: { registrations: { method: string }[] }) => {
          resolve(params);
          return null;
        });
      });
      await editor.initialize({ capabilities: { ...capabilities, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } });
      assert.deepEqual(
        (await watched).registrations.map(({ method }) => method),
        ['workspace/didChangeWatchedFiles'],
      );
    });

    it('are found in files that are not open, again when something has changed', async () => {
      const rootUri = 'file:///x';
      const files = new Map([
        ['file:///x/compose.yaml', typo],
        ['file:///x/compose.prod.yaml', `${typo.replace('port', 'ports')}    env_file: [web.env]\n`],
        ['file:///x/old/compose.yaml', typo],
      ]);
      editor.connection.onRequest('docker-giljabi/files', () => ({ uris: [...files.keys()].filter((it) => it.endsWith('yaml')) }));
      editor.connection.onRequest('docker-giljabi/read', (params: { uri: string }) => (files.has(params.uri) ? { text: files.get(params.uri) } : null));
      editor.connection.onRequest('docker-giljabi/stat', (params: { uri: string }) => ({ kind: files.has(params.uri) ? 'file' : 'missing' }));
      await editor.initialize({ capabilities, rootUri, initializationOptions: { readsFiles: true } });
      const ask = (known: WorkspaceDiagnosticReport['items'] = []) =>
        editor.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
          previousResultIds: known.flatMap((item) => (item.resultId ? [{ uri: item.uri, value: item.resultId }] : [])),
        });
      const said = ({ items }: WorkspaceDiagnosticReport) => items.map((item) => [item.uri.slice(rootUri.length + 1), item.kind === 'full' ? codes(item.items) : item.kind]);
      const first = await ask();
      assert.deepEqual(said(first), [
        ['compose.yaml', ['use-known-keys']],
        ['compose.prod.yaml', ['create-env-files']],
        ['old/compose.yaml', ['use-known-keys']],
      ]);

      const second = ask(first.items);
      const tell = (name: string, type: number) => editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `${rootUri}/${name}`, type }] });
      // Nobody looks at this one.
      await tell('notes/notes.txt', 1);
      const isAnswered = await Promise.race([second.then(() => true), new Promise((resolve) => setTimeout(resolve, 700, false))]);
      assert.equal(isAnswered, false);
      files.set('file:///x/web.env', 'A=1\n');
      files.delete('file:///x/old/compose.yaml');
      await tell('web.env', 1);
      assert.deepEqual(said(await second), [
        ['compose.yaml', 'unchanged'],
        ['compose.prod.yaml', []],
        // It is one of the files that a compose file points at.
        ['web.env', []],
        ['old/compose.yaml', []],
      ]);
    });

    it('of a closed document that is none of the listed files are taken back', async () => {
      editor.connection.onRequest('docker-giljabi/files', () => ({ uris: [] }));
      await editor.initialize({ capabilities, initializationOptions: { readsFiles: true } });
      await editor.open('untitled:a', 'dockercompose', typo);
      await editor.close('untitled:a');
      const report = await editor.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
      assert.deepEqual(report.items, [{ kind: 'full', uri: 'untitled:a', version: null, items: [] }]);
    });
  });

  it('the light bulb mends, by kinds', async () => {
    const { capabilities } = await editor.initialize({ initializationOptions: { commandLinks: true } });
    assert.deepEqual(capabilities.codeActionProvider, { codeActionKinds: ['quickfix', 'source.fixAll.docker-giljabi', 'refactor.rewrite'] });
    await editor.open(uri, 'dockercompose', typo);
    const ask = (only?: string[]) =>
      editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: behind, context: { diagnostics: [], ...(only && { only }) } });
    const [fix, explain] = await ask();
    assert.deepEqual(fix?.edit?.changes?.[uri], [{ range: { start: { line: 3, character: 4 }, end: { line: 3, character: 8 } }, newText: 'ports' }]);
    assert.equal(explain?.command?.command, 'docker-giljabi.explainProblem');
    assert.deepEqual(
      (await ask(['source.fixAll'])).map(({ kind }) => kind),
      ['source.fixAll.docker-giljabi'],
    );
    const { markdown } = await editor.connection.sendRequest<{ markdown: string }>('docker-giljabi/lesson', { topic: 'rule/use-known-keys' });
    assert.match(markdown, /^# .*[가-힣]/);
  });
});
