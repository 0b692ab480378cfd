import * as vscode from 'vscode';
import { matches, same } from './check.ts';
import { until } from './editor.ts';

const execute = (command: string, ...args: readonly unknown[]) => vscode.commands.executeCommand(command, ...args);

/** Types a word into a document, takes the snippet that is offered for it first, and answers its editor. */
async function take(language: string, content: string, at: vscode.Position, word: string, begins: RegExp): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(at, at);
  await until('the cursor', () => editor.selection.active.isEqual(at));
  await execute('type', { text: word });
  await until('the word', () => document.lineAt(at.line).text.endsWith(word));
  await until('a snippet that is offered', async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, editor.selection.active);
    return items.some(({ kind, filterText }) => kind === vscode.CompletionItemKind.Snippet && filterText?.includes(word));
  });
  // Nobody tells when the list is shown: ask for it until its first entry has been taken.
  await until('the text of the snippet', async () => {
    if (begins.test(document.getText())) return true;
    await execute('editor.action.triggerSuggest');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await execute('acceptSelectedSuggestion');
    return false;
  });
  return editor;
}

const selected = ({ document, selection }: vscode.TextEditor) => document.getText(selection);

/** A whole Dockerfile, and a service where services stand; Tab goes from stop to stop. */
export function takesSnippets(): void {
  it('writes a Dockerfile from a prefix', async () => {
    const editor = await take('dockerfile', '', new vscode.Position(0, 0), 'next', /^# syntax=docker\/dockerfile:1\r?\n\r?\nFROM node:24-alpine AS deps/);
    const text = () => editor.document.getText();
    matches(text(), /CMD \["node", "server\.js"\]$/);
    // The first stop offers a choice; the second is a port that stands in two places.
    await until('the first stop', () => selected(editor) === '24-alpine');
    await execute('jumpToNextSnippetPlaceholder');
    await until('the second stop', () => selected(editor) === '3000');
    await execute('type', { text: '4000' });
    await until('both ports', () => /PORT=4000 /.test(text()) && /EXPOSE 4000/.test(text()));
  });

  it('writes a service under services, with what it needs', async () => {
    const editor = await take('dockercompose', 'services:\n  ', new vscode.Position(1, 2), 'redis', /^services:\r?\n {2}redis:\r?\n {4}image: redis:8-alpine/);
    const text = () => editor.document.getText().replace(/\r/g, '');
    matches(text(), /\n {4}restart: unless-stopped\n\nnetworks:\n {2}back: \{\}\n\nvolumes:\n {2}redis-data: \{\}$/);
    await until('the name', () => selected(editor) === 'redis');
    await execute('jumpToNextSnippetPlaceholder');
    await execute('jumpToNextSnippetPlaceholder');
    await until('the volume', () => editor.selections.length === 2 && selected(editor) === 'redis-data');
    await execute('type', { text: 'cache' });
    await until('both names', () => /- cache:\/data/.test(text()) && /\nvolumes:\n {2}cache: \{\}/.test(text()));
    await execute('undo');
    await until('the name again', () => /\nvolumes:\n {2}redis-data: \{\}/.test(text()));
  });

  it('finds a snippet by its Korean word', async () => {
    await take('dockerfile', 'FROM node:24-alpine\n', new vscode.Position(1, 0), '히어독', /\nRUN <<EOF\r?\nset -e/);
  });

  it('offers no service at the top of a file', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'dockercompose', content: 'services:\n  web:\n    image: nginx:1.28-alpine\n\n' });
    const words = async (line: number, column: number) => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, new vscode.Position(line, column));
      return items.map(({ filterText }) => filterText ?? '');
    };
    const top = await until('what is offered at the top', async () => {
      const found = await words(3, 0);
      return found.some((it) => it.startsWith('networks')) && found;
    });
    same(
      top.some((it) => it.startsWith('redis')),
      false,
    );
  });

  it('lets the editor insert by name what the server offers by place', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'dockerfile', content: '' });
    await vscode.window.showTextDocument(document);
    await execute('editor.action.insertSnippet', { langId: 'dockerfile', name: 'Python' });
    await until('the text of the snippet', () => /^# syntax=docker\/dockerfile:1\r?\n\r?\nFROM python:/.test(document.getText()));
  });
}
