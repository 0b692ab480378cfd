import { dockerfile } from '../../core/example.ts';
import { type Finding, replace } from '../../core/rule.ts';
import { placedAt, shift } from '../../core/text.ts';
import type { Stage } from '../facts.ts';
import type { DockerfileRule } from '../rule.ts';

const KEYWORDS = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'] as const;

const ko = {
  ignored: (keyword: string) => `한 스테이지의 \`${keyword}\` 줄은 마지막 하나만 쓰입니다. 이 줄은 무시되니 지우거나 하나로 합치세요.`,
  counts: '이 줄이 쓰입니다.',
  remove: (keyword: string) => `쓰이지 않는 \`${keyword}\` 줄 지우기`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '`CMD`와 `ENTRYPOINT`는 스테이지마다 하나만 적으세요',
    what: '한 스테이지에 `CMD`, `ENTRYPOINT`, `HEALTHCHECK` 줄이 둘 이상 있습니다.',
    why: '도커는 마지막 줄만 기억합니다. 앞에 적은 줄은 아무 말 없이 무시되어, 두 프로그램이 함께 실행되리라 믿게 됩니다.',
    how: '필요 없는 줄을 지우세요. 프로그램이 둘이면 컨테이너도 둘로 나누세요.',
  },
  also: ['D125', 'MultipleInstructionsDisallowed', 'DL4003', 'DL4004', 'DL3012'],
  href: 'https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/',

  *file({ facts, file }) {
    const lengthAt = (start: number) => placedAt(file.blocks, start)?.block.text.length ?? 0;
    for (const stage of facts.stages) for (const keyword of KEYWORDS) yield* ignoredIn(stage, keyword, lengthAt);
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        CMD ["npm", "run", "build"]
        ^^^
        CMD ["npm", "start"]
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        CMD ["npm", "start"]
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine AS build
        CMD ["npm", "run", "build"]

        FROM node:24-alpine
        CMD ["npm", "start"]
      `,
    },
  ],
};

function* ignoredIn({ instructions }: Stage, keyword: string, lengthAt: (start: number) => number): Generator<Finding> {
  const all = instructions.filter(({ block }) => block.keyword === keyword);
  const last = all.at(-1);
  if (!last) return;
  const counts = { at: shift(last.block.name.span, last.start), message: ko.counts };
  for (const { start, block } of all.slice(0, -1)) {
    const whole = { start, end: start + lengthAt(start) };
    yield {
      at: shift(block.name.span, start),
      message: ko.ignored(keyword),
      tag: 'unnecessary',
      fixes: [{ title: ko.remove(keyword), edits: [replace(whole, '')], safe: true }],
      related: [counts],
    };
  }
}
