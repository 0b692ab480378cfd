import { dockerfile } from '../../core/example.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  reserved: (name: string) => `\`${name}\` 이름은 도커가 다른 뜻으로 쓰는 이름입니다. 스테이지에는 다른 이름을 적으세요.`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '스테이지에 `scratch`, `context` 말고 다른 이름을 적으세요',
    what: '스테이지의 이름이 `scratch`이거나 `context`입니다.',
    why: '`scratch`는 빈 이미지를, `context`는 빌드 컨텍스트를 뜻하는 이름입니다. 같은 이름의 스테이지를 만들면 원래 뜻으로는 쓸 수 없게 됩니다.',
    how: '`base`, `build`처럼 하는 일에 맞는 다른 이름을 적으세요.',
  },
  also: ['D113', 'ReservedStageName', 'DL3063'],
  href: 'https://docs.docker.com/reference/build-checks/reserved-stage-name/',

  *instruction(instruction) {
    if (instruction.keyword !== 'FROM' || !instruction.stage) return;
    const { text, span } = instruction.stage;
    if (/^(?:scratch|context)$/i.test(text)) yield { at: span, message: ko.reserved(text) };
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine AS context
        #                      ^^^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM scratch AS files
        COPY . /
      `,
    },
  ],
};
