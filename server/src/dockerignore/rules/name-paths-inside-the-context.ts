import { dockerignore } from '../../core/example.ts';
import { meansNothing } from '../cover.ts';
import { removeLine } from '../lines.ts';
import type { DockerignoreRule } from '../rule.ts';

const ko = {
  outside: '컨텍스트 밖의 경로라 이 줄에 맞는 파일이 없습니다. 경로는 컨텍스트의 맨 위에서부터 `../` 없이 적으세요.',
  root: (written: string) => `\`${written}\` 줄은 아무것도 빼지 않습니다. 모두 빼려면 \`*\`로 적고, 아니면 지우세요.`,
  remove: '하는 일이 없는 줄 지우기',
};

export const rule: DockerignoreRule = {
  severity: 'warning',
  lesson: {
    title: '컨텍스트 안의 경로를 적으세요',
    what: '`../`로 시작하거나 컨텍스트 자체(`.`, `/`)를 가리키는 줄입니다.',
    why: '빌더는 컨텍스트 안의 파일만 이 목록과 견줍니다. 밖을 가리키는 줄이나 `.` 줄은 맞는 파일이 없어 아무 일도 하지 않습니다.',
    how: '컨텍스트의 맨 위에서부터 센 경로를 적으세요. 모두 빼려면 `*` 한 줄을 쓰세요.',
  },
  also: [],
  href: 'https://docs.docker.com/build/concepts/context/#syntax',

  *file(file) {
    for (const pattern of file.patterns) {
      if (!meansNothing(pattern)) continue;
      const isOutside = pattern.cleaned.startsWith('..');
      const message = isOutside ? ko.outside : ko.root(file.text.slice(pattern.span.start, pattern.span.end));
      yield { at: pattern.span, message, tag: 'unnecessary', fixes: [{ title: ko.remove, edits: [removeLine(file, pattern)] }] };
    }
  },

  examples: [
    {
      bad: dockerignore`
        ../shared/.env
        ^^^^^^^^^^^^^^
        .git
      `,
      fixed: dockerignore`
        .git
      `,
    },
    {
      bad: dockerignore`
        .
        ^
        !src
      `,
      fixed: dockerignore`
        !src
      `,
    },
    {
      good: dockerignore`
        ./dist
        /build
        ..data
      `,
    },
  ],
};
