import { compose } from '../../core/example.ts';
import type { ComposeRule } from '../rule.ts';
import { syntaxProblem } from '../syntax.ts';

const ko = {
  mixed: '`-`로 시작하는 줄과 `이름: 값` 줄이 한 단계에 섞여 있습니다. 이 단계에 맞는 한 가지로 적으세요.',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '한 단계에는 목록이나 키 가운데 하나만 적으세요',
    what: '`-`로 시작하는 목록과 `이름: 값` 줄이 같은 자리에 함께 있습니다.',
    why: '한 자리는 목록이거나 매핑이어야 합니다. 섞이면 YAML이 `did not find expected key` 같은 오류를 냅니다.',
    how: '`- data`를 `data:`로 바꾸거나, 모든 줄을 `-`로 시작하게 하세요.',
  },
  also: ['Y001'],
  href: 'https://yaml.org/spec/1.2.2/',

  *unreadable(block) {
    const problem = syntaxProblem(block);
    if (problem?.kind !== 'list-in-mapping') return;
    yield { at: problem.span, message: ko.mixed };
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
        volumes:
          - db-data
        # ^^^^^^^^^
          log-data:
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
