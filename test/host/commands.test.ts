import assert from 'node:assert/strict';
import type { CodeAction, DocumentDiagnosticReport } from 'vscode-languageserver';
import { type Editor, startEditor } from '../support/server.ts';

const uri = 'file:///x/README.md';
const page = '```bash\ndocker run -d -p 8080:80 Nginx:1.28-alpine\n```\n';
const range = { start: { line: 1, character: 12 }, end: { line: 1, character: 12 } };

describe('command lines over a connection', () => {
  let editor: Editor;
  beforeEach(() => {
    editor = startEditor();
  });
  afterEach(() => editor.quit());

  it('are judged in pages', async () => {
    await editor.initialize({ capabilities: { textDocument: { diagnostic: {} } } });
    await editor.open(uri, 'markdown', page);
    const report = await editor.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    assert.deepEqual(report.kind === 'full' && report.items.map(({ code, range: { start } }) => [code, start]), [['name-images-validly', { line: 1, character: 25 }]]);
  });

  it('become a compose file, where the editor can make one', async () => {
    await editor.initialize({
      capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
      initializationOptions: { readsFiles: true },
    });
    editor.connection.onRequest('docker-giljabi/stat', () => ({ kind: 'missing' }));
    await editor.open(uri, 'markdown', page);
    const actions = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only: ['refactor'] },
    });
    assert.deepEqual(
      actions.map(({ kind, edit }) => [kind, edit?.documentChanges?.length]),
      [['refactor.rewrite', 2]],
    );
  });

  it('are explained on a page', async () => {
    await editor.initialize({});
    const { markdown } = await editor.connection.sendRequest<{ markdown: string }>('docker-giljabi/explainCommand', { text: 'docker rm -f $(docker ps -aq)' });
    assert.match(markdown, /⚠️ \*\*조심\*\*/);
    assert.match(markdown, /### `-f`/);
  });
});
