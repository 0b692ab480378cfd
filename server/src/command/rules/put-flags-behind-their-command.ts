import { shell } from '../../core/example.ts';
import { type Fix, insert, replace } from '../../core/rule.ts';
import type { Word } from '../../core/text.ts';
import { cliCommand } from '../cli.ts';
import { isParents } from '../flags.ts';
import type { FlagUse, Line } from '../line.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  late: (flag: string, parent: string, name: string) => `\`${flag}\` 옵션은 \`${parent}\` 명령의 옵션이라 \`${name}\` 뒤에서는 쓸 수 없습니다. \`${name}\` 앞으로 옮기세요.`,
  early: (flag: string, path: string, name: string) => `\`${flag}\` 옵션은 \`${path}\` 명령의 옵션이라 \`${name}\` 앞에서는 쓸 수 없습니다. \`${name}\` 뒤로 옮기세요.`,
  moveBehind: (name: string) => `옵션을 \`${name}\` 뒤로 옮기기`,
  move: (name: string) => `옵션을 \`${name}\` 앞으로 옮기기`,
};

export const rule: CommandRule = {
  severity: 'error',
  lesson: {
    title: '옵션은 그 옵션을 가진 명령 바로 뒤에 적으세요',
    what: '`docker compose`의 옵션을 `up` 뒤에 적었거나, `up`의 옵션을 `up` 앞에 적었습니다.',
    why: '어느 컴포즈 파일을 쓸지 정하는 `-f`, 프로젝트의 이름을 정하는 `-p`는 `docker compose`의 옵션이고 `-d`, `--build`는 `up`의 옵션입니다. 자리가 바뀌면 `unknown flag` 오류가 나거나 다른 뜻이 됩니다.',
    how: '`docker compose -f compose.dev.yaml up -d`처럼 명령마다 제 옵션을 바로 뒤에 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/cli/docker/compose/',

  *line(line) {
    const name = line.names.at(-1);
    if (!line.known || line.stray || !line.known.isWhole || !name) return;
    const early = line.flags.find((it) => it.name === undefined && it.of !== line.path && isOwn(line, it));
    if (early) yield { at: early.word.span, message: ko.early(early.word.text.replace(/=.*$/s, ''), line.path, name.text), fixes: behind(line, early, name) };
    const flag = line.flags.find((it) => it.of === line.path && isParents(line, it));
    const parent = line.path.slice(0, line.path.lastIndexOf(' '));
    if (flag) yield { at: flag.at, message: ko.late(flag.written, parent, name.text), fixes: fixesOf(line, flag, parent, name.span.start, name.text) };
  },

  examples: [
    {
      bad: shell`
        docker compose up -f compose.dev.yaml -d
        #                 ^^
      `,
      fixed: shell`
        docker compose -f compose.dev.yaml up -d
      `,
    },
    {
      bad: shell`
        docker compose down --profile dev
        #                   ^^^^^^^^^
      `,
      fixed: shell`
        docker compose --profile dev down
      `,
    },
    {
      bad: shell`
        docker compose --build up -d
        #              ^^^^^^^
      `,
      fixed: shell`
        docker compose up --build -d
      `,
    },
    {
      good: shell`
        docker compose -f compose.dev.yaml up -d
        docker compose logs -f web
        docker compose rm -f
        docker -D compose --progress plain build
      `,
    },
  ],
};

/** Whether the command itself has a flag that stands in front of its name, and no value follows it. */
function isOwn({ known }: Line, { word: { text } }: FlagUse): boolean {
  if (text.startsWith('--')) return known?.flags.get(text.slice(2).replace(/=.*$/s, '')) === text.includes('=');
  return [...text.slice(1)].every((letter) => known?.flags.get(known.short.get(letter) ?? '') === false);
}

function behind(line: Line, { word }: FlagUse, name: Word): readonly Fix[] {
  const after = /^[ \t]*/.exec(line.raw({ start: word.span.end, end: name.span.start }))?.[0] ?? '';
  return [
    { title: ko.moveBehind(name.text), edits: [replace({ start: word.span.start, end: word.span.end + after.length }, ''), insert(name.span.end, ` ${line.raw(word.span)}`)] },
  ];
}

/** Moves a flag that stands in a word of its own, with its value. */
function fixesOf(line: Line, { word, written }: FlagUse, parent: string, to: number, name: string): readonly Fix[] {
  const above = cliCommand(parent);
  const long = written.startsWith('--') ? written.slice(2) : above?.short.get(written.slice(1));
  const index = line.command.words.findIndex(({ span }) => span.start === word.span.start);
  const hangs = word.text !== written;
  const value = above?.flags.get(long ?? '') && !hangs ? line.command.words[index + 1] : undefined;
  if (above?.flags.get(long ?? '') && !hangs && !value) return [];
  const moved = { start: word.span.start, end: value?.span.end ?? word.span.end };
  const text = line.raw(moved);
  const before = /[ \t]*$/.exec(line.raw({ start: moved.start - 1, end: moved.start }))?.[0] ?? '';
  return text.includes('\n') ? [] : [{ title: ko.move(name), edits: [insert(to, `${text} `), replace({ start: moved.start - before.length, end: moved.end }, '')] }];
}
