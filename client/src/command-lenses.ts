import { CodeLens, type CodeLensProvider, EventEmitter, Range, type TextDocument, workspace } from 'vscode';
import { ko } from './ko.ts';

const SETTING = 'docker-giljabi.explainLens';

/** More lenses than this hide what they explain. */
const MOST = 200;

const LINE = /^\s*(?:[$#>]\s+)?(?:sudo\s+)?docker(?:-compose)?\s+[a-z]/;

/** Above docker command lines a link to their explanation, where somebody has switched it on. Nothing is ever run. */
export function commandLenses(): CodeLensProvider & { readonly dispose: () => void } {
  const changes = new EventEmitter<void>();
  const listener = workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(SETTING) && changes.fire());
  return {
    onDidChangeCodeLenses: changes.event,
    provideCodeLenses(document) {
      if (workspace.getConfiguration().get(SETTING) !== true) return [];
      return [...commandsIn(document)]
        .slice(0, MOST)
        .map(({ line, text }) => new CodeLens(new Range(line, 0, line, 0), { title: ko.lens, command: 'docker-giljabi.explainCommand', arguments: [text] }));
    },
    dispose() {
      listener.dispose();
      changes.dispose();
    },
  };
}

/** Command lines with the lines that go on with them; in Markdown only those in fences. */
function* commandsIn(document: TextDocument): Generator<{ readonly line: number; readonly text: string }> {
  let isInFence = document.languageId !== 'markdown';
  for (let line = 0; line < document.lineCount; line++) {
    const text = document.lineAt(line).text;
    if (document.languageId === 'markdown' && /^\s*(?:`{3}|~{3})/.test(text)) isInFence = !isInFence;
    else if (isInFence && LINE.test(text)) {
      let last = line;
      while (/[\\^`]\s*$/.test(document.lineAt(last).text) && last + 1 < document.lineCount) last++;
      yield { line, text: document.getText(new Range(line, 0, last, document.lineAt(last).text.length)) };
      line = last;
    }
  }
}
