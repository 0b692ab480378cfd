import { compose } from '../../core/example.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  missing: (owner: string, name: string) => `\`${owner}\` 항목에는 \`${name}\` 키가 꼭 있어야 합니다. \`${name}:\` 줄을 더하세요.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '꼭 있어야 하는 키를 적으세요',
    what: '긴 문법으로 적은 항목에서 없어서는 안 되는 키가 빠졌습니다.',
    why: '컴포즈는 그 값을 짐작하지 않고 `missing property ...` 오류를 냅니다.',
    how: '메시지에 나온 키를 같은 들여쓰기로 더하세요. 예를 들어 볼륨의 긴 문법에는 `type`이, `depends_on`의 긴 문법에는 `condition`이 있어야 합니다.',
  },
  also: ['C105', 'dclint:invalid-schema'],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'missing-key') continue;
      const owner = misfit.path.findLast((step) => step !== '[]') ?? '';
      const first = misfit.parent.entries[0]?.key.span ?? misfit.span;
      const isItem = misfit.path.at(-1) === '[]';
      yield { at: isItem ? first : misfit.span, message: ko.missing(owner, misfit.name) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - source: db-data
        #       ^^^^^^
                target: /var/lib/mysql
        volumes:
          db-data:
      `,
    },
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            depends_on:
              db:
        #     ^^
                restart: true
          db:
            image: mysql:8.4
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - type: volume
                source: db-data
                target: /var/lib/mysql
        volumes:
          db-data:
      `,
    },
  ],
};
