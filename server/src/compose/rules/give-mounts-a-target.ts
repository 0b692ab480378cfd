import { compose } from '../../core/example.ts';
import { child, textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt } from '../services.ts';
import { keyShape, shapeAt } from '../shape.ts';

/** Lists whose long form needs a target, which the schema does not ask for. */
const LISTS = ['volumes', 'ports', 'devices'] as const;

const ko = {
  volumes: '컨테이너 안의 어디에 둘지 없습니다. `target: /app/data`처럼 적으세요.',
  ports: '컨테이너의 어느 포트인지 없습니다. `target: 8080`처럼 적으세요.',
  devices: '컨테이너 안에서 쓸 장치의 경로가 없습니다. `target: /dev/…`처럼 적으세요.',
  source: '`type: bind`에는 내 컴퓨터의 경로가 있어야 합니다. `source: ./data`처럼 적으세요.',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '긴 문법에는 `target`을 적으세요',
    what: '`volumes`, `ports`, `devices`의 긴 문법에 컨테이너 쪽을 정하는 `target`이 없거나, 바인드 마운트에 `source`가 없습니다.',
    why: '컴포즈는 `is missing a mount target`이나 `is missing a target port` 오류를 내고 아무것도 실행하지 않습니다.',
    how: '`source`에는 호스트 쪽을, `target`에는 컨테이너 쪽을 적으세요.',
  },
  also: ['C105'],
  href: 'https://docs.docker.com/reference/compose-file/services/#volumes',

  *service({ node }) {
    for (const key of LISTS) {
      const list = child(node, key);
      if (list?.kind !== 'sequence') continue;
      for (const item of list.items) {
        if (item.kind !== 'mapping') continue;
        const at = item.entries[0]?.key.span ?? item.span;
        // A key that nobody knows is another mistake, and may be the target misspelt.
        if (!entryAt(item, 'target') && item.entries.every(({ key: own }) => isKnown(key, textOf(own)))) {
          yield { at, message: ko[key] };
        } else if (key === 'volumes' && textOf(child(item, 'type')) === 'bind') {
          const source = entryAt(item, 'source');
          if (!source || (source.value?.kind === 'scalar' && source.value.raw.text === '')) yield { at: source?.key.span ?? at, message: ko.source };
        }
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - type: volume
        #       ^^^^
                source: db-data
        volumes:
          db-data:
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - published: "8080"
        #       ^^^^^^^^^
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            ports:
              - target: 3306
                published: "3306"
            volumes:
              - type: bind
                source: ./data
                target: /var/lib/mysql
      `,
    },
  ],
};

const isKnown = (list: string, name: string): boolean => {
  const item = shapeAt('services', '*', list, '[]');
  return name.startsWith('x-') || (item !== undefined && keyShape(item, name) !== undefined);
};
