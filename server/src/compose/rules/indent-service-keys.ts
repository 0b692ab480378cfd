import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { textOf } from '../facts.ts';
import { partsThat } from '../gathered.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  above: (name: string) => `바로 위의 \`${name}\` 서비스입니다.`,
  beside: (name: string) => `\`${name}\` 키가 서비스 이름과 같은 깊이에 있어서 서비스로 읽힙니다. 서비스 이름 아래로 두 칸 더 들여 쓰세요.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '서비스의 키는 서비스 이름 아래로 들여 쓰세요',
    what: '`image`나 `ports`처럼 서비스 안에 있어야 할 키가 서비스 이름과 같은 깊이에 있습니다.',
    why: '`services` 바로 아래에 있는 이름은 모두 서비스 이름이 됩니다. 컴포즈는 그 이름의 서비스를 만들려다 `must be a mapping` 같은 오류를 냅니다.',
    how: '그 키와 그 아래 줄을 서비스 이름보다 두 칸 더 들여 쓰세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *file(model) {
    const all = slipped(model);
    for (const [n, i] of all.entries()) {
      const part = model.parts[i];
      // Keys in a row slipped out together: the first says it for all.
      const above = model.parts[i - 1];
      if (part && all[n - 1] !== i - 1) {
        const related = above && above.section === part.section ? [{ at: shift(above.key.span, above.start), message: ko.above(textOf(above.key)) }] : [];
        yield { ...placed(part.start, { at: part.key.span, message: ko.beside(textOf(part.key)) }), related };
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
          ports:
        # ^^^^^
            - "8080:80"
      `,
    },
    {
      good: compose`
        services:
          logging:
            image: fluent/fluentd:v1.18-1
      `,
    },
  ],
};

const slipped = partsThat((part) => misfitsOf(part).some((it) => it.kind === 'misplaced' && it.as === 'service-key'));
