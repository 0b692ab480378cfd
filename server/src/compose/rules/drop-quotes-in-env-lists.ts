import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { child } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  quotes: (name: string) => `목록에서는 따옴표도 값의 일부가 되어 \`${name}\`에 따옴표까지 들어갑니다. 값의 따옴표를 지우세요.`,
  drop: '따옴표 지우기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '목록의 값에는 따옴표를 쓰지 마세요',
    what: '`environment` 목록의 값이 따옴표로 감싸져 있습니다.',
    why: '`- 이름="값"`은 항목 전체가 글자 하나라서 따옴표도 글자로 남습니다. 비밀번호가 `"1234"`처럼 따옴표까지 붙어 들어갑니다.',
    how: '`- MYSQL_PASSWORD=1234`처럼 따옴표 없이 적거나, 항목 전체를 따옴표로 감싸세요.',
  },
  also: ['C132'],
  href: 'https://docs.docker.com/reference/compose-file/services/#environment',

  *service({ node }) {
    const value = child(node, 'environment');
    if (value?.kind !== 'sequence') return;
    for (const item of value.items) {
      const match = item.kind === 'scalar' && item.style === 'plain' ? /^([^=\s]+)=(["'])(.*)\2$/.exec(item.raw.text) : null;
      if (!match || item.kind !== 'scalar' || match[3]?.includes(match[2] ?? '')) continue;
      const from = item.raw.span.start + (match[1]?.length ?? 0) + 1;
      const at = { start: from, end: item.raw.span.end };
      const isPlain = /^[^#:]*$/.test(match[3] ?? '');
      yield { at, message: ko.quotes(match[1] ?? ''), ...(isPlain && { fixes: [{ title: ko.drop, edits: [replace(at, match[3] ?? '')] }] }) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              - MYSQL_ROOT_PASSWORD="secret"
        #                           ^^^^^^^^
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              - MYSQL_ROOT_PASSWORD=secret
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              - "MYSQL_ROOT_PASSWORD=secret"
              - JSON={"a":"b"}
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
  ],
};
