import * as vscode from 'vscode';
import { matches, same } from './check.ts';
import { hoverAt, openLesson, show, topicBehind } from './editor.ts';

/** One file, the words a learner points at, and what the hover must begin with. */
export interface Pointing {
  readonly kind: string;
  readonly document: () => Promise<vscode.TextDocument>;
  readonly languageId: string;
  readonly words: string;
  readonly says: RegExp;
}

const script = 'docker run --rm -d -p 8080:80 nginx:1.28-alpine\n';

/** What the shopping mall answers, in every host alike. */
export const mall: readonly Pointing[] = [
  { kind: 'a Dockerfile', document: () => show('frontend/Dockerfile'), languageId: 'dockerfile', words: 'FROM', says: /\*\*FROM\*\*/ },
  { kind: 'a compose file', document: () => show('compose.yaml'), languageId: 'dockercompose', words: 'depends_on', says: /depends_on/ },
  {
    kind: 'a shell script',
    document: async () => vscode.workspace.openTextDocument({ language: 'shellscript', content: script }),
    languageId: 'shellscript',
    words: '-p 8080',
    says: /-p/,
  },
  { kind: 'a fence in Markdown', document: () => show('README.md'), languageId: 'markdown', words: 'docker build -t', says: /docker/ },
];

/** A test for each pointing: a Korean hover whose “더 보기” names a lesson. */
export function answers(pointings: readonly Pointing[]): void {
  for (const { kind, document, languageId, words, says } of pointings) {
    it(`answers in ${kind}`, async () => {
      const shown = await document();
      same(shown.languageId, languageId);
      const hover = await hoverAt(shown, words);
      matches(hover, says);
      matches(topicBehind(hover), /^[a-z]+\//);
    });
  }
}

/** A test that “더 보기” of the hover on FROM opens its lesson as a page. */
export function opensLesson(dockerfile: string): void {
  it('opens the lesson behind “더 보기”', async () => {
    const topic = topicBehind(await hoverAt(await show(dockerfile), 'FROM'));
    same(topic, 'dockerfile/instruction/FROM');
    const tab = await openLesson(topic);
    same(tab.isActive, true);
  });
}
