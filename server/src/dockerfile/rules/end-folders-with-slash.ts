import { dockerfile } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';
import { splitPath } from '../split-path.ts';
import { trailingComment } from '../trailing.ts';

const ko = {
  file: (destination: string) => `여러 개를 복사할 때는 놓을 곳이 폴더여야 합니다. \`${destination}/\`처럼 끝에 \`/\`를 적으세요.`,
  slash: '끝에 `/` 적기',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '여러 파일은 `/`로 끝나는 폴더에 복사하세요',
    what: '파일을 둘 이상 복사하는데 놓을 곳이 `/`로 끝나지 않습니다.',
    why: '그 폴더가 아직 없으면 도커는 같은 이름의 파일 하나를 만들고, 나중 파일이 앞의 파일을 덮어씁니다. 옛 빌더는 아예 오류를 냅니다.',
    how: '`COPY package.json package-lock.json ./`처럼 놓을 곳의 끝에 `/`를 적으세요.',
  },
  also: ['D214', 'DL3021'],
  href: 'https://docs.docker.com/reference/dockerfile/#copy',

  *instruction(instruction) {
    if ((instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') || trailingComment(instruction) || splitPath(instruction)) return;
    const { sources, destination, exec, flags } = instruction;
    // `--chown node a b`: the value of a flag has slipped among the sources.
    if (!destination || sources.length < 2 || flags.some(({ name, value }) => !value && /^(?:from|chown|chmod|exclude|checksum)$/.test(name.text))) return;
    const { text, span } = destination;
    if (/[$<]/.test(text) || /[/\\]["']?$|(?:^|[/\\])\.{1,2}["']?$/.test(text)) return;
    const end = exec || /["']$/.test(text) ? span.end - 1 : span.end;
    yield { at: span, message: ko.file(text), fixes: [{ title: ko.slash, edits: [insert(end, '/')], safe: true }] };
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        COPY package.json package-lock.json /app
        #                                   ^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        COPY package.json package-lock.json /app/
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        COPY package.json package-lock.json ./
        COPY ["a.js", "b.js", "."]
        COPY server.js /app
      `,
    },
  ],
};
