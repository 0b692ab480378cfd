import { compose } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  unknown: (key: string, value: string, known: readonly string[]) =>
    `\`${key}\` 키에 \`${value}\` 값은 쓸 수 없습니다. ${known.map((it) => `\`${it}\``).join(', ')} 가운데에서 고르세요.`,
  change: (value: string) => `\`${value}\` 값으로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '정해진 값 가운데에서 고르세요',
    what: '정해진 값만 받는 키에 다른 값이 적혀 있습니다.',
    why: '컴포즈는 `value must be one of ...` 오류를 내고 아무것도 실행하지 않습니다.',
    how: '메시지에 나온 값 가운데 하나로 바꾸세요. 대소문자와 `_`, `-`도 똑같아야 합니다.',
  },
  also: ['C106', 'dclint:invalid-schema'],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'unknown-value') continue;
      const { node, shape, path } = misfit;
      const known = (shape.values ?? []).map(String);
      const key = path.findLast((step) => step !== '[]') ?? '';
      yield { at: node.raw.span, message: ko.unknown(key, textOf(node), known), fixes: fixesFor(node.raw, known) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            depends_on:
              db:
                condition: healthy
        #                  ^^^^^^^
          db:
            image: mysql:8.4
      `,
      fixed: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            depends_on:
              db:
                condition: service_healthy
          db:
            image: mysql:8.4
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            depends_on:
              db:
                condition: \${CONDITION:-service_started}
          db:
            image: mysql:8.4
      `,
    },
  ],
};

function fixesFor({ text, span }: { readonly text: string; readonly span: { readonly start: number; readonly end: number } }, known: readonly string[]): Fix[] {
  const best = known.find((it) => it.endsWith(`_${text}`)) ?? nearest(text, known);
  return best ? [{ title: ko.change(best), edits: [replace(span, best)], safe: true }] : [];
}
