import { type CommandFile, parse, topicAt } from '../command/index.ts';
import type { Hit } from '../core/language.ts';
import { type Topic, topicNamed, topics } from '../generated/topics.ts';
import { hoverOf } from './hover.ts';
import type { LoadLessons } from './lesson.ts';

/** The text a hover would show, or the topics that the words may mean. */
export interface Explanation {
  readonly text?: string;
  readonly candidates: readonly string[];
}

/** Explains a topic (`compose/services/ports`), the last part of one (`COPY --from`, `ports`), or a docker command line word by word. */
export async function explain(words: readonly string[], loadLessons: LoadLessons): Promise<Explanation> {
  if (/^docker(?:-compose)?$/.test(words[0] ?? '')) return { text: await explainCommand(words, loadLessons), candidates: [] };
  const candidates = topicsNamed(words.join(' '));
  const [only] = candidates;
  if (!only || candidates.length > 1) return { candidates };
  const hover = await hoverOf({ span: { start: 0, end: 0 }, topic: only }, loadLessons);
  return { ...(hover && { text: hover.markdown }), candidates };
}

/** The topics that a name may mean: the topic itself, else all that end with it, in any case and with or without spaces. */
function topicsNamed(name: string): Topic[] {
  const exact = topicNamed(name);
  if (exact) return [exact];
  const wanted = name.replace(/\s+/g, '');
  // `FROM` in capitals means the instruction, whatever else has that name.
  const instruction = topicNamed(`dockerfile/instruction/${wanted}`);
  if (instruction) return [instruction];
  const ending = `/${wanted.toLowerCase()}`;
  return topics.filter((topic) => `/${topic.toLowerCase()}`.endsWith(ending));
}

async function explainCommand(words: readonly string[], loadLessons: LoadLessons): Promise<string> {
  const text = words.map((word) => (/[\s"]/.test(word) ? `'${word}'` : word)).join(' ');
  const parts: string[] = [];
  for (const { hit, isFirst } of hitsIn(parse(text, 'shell'))) {
    const hover = await hoverOf(isFirst ? hit : { span: hit.span, ...(hit.live && { live: hit.live }) }, loadLessons);
    if (hover) parts.push(`## ${text.slice(hit.span.start, hit.span.end)}\n\n${hover.markdown}`);
  }
  return parts.join('\n\n');
}

/** What every word of the docker command lines of a text says, in its order. `isFirst`: no word before has the same lesson. */
export function* hitsIn(file: CommandFile): Generator<{ readonly hit: Hit; readonly isFirst: boolean }> {
  const seen = new Set<Topic | undefined>();
  let last: Hit | undefined;
  for (let offset = 0; offset < file.text.length; offset++) {
    const hit = topicAt(file, offset);
    if (!hit || (hit.span.start === last?.span.start && hit.topic === last.topic)) continue;
    last = hit;
    yield { hit, isFirst: !seen.has(hit.topic) };
    seen.add(hit.topic);
  }
}
