import { type Topic, topicNamed } from '../generated/topics.ts';
import type { Lessons } from './lesson.ts';

/** A lesson that the search found. */
export interface Found {
  readonly topic: Topic;
  /** The word itself: `COPY --from`, or the Korean name of a concept. */
  readonly name: string;
  /** What it is, in half a sentence. */
  readonly meaning: string;
}

/** More would not be read. */
const LIMIT = 50;

/**
 * Lessons that a query may mean, best first: by name, by the other words of a lesson, by its meaning and its topic.
 * Case, spaces and punctuation do not count. An empty query answers the concepts, where one may begin to read.
 */
export function search(query: string, index: Lessons): Found[] {
  const wanted = fold(query);
  const ranked: { readonly found: Found; readonly rank: number }[] = [];
  for (const [name, text] of Object.entries(index)) {
    const topic = topicNamed(name);
    if (!topic) continue;
    const [title = '', words = ''] = text.split('\n');
    const [label = '', meaning = ''] = title.split(' — ');
    const rank = wanted === '' ? (topic.startsWith('concept/') ? 0 : undefined) : rankOf(wanted, label, words.split(','), meaning, topic);
    if (rank !== undefined) ranked.push({ found: { topic, name: label, meaning }, rank: rank * 1000 + label.length });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, LIMIT)
    .map(({ found }) => found);
}

function rankOf(wanted: string, name: string, words: readonly string[], meaning: string, topic: string): number | undefined {
  const names = [name, ...words].map(fold).filter((it) => it !== '');
  if (names[0] === wanted) return 0;
  if (names.includes(wanted)) return 1;
  if (names.some((it) => it.startsWith(wanted))) return 2;
  if (names.some((it) => it.includes(wanted))) return 3;
  if (fold(topic).includes(wanted)) return 4;
  return fold(meaning).includes(wanted) ? 5 : undefined;
}

const fold = (text: string) => text.toLowerCase().replace(/[\s()[\]{}'"‘’`,.·/_-]+/g, '');
