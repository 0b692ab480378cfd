import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  differs: (as: string, from: string) => `\`${from}\` 명령과 \`${as}\` 단어의 대소문자를 맞추세요. 같은 줄의 두 단어는 같은 모양으로 적습니다.`,
  change: (as: string) => `\`${as}\`로 고치기`,
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '`FROM`과 `AS`의 대소문자를 맞추세요',
    what: '`FROM`은 대문자인데 `as`는 소문자이거나, 그 반대입니다.',
    why: '동작은 같지만 한 줄 안에서 모양이 섞이면 어디까지가 이미지 이름인지 눈에 잘 들어오지 않습니다.',
    how: '둘 다 대문자로 `FROM … AS …`처럼 적으세요.',
  },
  also: ['D115', 'FromAsCasing'],
  href: 'https://docs.docker.com/reference/build-checks/from-as-casing/',

  *instruction(instruction) {
    if (instruction.keyword !== 'FROM' || !instruction.as) return;
    const { name, as } = instruction;
    const wanted = name.text === name.text.toLowerCase() ? 'as' : name.text === name.text.toUpperCase() ? 'AS' : undefined;
    if (wanted && as.text !== wanted) {
      yield { at: as.span, message: ko.differs(as.text, name.text), fixes: [{ title: ko.change(wanted), edits: [replace(as.span, wanted)], safe: true }] };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine as build
        #                   ^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine AS build
      `,
    },
    {
      good: dockerfile`
        from node:24-alpine as build
      `,
    },
  ],
};
