import { compose } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import type { ComposeRule } from '../rule.ts';
import { syntaxProblem } from '../syntax.ts';

const ko = {
  colon: (key: string) => `\`${key}\` 줄에 콜론이 없습니다. \`이름: 값\`이나 \`이름:\` 형식으로 적으세요.`,
  add: '콜론 넣기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '키 뒤에 콜론을 적으세요',
    what: '키가 있어야 할 줄에 콜론(`:`)이 없습니다.',
    why: '콜론이 없으면 키가 아니라 글자로 읽히고, 다음 줄과 이어져서 `could not find expected` 오류가 납니다.',
    how: '`image: nginx`처럼 키 바로 뒤에 콜론을 적고 한 칸 띄우세요.',
  },
  also: ['Y005'],
  href: 'https://yaml.org/spec/1.2.2/',

  *unreadable(block) {
    const problem = syntaxProblem(block);
    if (problem?.kind !== 'no-colon') return;
    const key = /^[\w.-]+/.exec(problem.text)?.[0] ?? '';
    const fixes = key === '' ? [] : [{ title: ko.add, edits: [insert(problem.span.start + key.length, ':')], safe: true as const }];
    yield { at: problem.span, message: ko.colon(problem.text), fixes };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image nginx
        #   ^^^^^^^^^^^
            restart: always
      `,
      fixed: compose`
        services:
          web:
            image: nginx
            restart: always
      `,
    },
    {
      bad: compose`
        services:
          db
        # ^^
            image: mysql:8.4
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80"
      `,
    },
  ],
};
