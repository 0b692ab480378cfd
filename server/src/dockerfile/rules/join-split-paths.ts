import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';
import { splitPath } from '../split-path.ts';

const ko = {
  split: (path: string) => `경로 안에 띄어쓰기가 있어 복사할 것이 하나 더 있는 것으로 읽힙니다. \`${path}\`처럼 붙여 적으세요.`,
  join: (path: string) => `\`${path}\`로 붙이기`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '경로는 띄어쓰기 없이 적으세요',
    what: '`COPY`나 `ADD`의 경로가 띄어쓰기로 끊겨 있습니다.',
    why: '도커는 띄어쓰기마다 새 경로가 시작한다고 읽습니다. `/ app`은 `/` 전체를 복사해 `app`에 놓으라는 뜻이 됩니다.',
    how: '`COPY . /app`처럼 붙여 적으세요. 이름에 띄어쓰기가 있으면 `COPY ["my file.txt", "/app/"]`처럼 배열로 적으세요.',
  },
  also: ['D134'],
  href: 'https://docs.docker.com/reference/dockerfile/#copy',

  *instruction(instruction) {
    const cut = splitPath(instruction);
    if (!cut) return;
    const path = cut.front.text + cut.back.text;
    const gap = { start: cut.front.span.end, end: cut.back.span.start };
    yield { at: { start: cut.front.span.start, end: cut.back.span.end }, message: ko.split(path), fixes: [{ title: ko.join(path), edits: [replace(gap, '')] }] };
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        COPY . / app
        #      ^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        COPY . /app
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        COPY src/ public/ ./
        COPY --from=build / /
      `,
    },
  ],
};
