import { dockerfile } from '../../core/example.ts';
import { insert, replace } from '../../core/rule.ts';
import type { Instruction } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';
import { trailingComment } from '../trailing.ts';

const ko = {
  refused: (keyword: string) => `\`${keyword}\` 줄 뒤에는 주석을 적을 수 없습니다. 도커가 \`#\` 뒤도 내용으로 읽으니 주석을 윗줄로 옮기세요.`,
  taken: (keyword: string) => `\`${keyword}\` 줄 뒤의 \`#\`은 주석이 아니라 내용으로 읽힙니다. 주석을 윗줄로 옮기세요.`,
  move: '주석을 윗줄로 옮기기',
};

/** Those that do not take the words of a comment for anything. */
const REFUSED = new Set<string>(['FROM', 'EXPOSE', 'ENV', 'LABEL', 'HEALTHCHECK', 'STOPSIGNAL', 'SHELL']);

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '주석은 한 줄을 따로 쓰세요',
    what: '명령 뒤에 `#`으로 시작하는 주석이 있습니다.',
    why: '도커파일의 주석은 줄의 맨 앞에서만 시작합니다. 명령 뒤에서는 포트나 경로로 읽혀 오류가 나거나, 엉뚱한 값이 됩니다.',
    how: '주석을 윗줄로 옮기세요. `RUN`의 셸 명령 뒤는 셸이 읽으므로 괜찮습니다.',
  },
  also: ['D104'],
  href: 'https://docs.docker.com/reference/dockerfile/#format',

  *instruction(instruction, block) {
    const comment = trailingComment(instruction);
    if (!comment) return;
    const { keyword, span } = instruction;
    const own = { start: comment.span.start, end: span.end };
    const text = block.text.slice(own.start, own.end);
    const refused = REFUSED.has(keyword);
    yield {
      at: own,
      message: refused ? ko.refused(keyword) : ko.taken(keyword),
      ...(refused && { severity: 'error' }),
      ...(!text.includes('\n') && { fixes: [{ title: ko.move, edits: moving(instruction, block.text, own.start) }] }),
    };
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        EXPOSE 3000 # web
        #           ^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        # web
        EXPOSE 3000
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app # home
        #            ^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        # home
        WORKDIR /app
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        RUN npm ci # from the lock file
        COPY #draft.md /app/
        ENV COLOR=#fff TITLE="a # b"
      `,
    },
  ],
};

function moving({ name, span }: Instruction, text: string, at: number) {
  const before = text.slice(0, at).trimEnd().length;
  return [insert(name.span.start, `${text.slice(at, span.end)}\n`), replace({ start: before, end: span.end }, '')];
}
