import { dockerignore } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { lineStart } from '../lines.ts';
import type { DockerignoreRule } from '../rule.ts';

const ko = {
  indented: '`#` 앞에 공백이 있어 주석이 아니라 파일 이름을 적은 줄로 읽힙니다. 공백을 지우세요.',
  unindent: '`#` 앞의 공백 지우기',
};

export const rule: DockerignoreRule = {
  severity: 'information',
  lesson: {
    title: '주석의 `#`은 줄의 맨 앞에 적으세요',
    what: '`#` 앞에 공백이 있습니다.',
    why: 'Dockerfile과 달리 이 파일에서는 `#`이 줄의 첫 글자여야 주석입니다. 앞에 공백이 있으면 `#`으로 시작하는 이름의 파일을 찾는 줄이 됩니다.',
    how: '`#` 앞의 공백을 지우세요.',
  },
  also: [],
  href: 'https://docs.docker.com/build/concepts/context/#syntax',

  *file(file) {
    for (const pattern of file.patterns) {
      const { exception, body, span } = pattern;
      if (exception || !body.text.startsWith('#')) continue;
      const margin = { start: lineStart(file, pattern), end: span.start };
      yield { at: span, message: ko.indented, fixes: [{ title: ko.unindent, edits: [replace(margin, '')], safe: true }] };
    }
  },

  examples: [
    {
      bad: dockerignore`
        .git
          # 빌드 결과
          ^^^^^^^
        dist
      `,
      fixed: dockerignore`
        .git
        # 빌드 결과
        dist
      `,
    },
    {
      good: dockerignore`
        # 빌드 결과
          dist
        \#notes
      `,
    },
  ],
};
