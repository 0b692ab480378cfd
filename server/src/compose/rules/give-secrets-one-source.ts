import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt } from '../services.ts';

/** Where the content may come from. */
const SOURCES = { secrets: ['file', 'environment'], configs: ['file', 'environment', 'content'] } as const;

const ko = {
  none: (name: string, sources: readonly string[]) => `\`${name}\`의 내용이 어디에 있는지 적어야 합니다. ${sources.map((it) => `\`${it}\``).join(', ')} 가운데 하나를 더하세요.`,
  many: (keys: readonly string[]) => `${keys.map((it) => `\`${it}\``).join('와 ')}는 함께 쓸 수 없습니다. 내용이 있는 곳 하나만 남기세요.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '시크릿과 설정의 내용은 한 곳에서 가져오세요',
    what: '최상위 `secrets`나 `configs`의 항목에 내용이 있는 곳이 없거나 둘 이상입니다.',
    why: '컴포즈는 `one of file|environment must be set`이나 `attributes are mutually exclusive` 오류를 내고 아무것도 실행하지 않습니다.',
    how: '`file: ./db-password.txt`처럼 하나만 적으세요. 도커에 이미 만들어 둔 것이라면 `external: true`를 적으세요.',
  },
  also: ['C204'],
  href: 'https://docs.docker.com/reference/compose-file/secrets/',

  *part({ section, key, value }) {
    if ((section !== 'secrets' && section !== 'configs') || value?.kind !== 'mapping') return;
    const external = entryAt(value, 'external')?.value;
    if (external && textOf(external) !== 'false') return;
    const sources = SOURCES[section];
    const found = value.entries.filter(({ key: own, value: it }) => sources.some((source) => source === textOf(own)) && !(it?.kind === 'scalar' && it.raw.text === ''));
    const [, second] = found;
    if (second) yield { at: second.key.span, message: ko.many(found.map(({ key: own }) => textOf(own))) };
    else if (found.length === 0 && !entryAt(value, 'x-content')) yield { at: key.span, message: ko.none(textOf(key), sources) };
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            secrets: [db-password]
        secrets:
          db-password:
        # ^^^^^^^^^^^
            name: shop-db-password
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            configs: [site]
        configs:
          site:
            file: ./site.conf
            content: server {}
        #   ^^^^^^^
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            secrets: [db-password, api-key]
        secrets:
          db-password:
            file: ./db-password.txt
          api-key:
            external: true
      `,
    },
  ],
};
