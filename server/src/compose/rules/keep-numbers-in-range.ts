import { compose } from '../../core/example.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  outside: (key: string, value: string, least: number | undefined, most: number | undefined) => {
    if (least !== undefined && most !== undefined) return `\`${key}\` 키에 \`${value}\` 값은 쓸 수 없습니다. ${least}부터 ${most}까지의 수를 적으세요.`;
    return least !== undefined
      ? `\`${key}\` 키에 \`${value}\` 값은 쓸 수 없습니다. ${least} 이상의 수를 적으세요.`
      : `\`${key}\` 키에 \`${value}\` 값은 쓸 수 없습니다. ${most} 이하의 수를 적으세요.`;
  },
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '수는 허용 범위 안에서 적으세요',
    what: '수를 받는 키에 범위를 벗어난 값이 적혀 있습니다.',
    why: '컴포즈는 `must be greater than or equal to ...` 같은 오류를 내고 파일을 거절합니다.',
    how: '메시지에 나온 범위 안의 수로 바꾸세요.',
  },
  also: ['C105', 'dclint:invalid-schema'],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'out-of-range') continue;
      const { node, shape, path } = misfit;
      const key = path.findLast((step) => step !== '[]') ?? '';
      yield { at: node.raw.span, message: ko.outside(key, node.raw.text, shape.minimum, shape.maximum) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            oom_score_adj: 2000
        #                  ^^^^
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            oom_score_adj: -1000
      `,
    },
  ],
};
