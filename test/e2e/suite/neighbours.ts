import * as vscode from 'vscode';
import { matches, same } from './check.ts';
import { hoverAt, show, until } from './editor.ts';

const codeOf = ({ code }: vscode.Diagnostic) => (typeof code === 'object' ? code.value : code);

/** A file of another program: its words lead to the services, and what is wrong in it is shown and mended. Nothing is saved. */
export function followsStack(): void {
  it('leads from nginx to a service, and mends an address that is wrong', async () => {
    const document = await show('nginx/default.conf');
    const right = document.getText();
    const host = document.positionAt(right.indexOf('backend:8080') + 1);
    const [definition] = await until('a definition', async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, host);
      return found.length > 0 && found;
    });
    matches(String(definition && ('uri' in definition ? definition.uri : definition.targetUri)), /\/compose\.yaml$/);
    matches(await hoverAt(document, 'backend:8080'), /`backend` 서비스에 접속합니다/);

    const edit = new vscode.WorkspaceEdit();
    const start = right.indexOf('backend:8080');
    edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(start + 'backend'.length)), 'localhost');
    await vscode.workspace.applyEdit(edit);
    try {
      const problem = await until('a problem', () => vscode.languages.getDiagnostics(document.uri).find((it) => codeOf(it) === 'proxy-to-services'));
      same(document.getText(problem.range), 'localhost');
      const fix = await until('a quick fix', async () => {
        const found = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, problem.range, 'quickfix');
        return found.find((it) => it.edit && it.title.includes('backend:8080'));
      });
      same(fix.edit !== undefined && (await vscode.workspace.applyEdit(fix.edit)), true);
      same(document.getText(), right);
      await until('no problem', () => !vscode.languages.getDiagnostics(document.uri).some((it) => codeOf(it) === 'proxy-to-services'));
    } finally {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });
}
