import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { shift, type Word } from '../../core/text.ts';
import type { Facts } from '../facts.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  differs: (name: string, wanted: string) => `다른 명령처럼 \`${wanted}\`로 적으세요. \`${name}\`만 대소문자가 다릅니다.`,
  change: (wanted: string) => `\`${wanted}\`로 고치기`,
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '명령의 대소문자를 한 가지로 맞추세요',
    what: '한 파일 안에서 대문자로 적은 명령과 소문자로 적은 명령이 섞여 있습니다.',
    why: '도커는 둘을 똑같이 읽지만, 섞여 있으면 명령과 내용이 눈에 구별되지 않습니다.',
    how: '모두 대문자로 `FROM`, `RUN`처럼 적는 것이 널리 쓰이는 방식입니다.',
  },
  also: ['D116', 'ConsistentInstructionCasing'],
  href: 'https://docs.docker.com/reference/build-checks/consistent-instruction-casing/',

  *file({ facts }) {
    // BuildKit does not count what stands before the first FROM.
    let lower = 0;
    let upper = 0;
    for (const { name } of namesIn(facts)) {
      if (isLower(name)) lower++;
      if (isUpper(name)) upper++;
    }
    const isRight = lower > upper ? isLower : isUpper;
    for (const { start, name } of namesIn(facts)) {
      if (isRight(name)) continue;
      const wanted = lower > upper ? name.text.toLowerCase() : name.text.toUpperCase();
      const at = shift(name.span, start);
      yield { at, message: ko.differs(name.text, wanted), fixes: [{ title: ko.change(wanted), edits: [replace(at, wanted)], safe: true }] };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        copy . .
        ^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY . .
      `,
    },
    {
      good: dockerfile`
        from node:24-alpine
        workdir /app
        copy . .
      `,
    },
  ],
};

function* namesIn({ stages }: Facts): Generator<{ readonly start: number; readonly name: Word }> {
  for (const { instructions } of stages) for (const { start, block } of instructions) if (block.keyword !== 'unknown') yield { start, name: block.name };
}

const isLower = ({ text }: Word) => text === text.toLowerCase();
const isUpper = ({ text }: Word) => text === text.toUpperCase();
