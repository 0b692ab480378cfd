import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  integer: (key: string, value: string) => `\`${key}\`에는 정수를 적어야 합니다. \`${value}\` 값은 수로 읽을 수 없습니다.`,
  natural: (key: string, value: string) => `\`${key}\`에는 0 이상의 정수를 적어야 합니다. \`${value}\` 값은 쓸 수 없습니다.`,
  float: (key: string, value: string) => `\`${key}\`에는 수를 적어야 합니다. \`${value}\` 값은 수로 읽을 수 없습니다. 소수점은 \`0.5\`처럼 점으로 적으세요.`,
  count: (key: string, value: string) => `\`${key}\`에는 \`all\`이나 정수를 적어야 합니다. \`${value}\` 값은 쓸 수 없습니다.`,
  mode: (key: string, value: string) => `\`${key}\`에는 \`0440\`처럼 8진수 권한을 적어야 합니다. \`${value}\` 값은 쓸 수 없습니다.`,
  number: (key: string, value: string) => `\`${key}\`에는 따옴표 없는 수를 적어야 합니다. \`${value}\` 값은 글자로 읽힙니다.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '수를 받는 키에는 수를 적으세요',
    what: '수를 받는 키에 수로 읽을 수 없는 값이 적혀 있습니다.',
    why: '컴포즈는 `failed to cast to expected type`이나 `invalid syntax` 오류를 내고 파일을 거절합니다.',
    how: '단위나 설명을 붙이지 말고 수만 적으세요.',
  },
  also: ['C105'],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *part(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'bad-format') continue;
      const { format, node, problem, path } = misfit;
      if (!['integer', 'natural', 'float', 'count', 'mode', 'number'].includes(format)) continue;
      const key = path.findLast((step) => step !== '[]') ?? '';
      const say = ko[format as keyof typeof ko];
      yield { at: problem.span, message: say(key, textOf(node)) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            cpus: "0,5"
        #          ^^^
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            deploy:
              replicas: 두 개
        #               ^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            cpus: "0.5"
            pids_limit: 100
      `,
    },
  ],
};
