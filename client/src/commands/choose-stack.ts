import { type QuickPickItem, window } from 'vscode';
import type { ChoiceName, Choices, Proposal } from '../../../server/host/protocol.ts';
import { ko } from '../ko.ts';

const { labels, words, asSuggested, oneByOne, nothingElse } = ko.newProject;

const NAMES: readonly ChoiceName[] = ['frontend', 'backend', 'proxy', 'database', 'cache', 'purpose', 'comments', 'file'];

interface WordItem extends QuickPickItem {
  readonly word: string;
}

/** What the project shall be made of: the suggestion as it is, or one choice after the other. Nothing where one turns away. */
export async function chooseStack({ choices, existing }: Proposal): Promise<Partial<Choices> | undefined> {
  const stack = NAMES.slice(0, 5).flatMap((name) => (choices[name] === 'none' ? [] : [labelOf(name, choices[name])]));
  const there = Object.entries(existing).map(([name, folder]) => ko.newProject.found(name, folder));
  const first: readonly QuickPickItem[] = [
    { label: asSuggested, description: stack.join(' + '), detail: there.join(' ') || nothingElse },
    { label: oneByOne, detail: ko.newProject.oneByOneDetail },
  ];
  const way = await window.showQuickPick(first, { title: ko.newProject.title, ignoreFocusOut: true });
  if (!way) return undefined;
  if (way.label === asSuggested) return choices;
  const chosen: Record<string, string> = {};
  for (const [i, name] of NAMES.entries()) {
    const suggested = choices[name];
    const items = Object.entries(words[name]).map(([word, label]): WordItem => ({ word, label, ...(word === suggested && { description: ko.newProject.suggested }) }));
    // What Enter takes comes first.
    items.sort((a, b) => Number(b.word === suggested) - Number(a.word === suggested));
    const item = await window.showQuickPick(items, { title: `${ko.newProject.title} (${i + 1}/${NAMES.length})`, placeHolder: labels[name], ignoreFocusOut: true });
    if (!item) return undefined;
    chosen[name] = item.word;
  }
  return chosen;
}

const labelOf = (name: ChoiceName, word: string): string => new Map(Object.entries(words[name])).get(word) ?? word;
