import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  upper: (name: string) => `스테이지 이름 \`${name}\` 안의 대문자를 소문자로 바꾸세요. \`FROM\`에서 이 스테이지를 부를 때는 소문자만 통합니다.`,
  change: (name: string) => `\`${name}\`로 고치기`,
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '스테이지 이름은 소문자로 적으세요',
    what: '`AS` 뒤의 스테이지 이름에 대문자가 있습니다.',
    why: '도커는 스테이지 이름을 소문자로 바꾸어 기억합니다. 적은 그대로 `FROM`에 다시 적으면 이미지 이름으로 읽혀 오류가 납니다.',
    how: '이름을 소문자로 적고, 두 단어는 `-`로 이으세요.',
  },
  also: ['D114', 'StageNameCasing'],
  href: 'https://docs.docker.com/reference/build-checks/stage-name-casing/',

  *instruction(instruction) {
    if (instruction.keyword !== 'FROM' || instruction.args.length !== 3 || !instruction.stage) return;
    const { text, span } = instruction.stage;
    const lower = text.toLowerCase();
    if (lower === text || !/^[a-z][a-z0-9_.-]*$/i.test(text)) return;
    yield { at: span, message: ko.upper(text), fixes: [{ title: ko.change(lower), edits: [replace(span, lower)], safe: true }] };
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine AS Build
        #                      ^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine AS build
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine AS build-web
      `,
    },
  ],
};
