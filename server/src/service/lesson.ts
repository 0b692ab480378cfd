import { type Room, type Topic, topicNamed } from '../generated/topics.ts';
import { ko } from './ko.ts';

/** The texts of one room of lessons by topic. */
export type Lessons = Readonly<Record<string, string>>;

/** Brings the lessons of a room when somebody first asks for one. */
export type LoadLessons = (room: Room) => Promise<Lessons>;

/** How a reader of Markdown may follow a link to another lesson; absent where the editor has no way to. */
export type LinkTo = (topic: Topic) => string;

const FENCE = /^(\s*`{3,}\w+)(?: good| bad=\S+)$/gm;

/** Words for the search are not for the reader. */
const SEARCH_WORDS = new RegExp(`^${ko.searchWords}.*\\n`, 'm');

/** Other words under which one looks for a lesson. */
export const searchWords = (text: string): string[] => SEARCH_WORDS.exec(text)?.[0].trim().slice(ko.searchWords.length).split(',') ?? [];

/** The whole page of a lesson as Markdown. Its links stay relative to the lesson's file, as a reader of files follows them. */
export function page(text: string): string {
  return text.replace(FENCE, '$1').replace(SEARCH_WORDS, '');
}

/** The part of a lesson that a hover shows: everything before the first `##`, the title as one bold line. */
export function head(topic: Topic, text: string, linkTo?: LinkTo): { readonly title: string; readonly body: string } {
  const end = ['\n## ', `\n${ko.searchWords}`, `\n${ko.official}`].map((mark) => text.indexOf(mark)).find((at) => at >= 0) ?? text.length;
  const [first = '', ...rest] = text.slice(0, end).split('\n');
  const [name = '', ...meaning] = first.replace(/^# /, '').split(' — ');
  const title = meaning.length > 0 ? `**${name}** — ${meaning.join(' — ')}` : `**${name}**`;
  return { title, body: withLinks(topic, rest.join('\n').replace(FENCE, '$1').trim(), linkTo) };
}

/** Relative links between lesson files become links to topics; without `linkTo` only their words stay. */
function withLinks(topic: Topic, text: string, linkTo: LinkTo | undefined): string {
  return text.replace(/\[([^\]]+)\]\((?!https?:)([^)]+)\.md\)/g, (_, words: string, path: string) => {
    const target = topicNamed(resolve(topic, path));
    return target && linkTo ? `[${words}](${linkTo(target)})` : words;
  });
}

/** `../../concept/image` seen from `dockerfile/instruction/FROM` is `concept/image`. */
export function resolve(topic: string, path: string): string {
  const parts = topic.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

export const roomOf = (topic: Topic): Room => topic.slice(0, topic.indexOf('/')) as Room;
