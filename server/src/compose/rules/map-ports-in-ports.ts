import { compose } from '../../core/example.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { textOf } from '../facts.ts';
import type { Mapping } from '../file.ts';
import { portsOf } from '../grammar/ports.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt, scalarsUnder } from '../services.ts';
import { hasVariable } from '../walk.ts';

const ko = {
  mapping: (text: string) => `\`expose\`는 포트를 내 컴퓨터에 연결하지 않습니다. \`"${text}"\`처럼 연결하려면 \`ports\`에 적으세요.`,
  rename: '`ports`로 바꾸기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '포트 연결은 `ports`에 적으세요',
    what: '`expose`에 `"8080:80"`처럼 두 포트를 적었습니다.',
    why: '`expose`는 컨테이너가 여는 포트를 적어 두는 메모에 가깝습니다. 두 포트를 적어도 아무것도 연결되지 않고 오류도 나지 않습니다.',
    how: '키를 `ports`로 바꾸거나, `expose`에는 컨테이너 포트만 적으세요.',
  },
  also: ['C308'],
  href: 'https://docs.docker.com/reference/compose-file/services/#expose',

  *service({ node }) {
    const items = scalarsUnder(node, 'expose');
    for (const item of items) {
      const text = textOf(item);
      if (text.includes(':') && !hasVariable(item) && portsOf(text).length > 0) yield { at: item.span, message: ko.mapping(text), fixes: renamed(node, items.map(textOf)) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            expose:
              - "8080:80"
        #       ^^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80"
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            expose:
              - "80"
            ports:
              - "8080:80"
      `,
    },
  ],
};

/** The key becomes `ports` where there is none yet and every item is meant for it. */
function renamed(node: Mapping | undefined, texts: readonly string[]): Fix[] {
  const entry = entryAt(node, 'expose');
  if (!entry || entryAt(node, 'ports') || !texts.every((text) => text.includes(':') && portsOf(text).length > 0)) return [];
  return [{ title: ko.rename, edits: [replace(entry.key.span, 'ports')] }];
}
