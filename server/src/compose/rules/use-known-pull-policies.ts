import { compose } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { replace } from '../../core/rule.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const KNOWN = ['always', 'never', 'build', 'missing', 'if_not_present', 'refresh', 'daily', 'weekly'];

const ko = {
  unknown: (value: string) =>
    `\`${value}\` 값은 \`pull_policy\`에 쓸 수 없습니다. \`always\`, \`missing\`, \`never\`, \`build\`, \`daily\`, \`weekly\`, \`every_12h\` 같은 값을 적으세요.`,
  change: (value: string) => `\`${value}\` 값으로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '`pull_policy`에는 정해진 값을 적으세요',
    what: '이미지를 언제 내려받을지 정하는 `pull_policy`에 컴포즈가 모르는 값이 있습니다.',
    why: '컴포즈는 `does not match pattern` 오류를 내고 파일을 거절합니다.',
    how: '늘 새로 받으려면 `always`, 없을 때만 받으려면 `missing`, 정해진 간격마다 받으려면 `every_12h`처럼 적으세요.',
  },
  also: ['C106'],
  href: 'https://docs.docker.com/reference/compose-file/services/#pull_policy',

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'bad-pattern' || misfit.path.at(-1) !== 'pull_policy') continue;
      const value = textOf(misfit.node);
      const other = nearest(value, KNOWN);
      yield {
        at: misfit.node.raw.span,
        message: ko.unknown(value),
        ...(other && { fixes: [{ title: ko.change(other), edits: [replace(misfit.node.raw.span, other)], safe: true as const }] }),
      };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            pull_policy: alway
        #                ^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            pull_policy: always
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            pull_policy: every_12h
      `,
    },
  ],
};
