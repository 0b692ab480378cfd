import { type QuickPickItem, window } from 'vscode';
import type { SearchResult } from '../../../server/host/protocol.ts';
import { ko } from '../ko.ts';
import { openLesson } from './open-lesson.ts';

interface LessonItem extends QuickPickItem {
  readonly topic: string;
}

/** Looks for a lesson while one types, and opens the one that is picked. The server knows the words, so the list is always its answer. */
export function searchLessons(search: (query: string) => Promise<SearchResult | null>): void {
  const pick = window.createQuickPick<LessonItem>();
  pick.placeholder = ko.searchLessons;
  let asked = 0;
  const ask = async (query: string) => {
    const turn = ++asked;
    pick.busy = true;
    const found = (await search(query)) ?? [];
    // An answer that comes late is about letters that are gone.
    if (turn !== asked) return;
    pick.busy = false;
    pick.items = found.map(({ topic, name, meaning }) => ({ topic, label: name, description: meaning, alwaysShow: true }));
  };
  pick.onDidChangeValue(ask);
  pick.onDidAccept(async () => {
    const [item] = pick.selectedItems;
    pick.hide();
    if (item) await openLesson(item.topic);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
  void ask('');
}
