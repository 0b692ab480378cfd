import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  word: (key: string, value: string) => `\`${key}\`에는 \`true\`나 \`false\`를 적어야 합니다. \`${value}\` 값은 쓸 수 없습니다.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '참·거짓은 `true`나 `false`로 적으세요',
    what: '참·거짓을 받는 키에 다른 값이 적혀 있습니다.',
    why: '컴포즈는 `invalid boolean` 오류를 내고 파일을 거절합니다. `1`이나 `0`도 쓸 수 없습니다.',
    how: '켜려면 `true`, 끄려면 `false`를 따옴표 없이 적으세요.',
  },
  also: ['C105'],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *part(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'bad-format') continue;
      const { format, node, problem, path } = misfit;
      if (!['boolean'].includes(format)) continue;
      const key = path.findLast((step) => step !== '[]') ?? '';
      yield { at: problem.span, message: ko.word(key, textOf(node)) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            tty: "1"
        #         ^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            tty: true
            read_only: \${READ_ONLY:-false}
      `,
    },
  ],
};
