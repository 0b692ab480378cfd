import { dockerignore } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import { isHandmade, takenBackBy } from '../cover.ts';
import { lineBreakOf, removeLine } from '../lines.ts';
import type { DockerignoreRule } from '../rule.ts';

const ko = {
  takenBack: (name: string, line: number, by: string) => `다시 넣은 \`${name}\` 패턴을 뒤의 ${line}행 \`${by}\` 줄이 다시 뺍니다. 나중 줄이 이기므로 이 줄을 그 뒤로 옮기세요.`,
  takes: '이 줄이 다시 뺍니다.',
  move: (line: number) => `${line}행 뒤로 옮기기`,
};

export const rule: DockerignoreRule = {
  severity: 'warning',
  lesson: {
    title: '`!` 줄은 빼는 줄보다 뒤에 적으세요',
    what: '`!`로 다시 넣은 것을 그 뒤의 줄이 다시 뺍니다.',
    why: '한 파일에 여러 줄이 맞으면 마지막 줄이 정합니다. 앞에 적은 `!` 줄은 아무 일도 하지 않아, 넣으려던 파일을 `COPY`할 때 `not found` 오류가 납니다.',
    how: '넓게 빼는 줄을 위에, `!` 줄을 그 아래에 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/build/concepts/context/#negating-matches',

  *file(file) {
    if (!isHandmade(file)) return;
    for (const pattern of file.patterns.filter(({ exception, cleaned }) => exception && cleaned !== '')) {
      const by = takenBackBy(file, pattern);
      if (!by) continue;
      const moved = insert(by.span.end, `${lineBreakOf(file)}${file.text.slice(pattern.span.start, pattern.span.end)}`);
      yield {
        at: pattern.span,
        message: ko.takenBack(pattern.cleaned, by.line, by.body.text),
        fixes: [{ title: ko.move(by.line), edits: [removeLine(file, pattern), moved] }],
        related: [{ at: by.span, message: ko.takes }],
      };
    }
  },

  examples: [
    {
      bad: dockerignore`
        !README.md
        ^^^^^^^^^^
        *.md
        .git
      `,
      fixed: dockerignore`
        *.md
        !README.md
        .git
      `,
    },
    {
      bad: dockerignore`
        *
        !src
        ^^^^
        src
      `,
      fixed: dockerignore`
        *
        src
        !src
      `,
    },
    {
      good: dockerignore`
        *
        !src
        **/node_modules
        src/*.test.js
      `,
    },
    {
      good: dockerignore`
        *.md
        !README*.md
        README-secret.md
      `,
    },
  ],
};
