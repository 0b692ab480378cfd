import { compose } from '../../core/example.ts';
import type { ComposeRule } from '../rule.ts';
import { syntaxProblem } from '../syntax.ts';

const ko = {
  column: (key: string) => `\`${key}\` 줄의 들여쓰기가 위아래 줄과 맞지 않습니다. 같은 단계의 키는 같은 칸에서 시작하게 맞추세요.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '같은 단계의 키는 같은 칸에 맞추세요',
    what: '이 줄이 시작하는 칸이 같은 단계의 다른 줄과 다릅니다.',
    why: 'YAML은 줄이 시작하는 칸으로 소속을 정합니다. 한 칸만 어긋나도 `did not find expected key`나 `mapping values are not allowed in this context` 오류가 납니다.',
    how: '같은 단계의 줄은 모두 같은 칸에서 시작하게 하세요. 한 단계마다 두 칸씩 들여 쓰면 알아보기 쉽습니다.',
  },
  also: ['Y008'],
  href: 'https://yaml.org/spec/1.2.2/',

  *unreadable(block) {
    const problem = syntaxProblem(block);
    if (problem?.kind !== 'misaligned') return;
    yield { at: problem.span, message: ko.column(problem.text) };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
             restart: always
        #    ^^^^^^^
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
           restart: always
        #  ^^^^^^^
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
