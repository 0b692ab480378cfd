import { dockerfile } from '../../core/example.ts';
import { shift } from '../../core/text.ts';
import { instructionsOf } from '../facts.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  early: (keyword: string) => `\`${keyword}\` 앞에 \`FROM\`이 없습니다. 첫 명령으로 \`FROM\`에 베이스 이미지를 적으세요.`,
  none: '`FROM` 줄이 없습니다. `FROM node:24-alpine`처럼 어느 이미지에서 시작할지 적으세요.',
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '도커파일은 `FROM`으로 시작하세요',
    what: '`FROM`이 없거나, `FROM`보다 앞에 다른 명령이 있습니다.',
    why: '모든 이미지는 다른 이미지 위에 쌓입니다. 어디에서 시작할지 모르면 도커는 빌드를 시작하지 않습니다.',
    how: '맨 앞에 `FROM`을 적으세요. `FROM`보다 앞에는 주석과 `ARG`만 올 수 있습니다.',
  },
  also: ['D107', 'DL3061'],
  href: 'https://docs.docker.com/reference/dockerfile/#from',

  *file({ file }) {
    let last: { readonly start: number; readonly end: number } | undefined;
    for (const { start, block } of instructionsOf(file)) {
      // A misspelt FROM is told by its own rule.
      if (block.keyword === 'FROM' || block.keyword === 'unknown') return;
      const at = shift(block.name.span, start);
      if (block.keyword !== 'ARG') {
        yield { at, message: ko.early(block.keyword) };
        return;
      }
      last = at;
    }
    const first = file.blocks[0]?.block.text ?? '';
    yield { at: last ?? { start: 0, end: /^[^\r\n]*/.exec(first)?.[0].length ?? 0 }, message: ko.none };
  },

  examples: [
    {
      bad: dockerfile`
        WORKDIR /app
        ^^^^^^^
        FROM node:24-alpine
      `,
    },
    {
      bad: dockerfile`
        ARG VERSION=24
        ^^^
      `,
    },
    {
      good: dockerfile`
        # syntax=docker/dockerfile:1
        ARG VERSION=24
        FROM node:\${VERSION}-alpine
      `,
    },
  ],
};
