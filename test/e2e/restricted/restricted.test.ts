import * as vscode from 'vscode';
import { matches, same } from '../suite/check.ts';
import { ourExtension, show, until } from '../suite/editor.ts';
import { answers, opensLesson } from '../suite/hovers.ts';

// The tests stand in this order: nothing has activated the extension before the first one.
describe('a folder that is not trusted', () => {
  it('is really restricted', () => {
    same(vscode.workspace.isTrusted, false);
  });

  it('does not wake the extension for plain text', async () => {
    const { activationEvents } = ourExtension().packageJSON;
    for (const event of activationEvents) matches(event, /^(onLanguage:|workspaceContains:|onFileSystem:docker-giljabi$|onTaskType:docker-giljabi$)/);
    const document = await show('notes.txt');
    same(document.languageId, 'plaintext');
    // That something does not happen shows only over time. Waking up begins with this command.
    for (const end = Date.now() + 2000; Date.now() < end; ) {
      const commands = await vscode.commands.getCommands();
      same(commands.includes('docker-giljabi.openLesson') || ourExtension().isActive, false);
    }
  });

  it('wakes the extension for a Dockerfile', async () => {
    await show('Dockerfile');
    await until('the activation', () => ourExtension().isActive);
  });

  answers([
    { kind: 'a Dockerfile', document: () => show('Dockerfile'), languageId: 'dockerfile', words: 'FROM', says: /\*\*FROM\*\*/ },
    { kind: 'a shell script', document: () => show('deploy.sh'), languageId: 'shellscript', words: '-p 8080', says: /-p/ },
    { kind: 'a fence in Markdown', document: () => show('commands.md'), languageId: 'markdown', words: 'docker run', says: /docker run/ },
  ]);
  opensLesson('Dockerfile');
});
