import { compose } from '../../core/example.ts';
import type { ComposeRule } from '../rule.ts';
import { syntaxProblem } from '../syntax.ts';

const ko = {
  other: (hint: string) => `YAML로 읽을 수 없는 줄입니다. 콜론, 따옴표, 괄호, 들여쓰기를 확인하세요. (${hint})`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: 'YAML 문법에 맞게 적으세요',
    what: 'YAML로 읽을 수 없는 곳이 있습니다.',
    why: '파일을 읽지 못하면 컴포즈는 아무것도 할 수 없습니다. 도커가 보여 주는 오류의 줄 번호는 실제로 고칠 줄보다 한두 줄 아래일 때가 많습니다.',
    how: '이 줄과 바로 위 줄의 콜론, 따옴표, 괄호의 짝, 들여쓰기를 차례로 확인하세요.',
  },
  also: ['Y001'],
  href: 'https://yaml.org/spec/1.2.2/',

  *unreadable(block) {
    const problem = syntaxProblem(block);
    if (problem?.kind !== 'other') return;
    yield { at: problem.span, message: ko.other(HINTS[problem.code] ?? 'did not find expected key') };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            command: [nginx, -g]]
        #   ^^^^^^^^^^^^^^^^^^^^^
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

/** What Compose says of the same mistakes, to search for. */
const HINTS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'mapping values are not allowed in this context',
  MULTILINE_IMPLICIT_KEY: "could not find expected ':'",
  TOO_DEEP: 'exceeded max depth',
  MISSING_CHAR: "did not find expected ',' or ']'",
};
