import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import { indentAt, movedBy } from '../indentation.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  inside: (name: string) => `\`${name}\` 섹션이 \`services\` 안에 들어가 있어서 컴포즈가 서비스로 읽습니다. 파일의 맨 왼쪽으로 내어 쓰세요.`,
  dedent: (name: string) => `\`${name}\` 섹션을 맨 왼쪽으로 옮기기`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '최상위 섹션은 맨 왼쪽에 적으세요',
    what: '`volumes`, `networks` 같은 최상위 섹션이 `services` 아래로 들여쓰기되어 있습니다.',
    why: 'YAML에서는 들여쓰기가 소속을 정합니다. `services` 아래에 있는 것은 모두 서비스로 읽히므로 컴포즈가 파일을 거절합니다.',
    how: '`services:`와 같은 깊이, 곧 파일의 맨 왼쪽에 섹션 이름을 적으세요.',
  },
  also: ['C104'],
  href: 'https://docs.docker.com/reference/compose-file/',

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'misplaced' || misfit.as !== 'section') continue;
      const { key, value } = misfit.entry;
      const { text } = part.block;
      const name = textOf(key);
      const end = value?.span.end ?? key.span.end;
      const edits = value?.kind === 'mapping' && value.flow ? undefined : movedBy(text, { start: key.span.start, end }, -indentAt(text, key.span.start));
      yield { at: key.span, message: ko.inside(name), ...(edits && part.alone && { fixes: [{ title: ko.dedent(name), edits, safe: true }] }) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - db-data:/var/lib/mysql
          volumes:
        # ^^^^^^^
            db-data:
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
    {
      good: compose`
        services:
          volumes:
            image: busybox:1.37
      `,
    },
  ],
};
