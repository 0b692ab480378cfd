import { compose } from '../../core/example.ts';
import type { Finding } from '../../core/rule.ts';
import { type Span, shift } from '../../core/text.ts';
import { textOf } from '../facts.ts';
import type { Entry, Node } from '../file.ts';
import type { Part } from '../model.ts';
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
    const heads = new Map<string, Span>();
    for (const { name, span } of model.heads) {
      const before = heads.get(name);
      if (!before) heads.set(name, span);
      else if (model.file.blocks.length > 1) yield again(name, span, before);
    }
    const sections = new Map<string, Map<string, Part>>();
    for (const part of model.parts) {
      const { section, key, start } = part;
      if (section === undefined) continue;
      const seen = sections.get(section) ?? new Map<string, Part>();
      sections.set(section, seen);
      const name = textOf(key);
      const before = seen.get(name);
      if (!before) seen.set(name, part);
      else if (before.start !== start) yield again(name, shift(key.span, start), shift(before.key.span, before.start));
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

const again = (name: string, at: Span, before: Span): Finding => ({ at, message: ko.again(name), related: [{ at: before, message: ko.first(name) }] });
