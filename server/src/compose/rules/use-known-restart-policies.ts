import { compose } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { replace } from '../../core/rule.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { kindOf } from '../scalars.ts';
import { scalarAt } from '../services.ts';
import { hasVariable } from '../walk.ts';

const ko = {
  unknown: (value: string) => `\`restart\`에 \`${value}\` 값은 쓸 수 없습니다. \`no\`, \`always\`, \`on-failure\`, \`unless-stopped\` 가운데에서 고르세요.`,
  change: (value: string) => `\`${value}\`로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '`restart`에는 정해진 값을 적으세요',
    what: '`restart`에 도커가 모르는 정책이 적혀 있습니다.',
    why: '`docker compose config`는 통과하지만 컨테이너를 만들 때 `invalid restart policy` 오류가 납니다.',
    how: '`unless-stopped`나 `on-failure:3`처럼 적으세요.',
  },
  also: ['C107'],
  href: 'https://docs.docker.com/reference/compose-file/services/#restart',

  *service({ node }) {
    const restart = scalarAt(node, 'restart');
    if (!restart || kindOf(restart) !== 'string' || hasVariable(restart)) return;
    const text = textOf(restart);
    if (/^(?:no|always|unless-stopped|on-failure(?::\d+)?|)$/.test(text)) return;
    const other = nearest(text, ['always', 'on-failure', 'unless-stopped', 'no']);
    yield { at: restart.raw.span, message: ko.unknown(text), ...(other && { fixes: [{ title: ko.change(other), edits: [replace(restart.raw.span, other)] }] }) };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            restart: alway
        #            ^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            restart: always
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            restart: on-failure:3
      `,
    },
  ],
};
