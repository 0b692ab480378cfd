import { dockerfile } from '../../core/example.ts';
import type { Word } from '../../core/text.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  again: (name: string) => `\`${name}\` 이름의 스테이지가 앞에 또 있습니다. 둘을 구별할 수 있게 다른 이름을 적으세요.`,
  first: '같은 이름의 스테이지입니다.',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '스테이지마다 다른 이름을 적으세요',
    what: '같은 이름의 스테이지가 둘 이상 있습니다. 대문자와 소문자는 구별하지 않습니다.',
    why: '이름으로 부를 때 어느 스테이지인지 헷갈립니다. 도커는 나중에 적은 것을 고르므로 엉뚱한 파일을 복사하거나 빌드가 멈춥니다.',
    how: '`build`, `test`처럼 하는 일에 맞게 이름을 나누세요.',
  },
  also: ['D112', 'DuplicateStageName', 'DL3024'],
  href: 'https://docs.docker.com/reference/build-checks/duplicate-stage-name/',

  *file({ facts }) {
    const seen = new Map<string, Word>();
    for (const { name } of facts.stages) {
      if (!name) continue;
      const first = seen.get(name.text.toLowerCase());
      if (first) yield { at: name.span, message: ko.again(name.text), related: [{ at: first.span, message: ko.first }] };
      else seen.set(name.text.toLowerCase(), name);
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine AS build
        RUN npm run build

        FROM node:24-alpine AS build
        #                      ^^^^^
        CMD ["npm", "start"]
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine AS build
        FROM node:24-alpine AS run
      `,
    },
  ],
};
