import { dockerignore } from '../../core/example.ts';
import { removeLine } from '../lines.ts';
import type { DockerignoreRule } from '../rule.ts';

const ko = {
  empty: '`!` 뒤에 다시 넣을 이름이 없어 빌드가 `illegal exclusion pattern` 오류로 멈춥니다. `!README.md`처럼 이름을 적거나 이 줄을 지우세요.',
  remove: '이 줄 지우기',
};

export const rule: DockerignoreRule = {
  severity: 'error',
  lesson: {
    title: '`!` 뒤에는 다시 넣을 이름을 적으세요',
    what: '`!`만 있거나 `!/`처럼 뒤에 남는 이름이 없는 줄이 있습니다.',
    why: '`!`는 앞줄들이 뺀 것을 다시 넣으라는 표시입니다. 무엇을 넣을지 없으면 빌더가 이 파일을 거부하고 빌드를 멈춥니다.',
    how: '`!README.md`나 `!src`처럼 이름을 적으세요. 쓰려던 것이 없다면 줄을 지우세요.',
  },
  also: [],
  href: 'https://docs.docker.com/build/concepts/context/#negating-matches',

  *file(file) {
    for (const pattern of file.patterns) {
      if (pattern.exception && pattern.cleaned === '') yield { at: pattern.span, message: ko.empty, fixes: [{ title: ko.remove, edits: [removeLine(file, pattern)] }] };
    }
  },

  examples: [
    {
      bad: dockerignore`
        *.md
        !
        ^
        node_modules
      `,
      fixed: dockerignore`
        *.md
        node_modules
      `,
    },
    {
      bad: dockerignore`
        *
        !/
        ^^
      `,
      fixed: dockerignore`
        *
      `,
    },
    {
      good: dockerignore`
        *.md
        ! README.md
      `,
    },
  ],
};
