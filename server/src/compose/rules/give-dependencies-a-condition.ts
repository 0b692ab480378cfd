import { compose } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import { isBareDependency } from '../claims.ts';
import { indentAt } from '../indentation.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  bare: (name: string) => `\`${name}:\` 아래에 \`condition\` 줄이 있어야 합니다. \`condition: service_started\`를 적거나, 콜론 없이 \`- ${name}\` 목록으로 적으세요.`,
  add: '`condition: service_started` 줄 더하기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '`depends_on`의 긴 문법에는 `condition`을 적으세요',
    what: '`depends_on` 아래의 서비스 이름에 콜론을 붙였지만 그 아래에 아무것도 없습니다.',
    why: '`depends_on`은 이름의 목록이거나, 이름마다 `condition`을 적은 긴 문법입니다. 둘을 섞으면 컴포즈가 `must be a mapping` 오류를 냅니다.',
    how: '순서만 정하려면 `- db`처럼 목록으로 적고, 준비될 때까지 기다리려면 `condition: service_healthy`를 적으세요.',
  },
  also: ['C120'],
  href: 'https://docs.docker.com/reference/compose-file/services/#depends_on',

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      if (!isBareDependency(misfit)) continue;
      const { owner, path } = misfit;
      const { text } = part.block;
      const colon = owner ? text.indexOf(':', owner.key.span.end) : -1;
      const isLine = part.alone && owner !== undefined && colon >= 0 && /^[ \t]*(?:#.*)?(?:\r?\n|$)/.test(text.slice(colon + 1)) && misfit.node === undefined;
      const step = owner && isLine ? ' '.repeat(indentAt(text, owner.key.span.start) + 2) : '';
      const fixes = isLine ? { fixes: [{ title: ko.add, edits: [insert(colon + 1, `\n${step}condition: service_started`)], safe: true as const }] } : {};
      yield { at: owner?.key.span ?? misfit.span, message: ko.bare(path[3] ?? ''), ...fixes };
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
        #     ^^
          db:
            image: mysql:8.4
      `,
      fixed: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            depends_on:
              db:
                condition: service_started
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
              - db
          db:
            image: mysql:8.4
      `,
    },
  ],
};
