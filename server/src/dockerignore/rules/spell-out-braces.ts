import { dockerignore } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { lineBreakOf } from '../lines.ts';
import type { DockerignoreRule } from '../rule.ts';

const ko = {
  braces: (written: string) => `중괄호는 글자 그대로 읽히므로 \`${written}\` 이름의 파일만 찾습니다. 하나씩 따로 한 줄에 적으세요.`,
  split: '한 줄에 하나씩 나누기',
};

export const rule: DockerignoreRule = {
  severity: 'warning',
  lesson: {
    title: '중괄호로 묶지 말고 한 줄에 하나씩 적으세요',
    what: '`*.{js,ts}`처럼 중괄호로 여러 이름을 묶었습니다.',
    why: '셸과 편집기에는 있는 꼴이지만 이 파일의 문법에는 없습니다. 중괄호와 쉼표가 든 이름을 찾게 되어 아무것도 빠지지 않습니다.',
    how: '`*.js`와 `*.ts`를 두 줄로 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/build/concepts/context/#syntax',

  *file(file) {
    for (const { body, span } of file.patterns) {
      const match = /\{([^{},]*,[^{}]*)\}/.exec(body.text);
      if (!match) continue;
      const from = body.span.start + match.index;
      const before = file.text.slice(span.start, from);
      const after = body.text.slice(match.index + match[0].length);
      const lines = (match[1] ?? '').split(',').map((part) => `${before}${part}${after}`);
      yield {
        at: { start: from, end: from + match[0].length },
        message: ko.braces(body.text),
        // More braces would need as many rounds.
        ...(!/[{}]/.test(before + after) && { fixes: [{ title: ko.split, edits: [replace(span, lines.join(lineBreakOf(file)))] }] }),
      };
    }
  },

  examples: [
    {
      bad: dockerignore`
        **/*.{test,spec}.js
             ^^^^^^^^^^^
        .git
      `,
      fixed: dockerignore`
        **/*.test.js
        **/*.spec.js
        .git
      `,
    },
    {
      good: dockerignore`
        **/*.test.js
        {{cookiecutter}}
      `,
    },
  ],
};
