import { dockerignore } from '../../core/example.ts';
import type { Pattern } from '../file.ts';
import { removeLine } from '../lines.ts';
import type { DockerignoreRule } from '../rule.ts';

const ko = {
  again: (line: number) => `${line}행에 같은 뜻의 줄이 이미 있습니다. 이 줄은 지워도 됩니다.`,
  first: '처음 적은 줄입니다.',
  remove: '되풀이한 줄 지우기',
};

export const rule: DockerignoreRule = {
  severity: 'hint',
  lesson: {
    title: '같은 패턴은 한 번만 적으세요',
    what: '뜻이 같은 줄이 두 번 나옵니다.',
    why: '두 번 빼도 결과는 같습니다. 나중에 하나만 고치거나 지우면 왜 그대로인지 찾기 어렵습니다.',
    how: '한 줄만 남기세요. `dist`, `dist/`, `/dist`, `./dist`는 모두 같은 뜻입니다.',
  },
  also: [],

  *file(file) {
    let seen = new Map<string, Pattern>();
    let isException = false;
    for (const pattern of file.patterns) {
      const { cleaned, exception, span } = pattern;
      // Behind a line of the other kind it may have something to do again.
      if ((exception !== undefined) !== isException) seen = new Map();
      isException = exception !== undefined;
      const first = seen.get(cleaned);
      if (!first) seen.set(cleaned, pattern);
      else if (cleaned !== '') {
        const fixes = [{ title: ko.remove, edits: [removeLine(file, pattern)], safe: true as const }];
        yield { at: span, message: ko.again(first.line), tag: 'unnecessary', fixes, related: [{ at: first.span, message: ko.first }] };
      }
    }
  },

  examples: [
    {
      bad: dockerignore`
        dist
        .git
        dist/
        ^^^^^
      `,
      fixed: dockerignore`
        dist
        .git
      `,
    },
    {
      good: dockerignore`
        *.md
        !docs/*.md
        *.md
      `,
    },
  ],
};
