import { compose } from '../../core/example.ts';
import type { Finding } from '../../core/rule.ts';
import { type Span, shift } from '../../core/text.ts';
import { textOf } from '../facts.ts';
import type { Entry, Node } from '../file.ts';
import type { ComposeRule } from '../rule.ts';
import { isHarmless } from '../syntax.ts';

const ko = {
  again: (name: string) => `\`${name}\` 키가 같은 자리에 두 번 있습니다. 둘을 하나로 합치거나 하나를 지우세요.`,
  first: (name: string) => `\`${name}\` 키가 처음 나온 곳입니다.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '같은 키는 한 번만 적으세요',
    what: '같은 자리에 같은 이름의 키가 두 번 적혀 있습니다.',
    why: '어느 쪽을 쓸지 알 수 없으므로 컴포즈가 `mapping key ... already defined` 오류를 내고 파일을 거절합니다.',
    how: '두 곳의 내용을 한 키 아래로 모으세요. 서비스를 복사해 붙였다면 서비스 이름을 바꾸세요.',
  },
  also: ['Y003', 'dclint:invalid-yaml'],
  href: 'https://docs.docker.com/reference/compose-file/',

  *block({ documents, errors }) {
    if (errors.some((error) => !isHarmless(error))) return;
    for (const document of documents) if (document) yield* repeated(document);
  },

  *file(model) {
    // Within one block the hook above has said it.
    const seen = new Map<string, { readonly start: number; readonly span: Span }>();
    const where = [
      ...model.heads.map(({ name, span }) => ({ place: name, name, start: -1, span })),
      ...model.parts.flatMap(({ section, key, start }) => (section ? [{ place: `${section} ${textOf(key)}`, name: textOf(key), start, span: shift(key.span, start) }] : [])),
    ];
    for (const { place, name, start, span } of where) {
      const before = seen.get(place);
      if (!before) seen.set(place, { start, span });
      else if (start === -1 ? model.file.blocks.length > 1 : before.start !== start)
        yield { at: span, message: ko.again(name), related: [{ at: before.span, message: ko.first(name) }] };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            restart: always
            restart: unless-stopped
        #   ^^^^^^^
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
          web:
        # ^^^
            image: httpd:2.4
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            environment:
              A: 1
          db:
            image: mysql:8.4
            environment:
              A: 1
      `,
    },
  ],
};

function* repeated(node: Node): Generator<Finding> {
  if (node.kind === 'sequence') for (const item of node.items) yield* repeated(item);
  if (node.kind !== 'mapping') return;
  const seen = new Map<string, Entry>();
  for (const entry of node.entries) {
    const name = textOf(entry.key);
    const before = seen.get(name);
    if (before) yield { at: entry.key.span, message: ko.again(name), related: [{ at: before.key.span, message: ko.first(name) }] };
    else seen.set(name, entry);
    if (entry.value) yield* repeated(entry.value);
  }
}
