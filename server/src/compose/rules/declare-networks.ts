import { compose } from '../../core/example.ts';
import { gatheredLists } from '../gathered.ts';
import type { ComposeRule } from '../rule.ts';
import { referencesUnder } from '../services.ts';
import { type UndefinedWords, undefinedNames } from '../undefined-names.ts';

const ko: UndefinedWords = {
  missing: (name) => `\`${name}\` 네트워크가 정의되어 있지 않습니다. 맨 아래 \`networks:\` 섹션에 \`${name}:\`을 적으세요.`,
  meant: (name, other) => `\`${name}\` 네트워크가 정의되어 있지 않습니다. \`${other}\` 네트워크를 쓰려던 것이라면 이름을 고치세요.`,
  declare: (name) => `\`networks:\`에 \`${name}\` 네트워크 정의하기`,
  rename: (other) => `\`${other}\` 이름으로 고치기`,
  defined: (other) => `\`${other}\` 네트워크를 정의한 곳입니다.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '서비스가 쓰는 네트워크를 `networks` 섹션에 정의하세요',
    what: '서비스의 `networks`에 적은 이름이 최상위 `networks:` 섹션에 없습니다.',
    why: '컴포즈는 `refers to undefined network` 오류를 내고 아무것도 실행하지 않습니다. 자동으로 생기는 네트워크는 `default` 하나뿐입니다.',
    how: '파일 맨 아래 `networks:` 아래에 이름과 콜론을 적으세요. 다른 곳에서 만든 네트워크라면 `external: true`도 적으세요.',
  },
  also: ['C202'],
  href: 'https://docs.docker.com/reference/compose-file/networks/',

  *file(model, project) {
    yield* undefinedNames(model, project, 'networks', uses(model), ko);
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            networks:
              - front
        #       ^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            networks:
              - front
        networks:
          front:
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            networks:
              frontend:
        #     ^^^^^^^^
                aliases: [shop]
        networks:
          front-end:
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            networks:
              front-end:
                aliases: [shop]
        networks:
          front-end:
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            networks: [default, front]
        networks:
          front:
      `,
    },
  ],
};

const uses = gatheredLists(({ node }) => referencesUnder(node, 'networks').filter(({ text }) => text !== 'default'));
