import { dockerfile } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { replace } from '../../core/rule.ts';
import { isKeyword, keywords } from '../knowledge.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  forbidden: (keyword: string) => `\`ONBUILD\` 뒤에는 \`${keyword}\` 명령을 쓸 수 없습니다. \`RUN\`이나 \`COPY\` 같은 다른 명령을 적으세요.`,
  unknown: (word: string) => `\`${word}\` 명령은 없습니다. 이 이미지를 \`FROM\`에 쓰는 빌드가 모두 실패하니 철자를 고치세요.`,
  change: (keyword: string) => `\`${keyword}\`로 고치기`,
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '`ONBUILD`에는 예약할 수 있는 명령만 적으세요',
    what: '`ONBUILD` 뒤에 `FROM`, `MAINTAINER`, `ONBUILD`가 있거나 없는 명령이 있습니다.',
    why: '`ONBUILD`는 이 이미지로 시작하는 다음 빌드에서 실행할 명령을 예약합니다. 새 스테이지를 여는 명령은 예약할 수 없습니다.',
    how: '`ONBUILD COPY . /app`처럼 `RUN`, `COPY`, `ADD`, `ENV` 같은 명령을 적으세요.',
  },
  also: ['D129', 'DL3043'],
  href: 'https://docs.docker.com/reference/dockerfile/#onbuild',

  *instruction({ keyword, args }) {
    const trigger = keyword === 'ONBUILD' ? args[0] : undefined;
    if (!trigger) return;
    const upper = trigger.text.toUpperCase();
    if (upper === 'FROM' || upper === 'MAINTAINER' || upper === 'ONBUILD') {
      yield { at: trigger.span, message: ko.forbidden(upper) };
    } else if (!isKeyword(upper)) {
      const better = nearest(trigger.text, keywords);
      yield {
        at: trigger.span,
        message: ko.unknown(trigger.text),
        severity: 'warning',
        ...(better && { fixes: [{ title: ko.change(better), edits: [replace(trigger.span, better)] }] }),
      };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        ONBUILD FROM node:24-alpine
        #       ^^^^
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        ONBUILD CPOY . /app
        #       ^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        ONBUILD COPY . /app
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        ONBUILD COPY . /app
      `,
    },
  ],
};
