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
  // Signs such as `---` are all that some names have.
  const fold = /[\p{L}\p{N}]/u.test(query) ? letters : signs;
  const wanted = fold(query);
  const ranked: { readonly found: Found; readonly rank: number }[] = [];
  for (const [name, text] of Object.entries(index)) {
    const topic = topicNamed(name);
    if (!topic) continue;
    const [title = '', words = ''] = text.split('\n');
    const [label = '', meaning = ''] = title.split(' — ');
    const rank = wanted === '' ? (topic.startsWith('concept/') ? 0 : undefined) : rankOf(wanted, [label, ...words.split(',')].map(fold), fold(topic), fold(meaning));
    if (rank !== undefined) ranked.push({ found: { topic, name: label, meaning }, rank: rank * 1000 + (topic.startsWith('concept/') ? 0 : 100) + Math.min(label.length, 99) });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, LIMIT)
    .map(({ found }) => found);
}

function rankOf(wanted: string, [name = '', ...words]: readonly string[], topic: string, meaning: string): number | undefined {
  const names = [name, ...words].filter((it) => it !== '');
  if (name === wanted) return 0;
  if (names.includes(wanted)) return 1;
  if (names.some((it) => it.startsWith(wanted))) return 2;
  if (names.some((it) => it.includes(wanted))) return 3;
  if (topic.includes(wanted)) return 4;
  return meaning.includes(wanted) ? 5 : undefined;
}

const signs = (text: string) => text.trim().toLowerCase();
const letters = (text: string) => text.toLowerCase().replace(/[\s()[\]{}'"‘’`,.·/_-]+/g, '');
