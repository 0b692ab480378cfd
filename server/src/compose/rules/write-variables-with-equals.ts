import { compose } from '../../core/example.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { isEnvironmentItem } from '../claims.ts';
import { textOf } from '../facts.ts';
import type { Mapping } from '../file.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  colon: (name: string) => `목록 안에서는 \`${name}: 값\`이 아니라 \`${name}=값\`으로 적어야 합니다. 콜론을 \`=\`로 바꾸거나 앞의 \`-\`를 지우세요.`,
  toEquals: '`=`로 바꾸기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '목록으로 적는 변수는 `이름=값`으로 쓰세요',
    what: '`environment` 같은 목록의 항목이 `- 이름: 값`으로 적혀 있습니다.',
    why: '`-`로 시작하면 항목 하나가 글자여야 하는데, 콜론과 띄어쓰기가 있으면 YAML이 매핑으로 읽습니다. 컴포즈는 `unexpected type map[string]interface {}` 오류를 냅니다.',
    how: '`- MYSQL_DATABASE=shop`처럼 `=`로 잇거나, `-` 없이 `MYSQL_DATABASE: shop`으로 적으세요. 두 방식을 한 곳에 섞지 마세요.',
  },
  also: ['C129'],
  href: 'https://docs.docker.com/reference/compose-file/services/#environment',

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      if (!isEnvironmentItem(misfit) || misfit.node?.kind !== 'mapping') continue;
      const name = textOf(misfit.node.entries[0]?.key);
      yield { at: misfit.node.span, message: ko.colon(name), fixes: fixesFor(misfit.node) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              - MYSQL_DATABASE: shop
        #       ^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              - MYSQL_DATABASE=shop
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              - GREETING=안녕:하세요
              - MYSQL_DATABASE=shop
      `,
    },
  ],
};

/** One entry with a plain or quoted value can be written with `=` without changing what it says. */
function fixesFor({ entries, flow }: Mapping): Fix[] {
  const [entry] = entries;
  const value = entry?.value;
  if (!entry || entries.length > 1 || flow || entry.key.style !== 'plain' || value?.kind !== 'scalar' || value.style === 'block') return [];
  const text = textOf(value);
  if (/[\n"\\]/.test(text) || text !== text.trim()) return [];
  const item = `${textOf(entry.key)}=${text}`;
  const needsQuotes = / #|: |:$|^[&*!|>%@`]/.test(item);
  return [{ title: ko.toEquals, edits: [replace({ start: entry.key.span.start, end: value.span.end }, needsQuotes ? `"${item}"` : item)], safe: true }];
}
