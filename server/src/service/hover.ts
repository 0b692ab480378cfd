import type { Hit } from '../core/language.ts';
import type { Span } from '../core/text.ts';
import { ko } from './ko.ts';
import { head, type LinkTo, type LoadLessons, roomOf } from './lesson.ts';

/** A hover as Markdown. Offsets are UTF-16 code units in the document. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** Puts a hover together: the lesson's title, what the file says about this place, the lesson's hover part, the way to its page. */
export async function hoverOf({ span, topic, live = [] }: Hit, loadLessons: LoadLessons, linkTo?: LinkTo): Promise<Hover | undefined> {
  const quoted = live.map((line) => `> ${line}`).join('\n>\n');
  const text = topic && (await loadLessons(roomOf(topic)))[topic];
  if (!topic || !text) return quoted === '' ? undefined : { span, markdown: quoted };
  const { title, body } = head(topic, text, linkTo);
  const more = linkTo ? `[${ko.more}](${linkTo(topic)})` : '';
  return { span, markdown: [title, quoted, body, more].filter((part) => part !== '').join('\n\n') };
}
