import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { Word } from '../../core/text.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  outside: (source: string, read: string) =>
    `빌드 컨텍스트 밖은 복사할 수 없어 \`${source}\` 대신 컨텍스트 안의 \`${read}\` 경로를 찾습니다. 한 단계 위 폴더에서 \`docker build -f\`로 빌드하거나 파일을 컨텍스트 안으로 옮기세요.`,
  inside: (read: string) => `컨텍스트 안의 \`${read}\` 경로로 적기`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '빌드 컨텍스트 안의 파일만 복사하세요',
    what: '`COPY ../shared .`처럼 `..`로 컨텍스트 밖을 가리킵니다.',
    why: '`docker build .`은 `.` 폴더만 빌더에 보냅니다. 빌더는 그 위의 폴더를 모르므로 앞의 `../`를 떼고 컨텍스트 안에서 찾고, 없으면 `not found`로 실패합니다.',
    how: '위 폴더를 컨텍스트로 삼아 `docker build -f api/Dockerfile ..`처럼 빌드하고 경로를 그 폴더 기준으로 적으세요. 컴포즈라면 `context: ..`와 `dockerfile: api/Dockerfile`입니다.',
  },
  also: ['D257'],
  href: 'https://docs.docker.com/build/concepts/context/',

  *instruction(instruction) {
    if ((instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') || instruction.flags.some(({ name }) => name.text === 'from')) return;
    for (const source of instruction.sources) {
      const read = readInstead(source);
      if (read === undefined) continue;
      const fixes = instruction.exec || /["']/.test(source.text) ? [] : [{ title: ko.inside(read), edits: [replace(source.span, read)] }];
      yield { at: source.span, message: ko.outside(source.text, read), fixes };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY ../shared ./shared
        #    ^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY shared ./shared
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY web/../shared ./shared
        COPY --from=build ../dist ./dist
        ADD https://example.com/../x /x
      `,
    },
  ],
};

/** Where the builder looks instead, if a path climbs out of the context. */
function readInstead({ text }: Word): string | undefined {
  if (text.includes('$') || /^["']?[a-z]+:\/\/|^<</.test(text)) return undefined;
  const kept: string[] = [];
  let leaves = false;
  for (const part of text.replace(/^["']|["']$/g, '').split('/')) {
    if (part !== '..') {
      if (part !== '.' && part !== '') kept.push(part);
    } else if (kept.pop() === undefined) leaves = true;
  }
  return leaves ? kept.join('/') || '.' : undefined;
}
