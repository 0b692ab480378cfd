import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import type { DockerfileRule } from '../rule.ts';
import { straysIn } from '../stray.ts';

const ko = {
  glued: (keyword: string) => `\`${keyword}\` 뒤에 띄어쓰기가 없습니다. 명령과 내용 사이를 한 칸 띄우세요.`,
  separate: (keyword: string) => `\`${keyword}\` 뒤를 띄우기`,
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '명령 뒤에는 한 칸을 띄우세요',
    what: '명령 바로 뒤에 띄어쓰기 없이 내용이 붙어 있습니다.',
    why: '도커는 첫 띄어쓰기까지를 명령의 이름으로 읽습니다. `CMD["npm"]`은 통째로 모르는 명령이 되어 빌드를 시작하지 않습니다.',
    how: '`CMD ["npm", "start"]`처럼 명령과 내용 사이를 띄우세요. `:`나 `=`은 적지 않습니다.',
  },
  also: ['D102'],
  href: 'https://docs.docker.com/reference/dockerfile/#format',

  *file({ file }) {
    for (const { kind, start, instruction, meant = '' } of straysIn(file)) {
      if (kind !== 'glued') continue;
      const at = shift(instruction.name.span, start);
      const sign = /^[:=,]+/.exec(instruction.name.text.slice(meant.length))?.[0].length ?? 0;
      const gap = { start: at.start + meant.length, end: at.start + meant.length + sign };
      yield { at: { start: at.start, end: gap.start }, message: ko.glued(meant), fixes: [{ title: ko.separate(meant), edits: [replace(gap, ' ')] }] };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        CMD["npm", "start"]
        ^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        CMD ["npm", "start"]
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        EXPOSE:3000
        ^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        EXPOSE 3000
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        CMD  ["npm", "start"]
      `,
    },
  ],
};
