import { compose } from '../../core/example.ts';
import { child } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt } from '../services.ts';
import { weight } from '../undefined-names.ts';

const ko = {
  both: '`dockerfile`과 `dockerfile_inline`은 함께 쓸 수 없습니다. 파일로 둘지 여기에 적을지 하나만 고르세요.',
  file: '`dockerfile`이 적힌 곳입니다.',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '`dockerfile`과 `dockerfile_inline` 가운데 하나만 쓰세요',
    what: '한 `build`에 Dockerfile의 경로와 내용이 함께 적혀 있습니다.',
    why: '어느 것으로 빌드할지 알 수 없으므로 컴포즈가 `mutualy exclusive` 오류를 내고 아무것도 실행하지 않습니다.',
    how: 'Dockerfile을 따로 두었다면 `dockerfile_inline`을 지우세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/compose-file/build/#dockerfile_inline',

  *service(service) {
    const build = child(service.node, 'build');
    const file = entryAt(build, 'dockerfile');
    const inline = entryAt(build, 'dockerfile_inline');
    if (file?.value && inline?.value) yield { at: inline.key.span, message: ko.both, related: [{ at: file.key.span, message: ko.file }], ...weight(service) };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            build:
              context: .
              dockerfile: web.Dockerfile
              dockerfile_inline: FROM nginx:1.28-alpine
        #     ^^^^^^^^^^^^^^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            build:
              context: .
              dockerfile: web.Dockerfile
      `,
    },
  ],
};
