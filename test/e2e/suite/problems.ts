import * as vscode from 'vscode';
import { matches, same } from './check.ts';
import { until } from './editor.ts';

const typo = 'services:\n  web:\n    image: nginx:1.28-alpine\n    port:\n      - "8080:80"\n';

const problemsOf = ({ uri }: vscode.TextDocument) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === '도커 길잡이');

const codeOf = ({ code }: vscode.Diagnostic) => (typeof code === 'object' ? code.value : code);

/** A misspelt key is shown, explained and mended. */
export function mendsProblems(): void {
  it('shows a problem, explains it and mends it', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'dockercompose', content: typo });
    await vscode.window.showTextDocument(document);
    const problem = await until('a problem', () => problemsOf(document)[0]);
    same(codeOf(problem), 'use-known-keys');
    same(document.getText(problem.range), 'port');
    const actions = await until('a quick fix', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, problem.range, 'quickfix');
      return found.some(({ isPreferred }) => isPreferred) && found;
    });
    const explain = actions.find(({ command }) => command?.command === 'docker-giljabi.explainProblem');
    same(explain?.command?.arguments?.[0], 'use-known-keys');
    const page = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'docker-giljabi', path: '/rule/use-known-keys.md' }));
    matches(page.getText(), /^# .*[가-힣]/m);
    const fix = actions.find(({ isPreferred }) => isPreferred);
    same(fix?.edit !== undefined && (await vscode.workspace.applyEdit(fix.edit)), true);
    await until('no problem', () => document.getText().includes('ports:') && !problemsOf(document).some((it) => codeOf(it) === 'use-known-keys'));
  });
}
