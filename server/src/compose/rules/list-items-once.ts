import { compose } from '../../core/example.ts';
import type { Finding } from '../../core/rule.ts';
import { child, textOf } from '../facts.ts';
import type { Node } from '../file.ts';
import type { ComposeRule } from '../rule.ts';

/** Lists whose items Compose compares; in all others it takes a repeated item for one. */
const KEYS = ['depends_on', 'networks', 'volumes_from', 'models', 'security_opt', 'group_add', 'external_links'];

const ko = {
  again: (item: string, key: string) => `\`${key}\` 목록에 \`${item}\` 항목이 두 번 있습니다. 하나를 지우세요.`,
  first: (item: string) => `\`${item}\` 항목이 처음 나온 곳입니다.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '목록의 항목은 한 번만 적으세요',
    what: '`depends_on`이나 `networks` 같은 목록에 같은 항목이 두 번 있습니다.',
    why: '이 목록들에서는 항목이 서로 달라야 합니다. 컴포즈는 `items at 0 and 1 are equal` 오류를 내고 파일을 거절합니다.',
    how: '되풀이된 줄을 지우세요.',
  },
  also: ['C105'],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *service({ node }) {
    for (const key of KEYS) yield* repeated(child(node, key), key);
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            depends_on:
              - db
              - db
        #       ^^
          db:
            image: mysql:8.4
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            depends_on: [db, cache]
            expose: ["8080", "8080"]
          db:
            image: mysql:8.4
          cache:
            image: redis:7.4
      `,
    },
  ],
};

function* repeated(list: Node | undefined, key: string): Generator<Finding> {
  if (list?.kind !== 'sequence') return;
  const seen = new Map<string, Node>();
  for (const item of list.items) {
    if (item.kind !== 'scalar') continue;
    const text = textOf(item);
    const first = seen.get(text);
    if (first) yield { at: item.span, message: ko.again(text, key), related: [{ at: first.span, message: ko.first(text) }] };
    else seen.set(text, item);
  }
}
