import { commands, Uri, window } from 'vscode';
import { ko } from '../ko.ts';
import { SCHEME } from '../lesson-files.ts';

/** Opens the page of a lesson as rendered Markdown. `topic` comes from a link in a hover. */
export async function openLesson(topic: unknown): Promise<void> {
  if (typeof topic !== 'string' || !/^[\w=~.+#-]+(?:\/[\w=~.+#-]+)*$/.test(topic)) {
    await window.showWarningMessage(ko.noLesson);
    return;
  }
  await commands.executeCommand('markdown.showPreview', Uri.from({ scheme: SCHEME, path: `/${topic}.md` }));
}
