import { compose } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import { misreadOf } from '../claims.ts';
import type { ComposeRule } from '../rule.ts';
import { misread, syntaxProblem } from '../syntax.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  space: '`-` 뒤에 띄어쓰기가 없어서 목록의 항목으로 읽히지 않습니다. `- 값`처럼 한 칸 띄우세요.',
  add: '`-` 뒤에 띄어쓰기 넣기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '목록의 `-` 뒤를 한 칸 띄우세요',
    what: '`-"80:80"`처럼 `-`와 값이 붙어 있습니다.',
    why: 'YAML은 `-` 뒤에 띄어쓰기가 있어야 목록의 항목으로 읽습니다. 붙어 있으면 글자의 일부가 되어 `must be a array` 같은 오류가 납니다.',
    how: '`- "80:80"`처럼 한 칸 띄우세요.',
  },
  also: ['Y006'],
  href: 'https://yaml.org/spec/1.2.2/',

  *unreadable(block) {
    const problem = syntaxProblem(block);
    if (problem?.kind !== 'no-space-after-dash') return;
    yield { at: problem.span, message: ko.space, fixes: [{ title: ko.add, edits: [insert(problem.span.start + 1, ' ')], safe: true }] };
  },

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      const scalar = misreadOf(misfit);
      if (!scalar || misread(scalar) !== 'no-space-after-dash') continue;
      const line = /^[^\n]*/.exec(scalar.raw.text)?.[0].trimEnd().length ?? 0;
      // A text of several lines has several dashes, each of which needs its own.
      const dashes = [...scalar.raw.text.matchAll(/(?:^|\n *)(?=-\S)/g)].map((match) => scalar.raw.span.start + match.index + match[0].length + 1);
      const at = { start: scalar.raw.span.start, end: scalar.raw.span.start + line };
      yield { at, message: ko.space, fixes: [{ title: ko.add, edits: dashes.map((place) => insert(place, ' ')), safe: true }] };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              - MYSQL_DATABASE=shop
              -MYSQL_USER=shop
        #     ^^^^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              - MYSQL_DATABASE=shop
              - MYSQL_USER=shop
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              -8080:80
        #     ^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - 8080:80
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
