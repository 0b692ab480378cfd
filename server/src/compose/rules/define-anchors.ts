import { compose } from '../../core/example.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  unknown: (name: string) => `\`*${name}\` 별칭이 가리키는 \`&${name}\` 앵커가 이 줄보다 위에 없습니다. 이름을 확인하거나 위쪽 값에 \`&${name}\` 앵커를 붙이세요.`,
  'too-many': (name: string) => `\`*${name}\` 별칭이 너무 많은 내용으로 불어나서 컴포즈가 읽기를 멈춥니다. 별칭 안에 별칭을 거듭 쓰지 마세요.`,
  cycle: (name: string) => `\`*${name}\` 별칭이 자기를 품은 \`&${name}\` 앵커를 가리킵니다. 이 별칭을 지우세요.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '앵커를 먼저 정의하고 별칭을 쓰세요',
    what: '`*이름` 별칭이 가리키는 `&이름` 앵커가 없거나, 앵커가 자기 자신을 가리키거나, 별칭이 끝없이 불어납니다.',
    why: 'YAML은 위에서 아래로 읽으므로 앵커가 별칭보다 먼저 나와야 합니다. 없으면 `unknown anchor` 오류가 나고 파일을 읽지 못합니다.',
    how: '다시 쓸 값의 앞에 `&common`을 붙이고, 그 아래에서 `*common`이나 `<<: *common`으로 쓰세요.',
  },
  also: ['Y009'],
  href: 'https://docs.docker.com/reference/compose-file/fragments/',

  *part({ aliases }) {
    for (const { kind, alias } of aliases) {
      yield { at: alias.span, message: ko[kind](alias.name) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            <<: *common
        #       ^^^^^^^
            image: nginx:1.28-alpine
      `,
    },
    {
      good: compose`
        x-common: &common
          restart: unless-stopped
        services:
          web:
            <<: *common
            image: nginx:1.28-alpine
      `,
    },
  ],
};
