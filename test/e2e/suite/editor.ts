import * as vscode from 'vscode';
import { matches } from './check.ts';

/** What the extension gives its tests. */
interface Api {
  serverPid(): Promise<number | undefined>;
}

/** How long an answer may take on a slow machine. */
const LIMIT_MS = 20_000;

/** The first answer of `ask` that is something, asked again and again. A refusal counts as no answer yet. */
export async function until<T>(what: string, ask: () => T | undefined | false | PromiseLike<T | undefined | false>): Promise<T> {
  const end = Date.now() + LIMIT_MS;
  let refusal: unknown;
  while (Date.now() < end) {
    try {
      const answer = await withinLimit(ask());
      if (answer) return answer;
    } catch (error) {
      refusal = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited ${LIMIT_MS} ms for ${what}`, { cause: refusal });
}

/** A question to a server that has just died is never answered: ask a new one. */
function withinLimit<T>(answer: T | PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), 3000);
    Promise.resolve(answer)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

export function ourExtension(): vscode.Extension<Api> {
  const extension = vscode.extensions.getExtension<Api>('docker-giljabi.docker-giljabi');
  if (!extension) throw new Error('the extension is not installed');
  return extension;
}

/** A file of the opened folder, shown in an editor. */
export async function show(path: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return showUri(vscode.Uri.joinPath(folder.uri, path));
}

export async function showUri(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Our hover at the first `words` of a document, as Markdown. */
export async function hoverAt(document: vscode.TextDocument, words: string): Promise<string> {
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`no “${words}” in ${document.uri.path}`);
  return until(`a hover on “${words}”`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(offset + 1));
    const text = hovers.flatMap(({ contents }) => contents).map((content) => (typeof content === 'string' ? content : content.value));
    return text.find((markdown) => /[가-힣]/.test(markdown));
  });
}

/** The topic that the “더 보기” of a hover opens. */
export function topicBehind(hover: string): string {
  const argument = /\[더 보기\]\(command:docker-giljabi\.openLesson\?([^)\s]+)/.exec(hover)?.[1];
  if (!argument) throw new Error(`no link to a lesson in: ${hover}`);
  const [topic]: unknown[] = JSON.parse(decodeURIComponent(argument));
  if (typeof topic !== 'string') throw new Error(`no topic in: ${argument}`);
  return topic;
}

/** Follows a “더 보기” and answers the tab that shows the lesson, whose page must have a Korean title. */
export async function openLesson(topic: string): Promise<vscode.Tab> {
  await vscode.commands.executeCommand('docker-giljabi.openLesson', topic);
  const page = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'docker-giljabi', path: `/${topic}.md` }));
  matches(page.getText(), /^# .*[가-힣]/m);
  const file = topic.slice(topic.lastIndexOf('/') + 1);
  return until(`a preview of ${topic}`, () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input, label }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview') && label.includes(file)),
  );
}
