import { commands, env, Uri, window } from 'vscode';
import { ko } from '../ko.ts';
import { SCHEME } from '../lesson-files.ts';

const COMMAND = /(?:^|[\s$>;&|])docker(?:-compose)?(?:\.exe)?\s+\S/;

/** Asks for a docker command line, offering the one at hand, and opens the page that explains it. `given` is explained at once. */
export async function explainCommand(given: unknown): Promise<void> {
  const text = typeof given === 'string' ? given : await ask();
  if (text === undefined || text.trim() === '') return;
  const name = /docker(?:-compose)?(?:\s+[a-z]+)?(?:\s+[a-z]+)?/.exec(text)?.[0].replace(/\s+/g, '-') ?? 'docker';
  await commands.executeCommand('markdown.showPreview', Uri.from({ scheme: SCHEME, path: `/explain/${name}.md`, query: text.trim() }));
}

const ask = async (): Promise<string | undefined> =>
  window.showInputBox({
    title: ko.explainCommand.title,
    prompt: ko.explainCommand.prompt,
    placeHolder: ko.explainCommand.example,
    value: oneLine(await atHand()),
    ignoreFocusOut: true,
  });

/** What is selected, the line of the cursor, or what was copied, as far as it is a docker command line. */
async function atHand(): Promise<string> {
  const editor = window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? '';
  if (COMMAND.test(selected)) return selected;
  const line = editor && selected === '' ? editor.document.lineAt(editor.selection.active.line).text : '';
  if (COMMAND.test(line) && /\bdocker/.test(line) && editor && /^(?:shellscript|markdown)$/.test(editor.document.languageId)) return line;
  const copied = await env.clipboard.readText();
  return copied.length < 4000 && /^\s*(?:[$#>]\s*)?(?:sudo\s+)?docker(?:-compose)?\s/.test(copied) ? copied : '';
}

/** An input box has one line: lines that go on are joined. */
const oneLine = (text: string): string =>
  text
    .replace(/[ \t]*[\\^`][ \t]*\r?\n\s*/g, ' ')
    .replace(/\s*\r?\n\s*/g, ' && ')
    .replace(/^\s*(?:[$#>]\s+)?|(?:\s|&&)+$/g, '');
