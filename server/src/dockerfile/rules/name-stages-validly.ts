import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  invalid: (name: string) => `\`${name}\` 이름은 스테이지에 쓸 수 없습니다. 영문자로 시작하고 영문자, 숫자, \`-\`, \`_\`, \`.\`만 쓰세요.`,
  change: (name: string) => `\`${name}\`로 고치기`,
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '스테이지 이름은 영문자로 시작하세요',
    what: '`AS` 뒤의 스테이지 이름이 숫자나 기호로 시작하거나, 쓸 수 없는 글자를 담고 있습니다.',
    why: '숫자는 스테이지의 순번으로 쓰입니다. 도커는 이름의 모양이 맞지 않으면 빌드를 시작하지 않습니다.',
    how: '`build`, `build-deps`, `test_1`처럼 영문자로 시작하는 이름을 적으세요.',
  },
  also: ['D109'],
  href: 'https://docs.docker.com/reference/dockerfile/#from',

  *instruction(instruction) {
    if (instruction.keyword !== 'FROM' || instruction.args.length !== 3 || !instruction.stage) return;
    const { text, span } = instruction.stage;
    if (/^[a-z][a-z0-9_.-]*$/i.test(text)) return;
    const better = text
      .toLowerCase()
      .replace(/[^a-z0-9_.-]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '');
    yield { at: span, message: ko.invalid(text), ...(better !== '' && { fixes: [{ title: ko.change(better), edits: [replace(span, better)] }] }) };
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine AS 1-build
        #                      ^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine AS build
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine AS build-1
      `,
    },
  ],
};
