import { type Topic, topicNamed } from '../generated/topics.ts';
import { type Lessons, searchWords } from './lesson.ts';

/** A lesson that the search found. */
export interface Found {
  readonly topic: Topic;
  /** The word itself: `COPY --from`, or the Korean name of a concept. */
  readonly name: string;
  /** What it is, in half a sentence. */
  readonly meaning: string;
}

/** What the search looks through: a lesson's title and the other words under which one looks for it. */
export interface Entry extends Found {
  readonly words: readonly string[];
}

/** More would not be read. */
const LIMIT = 50;

/** The titles and search words of all lessons. */
export function indexOf(rooms: readonly Lessons[]): Entry[] {
  return rooms.flatMap(Object.entries).flatMap(([name, text]: [string, string]) => {
    const topic = topicNamed(name);
    if (!topic) return [];
    const [label = '', meaning = ''] = text.slice(2, text.indexOf('\n')).split(' — ');
    return [{ topic, name: label, meaning, words: searchWords(text) }];
  });
}

/**
 * Lessons that a query may mean, best first: by name, by the other words of a lesson, by its meaning and its topic.
 * Case, spaces and punctuation do not count. An empty query answers the concepts, where one may begin to read.
 */
export function search(query: string, index: readonly Entry[]): Found[] {
  // Signs such as `---` are all that some names have.
  const fold = /[\p{L}\p{N}]/u.test(query) ? letters : signs;
  const wanted = fold(query);
  const ranked: { readonly found: Found; readonly rank: number }[] = [];
  for (const { topic, name, meaning, words } of index) {
    const isConcept = topic.startsWith('concept/');
    const rank = wanted === '' ? (isConcept ? 0 : undefined) : rankOf(wanted, [name, ...words].map(fold), fold(topic), fold(meaning));
    if (rank !== undefined) ranked.push({ found: { topic, name, meaning }, rank: rank * 1000 + (isConcept ? 0 : 100) + Math.min(name.length, 99) });
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
