import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { ComposeRule } from '../rule.ts';
import { syntaxProblem } from '../syntax.ts';

const ko = {
  sign: (sign: string) => `YAML에서 값은 \`${sign}\` 기호로 시작할 수 없습니다. 값을 따옴표로 감싸세요.`,
  quote: '따옴표로 감싸기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '특수 문자로 시작하는 값은 따옴표로 감싸세요',
    what: '값이 `@`, `%`, 백틱처럼 YAML이 따로 쓰는 글자로 시작합니다.',
    why: 'YAML은 이 글자로 시작하는 값을 읽지 못하고 `found character that cannot start any token` 오류를 냅니다.',
    how: '`"@secret"`처럼 값 전체를 따옴표로 감싸세요.',
  },
  also: ['Y019'],
  href: 'https://yaml.org/spec/1.2.2/',

  *unreadable(block) {
    const problem = syntaxProblem(block);
    if (problem?.kind !== 'reserved-sign') return;
    const fixes = /["\\]/.test(problem.text) ? [] : [{ title: ko.quote, edits: [replace(problem.span, `"${problem.text}"`)], safe: true as const }];
    yield { at: problem.span, message: ko.sign(problem.text.slice(0, 1)), fixes };
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: @shop
        #                          ^^^^^
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: "@shop"
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
