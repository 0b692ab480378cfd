import { compose } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import { misreadOf } from '../claims.ts';
import type { ComposeRule } from '../rule.ts';
import { misread, syntaxProblem } from '../syntax.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  space: (key: string) => `\`${key}\` 뒤에 띄어쓰기가 없어서 키로 읽히지 않습니다. 콜론 뒤를 한 칸 띄우세요.`,
  add: '콜론 뒤에 띄어쓰기 넣기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '콜론 뒤를 한 칸 띄우세요',
    what: '`image:nginx`처럼 콜론과 값이 붙어 있습니다.',
    why: 'YAML은 콜론 뒤에 띄어쓰기가 있어야 키와 값을 나눕니다. 붙어 있으면 줄 전체가 글자 하나로 읽혀서 `could not find expected` 같은 오류가 다음 줄에서 납니다.',
    how: '`image: nginx`처럼 콜론 뒤를 한 칸 띄우세요.',
  },
  also: ['Y004'],
  href: 'https://yaml.org/spec/1.2.2/',

  *unreadable(block) {
    const problem = syntaxProblem(block);
    if (problem?.kind !== 'no-space-after-colon') return;
    yield { at: problem.span, message: ko.space(problem.text), fixes: [{ title: ko.add, edits: [insert(problem.span.end, ' ')], safe: true }] };
  },

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      const scalar = misreadOf(misfit);
      if (!scalar || misread(scalar) !== 'no-space-after-colon') continue;
      const end = scalar.span.start + scalar.raw.text.indexOf(':') + 1;
      const key = scalar.raw.text.slice(0, end - scalar.span.start);
      yield { at: { start: scalar.span.start, end }, message: ko.space(key), fixes: [{ title: ko.add, edits: [insert(end, ' ')], safe: true }] };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image:nginx:1.28-alpine
        #   ^^^^^^
            restart: always
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            restart: always
      `,
    },
    {
      bad: compose`
        services:
          web:
            image:nginx:1.28-alpine
        #   ^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
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
