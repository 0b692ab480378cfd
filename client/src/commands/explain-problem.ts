import { languages, window } from 'vscode';
import { ko } from '../ko.ts';
import { openLesson } from './open-lesson.ts';

/** Opens the page of a rule: of the one named by a code action, else of the problem at the cursor. */
export async function explainProblem(rule: unknown): Promise<void> {
  const id = typeof rule === 'string' ? rule : ruleAtCursor();
  if (id === undefined) await window.showInformationMessage(ko.noProblem);
  else await openLesson(`rule/${id}`);
}

function ruleAtCursor(): string | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const found = languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === ko.name && range.start.line <= editor.selection.active.line && editor.selection.active.line <= range.end.line);
  const exact = found.find(({ range }) => range.contains(editor.selection.active)) ?? found[0];
  return typeof exact?.code === 'object' ? String(exact.code.value) : typeof exact?.code === 'string' ? exact.code : undefined;
}
