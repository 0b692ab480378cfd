import { dockerfile } from '../../core/example.ts';
import { type Fix, insert, replace } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import type { DockerfileRule } from '../rule.ts';
import { type Stray, straysIn } from '../stray.ts';

const ko = {
  typo: (word: string, meant: string) => `\`${word}\` 명령은 없습니다. \`${meant}\` 명령을 쓰려고 했다면 철자를 고치세요.`,
  command: (word: string) => `\`${word}\` 명령은 셸의 명령입니다. 빌드할 때 실행하려면 앞에 \`RUN\`을 적으세요.`,
  other: (word: string) => `\`${word}\` 명령은 도커파일에 없습니다. 줄은 \`RUN\`, \`COPY\` 같은 명령으로 시작해야 합니다.`,
  lone: '이 줄에는 이어질 내용이 없습니다. 줄을 지우거나 아래에 명령을 적으세요.',
  change: (meant: string) => `\`${meant}\`로 고치기`,
  run: '앞에 `RUN` 적기',
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '줄은 도커파일의 명령으로 시작하세요',
    what: '줄이 도커파일에 없는 단어로 시작합니다.',
    why: '도커는 줄의 첫 단어를 명령으로 읽습니다. 모르는 단어를 만나면 `unknown instruction` 오류를 내고 빌드를 시작하지 않습니다.',
    how: '철자를 확인하세요. 셸에서 실행할 명령이라면 앞에 `RUN`을 적고, 윗줄에서 이어지는 내용이라면 윗줄 끝에 `\\`를 적으세요.',
  },
  also: ['D101'],
  href: 'https://docs.docker.com/reference/dockerfile/#overview',

  *file({ file }) {
    for (const stray of straysIn(file)) {
      if (stray.kind !== 'typo' && stray.kind !== 'command' && stray.kind !== 'other') continue;
      const { span, text } = stray.instruction.name;
      // A lone backslash at the end of the file continues nothing.
      const at = text === '' ? { start: 0, end: stray.block.text.trimEnd().length } : span;
      yield { at: shift(at, stray.start), message: messageOf(stray), fixes: fixesOf(stray) };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FORM node:24-alpine
        ^^^^
        WORKDIR /app
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        npm ci
        ^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        RUN npm ci
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        START server.js
        ^^^^^
      `,
    },
    {
      good: dockerfile`
        from node:24-alpine
        Run npm ci && \
            npm run build
      `,
    },
  ],
};

function messageOf({ kind, meant = '', instruction: { name } }: Stray): string {
  if (kind === 'typo') return ko.typo(name.text, meant);
  if (name.text === '') return ko.lone;
  return kind === 'command' ? ko.command(name.text) : ko.other(name.text.slice(0, 40));
}

function fixesOf({ kind, meant, start, instruction: { name } }: Stray): Fix[] {
  const at = shift(name.span, start);
  if (kind === 'command') return [{ title: ko.run, edits: [insert(at.start, 'RUN ')] }];
  return meant ? [{ title: ko.change(meant), edits: [replace(at, meant)] }] : [];
}
