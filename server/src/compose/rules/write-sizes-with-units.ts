import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  unit: (key: string, value: string) => `\`${key}\` 값 \`${value}\`는 크기로 읽을 수 없습니다. \`512m\`, \`1g\`처럼 수 뒤에 단위를 붙여 적으세요.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '크기는 `512m`처럼 적으세요',
    what: '메모리 같은 크기를 받는 키에 읽을 수 없는 값이 적혀 있습니다.',
    why: '컴포즈는 `b`, `k`, `m`, `g`와 `kb`, `mb`, `gb` 같은 단위만 압니다. 아니면 `invalid size`나 `invalid suffix` 오류를 냅니다.',
    how: '`512m`, `1.5g`, `64mb`처럼 적으세요.',
  },
  also: ['C116'],
  href: 'https://docs.docker.com/reference/compose-file/services/#mem_limit',

  *part(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'bad-format') continue;
      const { format, node, problem, path } = misfit;
      if (!['bytes'].includes(format)) continue;
      const key = path.findLast((step) => step !== '[]') ?? '';
      yield { at: problem.span, message: ko.unit(key, textOf(node)) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            mem_limit: 512MBs
        #              ^^^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            mem_limit: 512MB
            shm_size: 67108864
      `,
    },
  ],
};
