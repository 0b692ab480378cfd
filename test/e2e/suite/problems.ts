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
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(problem.range.start, problem.range.start);
    await vscode.commands.executeCommand('docker-giljabi.explainProblem');
    await until('the page of the rule', () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('use-known-keys'))));
    const fix = actions.find(({ isPreferred }) => isPreferred);
    same(fix?.edit !== undefined && (await vscode.workspace.applyEdit(fix.edit)), true);
    await until('no problem', () => document.getText().includes('ports:') && !problemsOf(document).some((it) => codeOf(it) === 'use-known-keys'));
  });
}

/** The settings reach the rules: what is no error is left out in an examination, and comes back. */
export function followsSettings(): void {
  it('weighs problems as the settings say', async () => {
    // Two findings, of which Docker refuses nothing.
    const document = await vscode.workspace.openTextDocument({ language: 'dockercompose', content: `version: "3.8"\n${typo.replace('port:', 'ports:')}` });
    await vscode.window.showTextDocument(document);
    const settings = vscode.workspace.getConfiguration('docker-giljabi');
    const severityOf = (rule: string) => problemsOf(document).find((it) => codeOf(it) === rule)?.severity;
    await until('a hint', () => severityOf('drop-version') !== undefined);
    try {
      await settings.update('profile', '시험', vscode.ConfigurationTarget.Global);
      await until('nothing but errors', () => problemsOf(document).length === 0);
      await settings.update('rules.drop-version', 'error', vscode.ConfigurationTarget.Global);
      await until('an error', () => severityOf('drop-version') === vscode.DiagnosticSeverity.Error);
    } finally {
      await settings.update('rules.drop-version', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('profile', undefined, vscode.ConfigurationTarget.Global);
    }
    await until('the hint again', () => severityOf('drop-version') !== undefined && severityOf('drop-version') !== vscode.DiagnosticSeverity.Error);
  });
}

/** A file that nobody has opened is looked at too, as long as it is there. */
export function findsProblemsOnDisk(): void {
  it('finds problems in files that are not open', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
    const uri = vscode.Uri.joinPath(folder, 'compose.e2e.yaml');
    const codes = () => vscode.languages.getDiagnostics(uri).map(codeOf);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(typo));
    try {
      await until('a problem', () => codes().includes('use-known-keys'));
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
    await until('no problem', () => codes().length === 0);
  });
}
