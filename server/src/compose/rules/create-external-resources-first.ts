import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt, scalarAt } from '../services.ts';
import { hasVariable } from '../walk.ts';

const ko = {
  networks: (name: string) => `\`external\` 네트워크는 컴포즈가 만들지 않습니다. 없으면 먼저 \`docker network create ${name}\`을 실행하세요.`,
  volumes: (name: string) => `\`external\` 볼륨은 컴포즈가 만들지 않습니다. 없으면 먼저 \`docker volume create ${name}\`을 실행하세요.`,
};

export const rule: ComposeRule = {
  severity: 'hint',
  lesson: {
    title: '`external`인 것은 먼저 만들어 두세요',
    what: '네트워크나 볼륨에 `external: true`가 적혀 있습니다.',
    why: '`external`은 이미 있는 것을 쓰겠다는 뜻입니다. 없으면 컴포즈가 만들지 않고 `declared as external, but could not be found` 오류를 냅니다.',
    how: '`docker network create 이름`이나 `docker volume create 이름`을 한 번 실행해 두거나, 컴포즈가 만들어도 된다면 `external`을 지우세요.',
  },
  also: ['C213'],
  href: 'https://docs.docker.com/reference/compose-file/networks/#external',

  *part({ section, key, value }) {
    if (section !== 'networks' && section !== 'volumes') return;
    const external = entryAt(value, 'external');
    const name = scalarAt(value, 'name');
    if (!external || textOf(external.value) !== 'true' || (name && hasVariable(name))) return;
    yield { at: external.key.span, message: ko[section](name ? textOf(name) : textOf(key)) };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            networks: [shared]
        networks:
          shared:
            external: true
        #   ^^^^^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            networks: [shared]
        networks:
          shared:
            external: false
            name: shop-shared
      `,
    },
  ],
};
