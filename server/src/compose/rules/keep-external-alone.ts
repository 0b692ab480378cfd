import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import type { Scalar } from '../file.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt } from '../services.ts';
import { hasVariable } from '../walk.ts';

const ko = {
  refused: (key: string) => `\`external: true\`인 볼륨에는 \`${key}\` 키를 적을 수 없습니다. 이미 만들어진 것을 쓰는 것이니 \`${key}\` 줄을 지우세요.`,
  ignored: (key: string) => `\`external: true\`인 네트워크에서는 \`${key}\` 키가 쓰이지 않습니다. 이미 만들어진 것을 쓰는 것이니 이 줄을 지우세요.`,
  names: '`name`과 `external.name`이 함께 있습니다. `external: true`로 바꾸고 `name`만 남기세요.',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '`external`인 것에는 `name`만 함께 적으세요',
    what: '다른 곳에서 이미 만든 볼륨이나 네트워크(`external: true`)에 만드는 방법까지 적었습니다.',
    why: '컴포즈는 `external`인 것을 만들지 않습니다. 볼륨이라면 `conflicting parameters "external" and ...` 오류를 내고, 네트워크라면 말없이 무시합니다.',
    how: '컴포즈가 만들게 하려면 `external`을 지우고, 이미 있는 것을 쓰려면 `external`과 `name`만 남기세요.',
  },
  also: ['C213'],
  href: 'https://docs.docker.com/reference/compose-file/volumes/#external',

  *part({ section, value }) {
    if ((section !== 'volumes' && section !== 'networks') || value?.kind !== 'mapping') return;
    const external = entryAt(value, 'external')?.value;
    if (!external || (external.kind === 'scalar' && !isTrue(external))) return;
    for (const { key } of value.entries) {
      const name = textOf(key);
      if (name === 'external' || name.startsWith('x-')) continue;
      if (name === 'name') {
        if (entryAt(external, 'name')) yield { at: key.span, message: ko.names };
      } else if (section === 'volumes') yield { at: key.span, message: ko.refused(name) };
      else yield { at: key.span, message: ko.ignored(name), severity: 'warning', tag: 'unnecessary' };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
            external: true
            driver: local
        #   ^^^^^^
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
            external: true
            name: shop-db-data
      `,
    },
  ],
};

const isTrue = (scalar: Scalar) => !hasVariable(scalar) && /^(?:true|yes|on|y|1|t)$/i.test(textOf(scalar));
