import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  atTop: (name: string) => `\`${name}\` 서비스가 \`services:\` 밖에 있습니다. \`services:\` 아래로 두 칸 들여 쓰세요.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '서비스는 `services:` 아래에 적으세요',
    what: '서비스로 보이는 이름이 파일의 맨 왼쪽에 있습니다. `services:` 없이 쓰던 아주 오래된 형식이거나 들여쓰기가 빠진 것입니다.',
    why: '지금의 컴포즈는 맨 왼쪽에서 `services`, `volumes`, `networks` 같은 정해진 키만 알아듣습니다. 다른 이름을 만나면 `additional properties ... not allowed` 오류를 냅니다.',
    how: '`services:` 한 줄을 두고, 서비스 이름과 그 아래 줄을 두 칸씩 들여 쓰세요.',
  },
  also: ['C103'],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind === 'misplaced' && misfit.as === 'service') yield { at: misfit.entry.key.span, message: ko.atTop(textOf(misfit.entry.key)) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
        db:
        ^^
          image: mysql:8.4
      `,
    },
    {
      good: compose`
        x-base:
          image: nginx:1.28-alpine
        services:
          web:
            image: nginx:1.28-alpine
      `,
    },
  ],
};
