import { composeFile, convertedIn, pasted } from '../command/compose/index.ts';
import type { CommandFile } from '../command/index.ts';
import { defaultSettings } from '../core/check.ts';
import type { Hit } from '../core/language.ts';
import type { Topic } from '../generated/topics.ts';
import { checkCommands } from './check.ts';
import { hitsIn } from './explain.ts';
import { ko } from './ko.ts';
import { head, type LoadLessons, page, roomOf } from './lesson.ts';

/** More than this nobody reads on one page. */
const LONGEST = 4000;

/**
 * A Markdown page about docker command lines that somebody asks about: what to look at first, what every word means, what often goes wrong,
 * the same as a compose file. Its links are relative to `explain/`.
 */
export async function commandPage(asked: string, loadLessons: LoadLessons): Promise<string> {
  const text = asked.slice(0, LONGEST).trim();
  const file = pasted(/\n/.test(text) ? text : text.replace(/ [\\^`] +(?=\S)/g, (all) => ' '.repeat(all.length)));
  const fence = /`{3,}/.test(text) ? '~~~~' : '```';
  const parts = [`# ${ko.command.title}`, `${fence}bash\n${text}\n${fence}`];
  if (file.commands.length === 0) return `${[...parts, ko.command.none].join('\n\n')}\n`;
  const words = [...hitsIn(file)];
  parts.push(...(await problemParts(file)), `## ${ko.command.words}`, ...(await wordParts(file, words, loadLessons)), ...(await pitfallParts(words, loadLessons)));
  const converted = convertedIn(file);
  if (converted.length > 0) parts.push(`## ${ko.command.compose}`, `\`\`\`yaml\n${composeFile(converted)}\`\`\``);
  return `${parts.join('\n\n')}\n`;
}

type Said = { readonly hit: Hit; readonly isFirst: boolean };

async function problemParts(file: CommandFile): Promise<string[]> {
  const { reported } = await checkCommands(file, defaultSettings, () => {});
  const lines = reported.map(({ rule, severity, message }) => `- ${ko.command.weights[severity]} ${message} [${ko.command.why}](../rule/${rule}.md)`);
  return [`## ${ko.command.problems}`, lines.length > 0 ? lines.join('\n') : ko.command.noProblem];
}

/** A word, the title and the first sentences of its lesson, what it does in this line. */
async function wordParts(file: CommandFile, words: readonly Said[], loadLessons: LoadLessons): Promise<string[]> {
  const parts: string[] = [];
  for (const { hit, isFirst } of words) {
    const { span, topic, live = [] } = hit;
    const word = file.text.slice(span.start, span.end).replace(/\s+/g, ' ').replaceAll('`', "'");
    const lesson = topic && isFirst ? (await loadLessons(roomOf(topic)))[topic] : undefined;
    const { title, body } = topic && lesson ? head(topic, lesson) : { title: '', body: '' };
    const more = topic && lesson ? `[${ko.command.more}](${pathOf(topic)})` : '';
    const own = [...live.map((line) => `> ${line}`), [title, body.split('\n\n')[0] ?? '', more].filter((it) => it !== '').join(' · ')].filter((it) => it !== '');
    if (own.length > 0) parts.push(`### \`${word}\``, own.join('\n\n'));
  }
  return parts;
}

/** What the lessons of the command and its flags say about mistakes. */
async function pitfallParts(words: readonly Said[], loadLessons: LoadLessons): Promise<string[]> {
  const parts: string[] = [];
  for (const { hit, isFirst } of words) {
    const { topic } = hit;
    if (!topic?.startsWith('command/') || !isFirst) continue;
    const lesson = page((await loadLessons(roomOf(topic)))[topic] ?? '');
    for (const section of lesson.split(/^## /m).slice(1)) {
      const newline = section.indexOf('\n');
      if (!ko.command.pitfallHeadings.includes(section.slice(0, newline).trim())) continue;
      const name = /^# (.*?)(?: — .*)?$/m.exec(lesson)?.[1] ?? topic;
      parts.push(`**${name}** — [${section.slice(0, newline).trim()}](${pathOf(topic)})`, withoutEnd(section.slice(newline)));
    }
  }
  return parts.length > 0 ? [`## ${ko.command.pitfalls}`, ...parts] : [];
}

/** The last lines of a lesson name its sources. Links of the lesson would lead elsewhere from here: only their words stay. */
const withoutEnd = (text: string): string => {
  const end = text.indexOf(`\n${ko.official}`);
  return (end < 0 ? text : text.slice(0, end)).replace(/\[([^\]]+)\]\((?!https?:)[^)]+\)/g, '$1').trim();
};

const pathOf = (topic: Topic): string => `../${topic.split('/').map(encodeURIComponent).join('/')}.md`;
