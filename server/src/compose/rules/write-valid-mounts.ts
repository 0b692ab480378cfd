import { compose } from '../../core/example.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { type BadFormat, badFormats } from '../bad-formats.ts';
import { isKnownOption } from '../grammar/mounts.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  empty: '마운트가 비어 있습니다. `./html:/usr/share/nginx/html`처럼 적으세요.',
  'empty-section': '콜론의 앞이나 뒤가 비어 있습니다. `./html:/usr/share/nginx/html`처럼 원본과 컨테이너의 경로를 둘 다 적으세요.',
  'too-many-colons': '콜론이 너무 많습니다. `원본:컨테이너의 경로:옵션`까지만 적고, 옵션이 여럿이면 `ro,z`처럼 쉼표로 이으세요.',
  comma: '쉼표로 잇기',
  drop: '콜론 지우기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '마운트는 `원본:컨테이너의 경로`로 적으세요',
    what: '`volumes`의 짧은 문법에서 콜론 앞뒤가 비었거나 콜론이 너무 많습니다.',
    why: '컴포즈는 `empty section between colons`나 `too many colons` 오류를 내고 파일을 거절합니다.',
    how: '`db-data:/var/lib/mysql`이나 `./html:/usr/share/nginx/html:ro`처럼 적으세요. 경로 안에 콜론이 있으면 `source`와 `target`을 쓰는 긴 문법으로 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/compose-file/services/#volumes',

  *misfits(part) {
    for (const found of badFormats(part, 'mount')) yield { at: found.problem.span, message: ko[found.problem.reason], fixes: fixesFor(found) };
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - "db-data:/var/lib/mysql:"
        #                              ^
        volumes:
          db-data:
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - "db-data:/var/lib/mysql"
        volumes:
          db-data:
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/usr/share/nginx/html:ro:z
        #                                      ^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/usr/share/nginx/html:ro,z
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/usr/share/nginx/html:ro,z
              - C:\shop\conf:/etc/nginx/conf.d
              - /var/cache/nginx
      `,
    },
  ],
};

function fixesFor({ problem: { reason, span }, piece, node }: BadFormat<'mount'>): Fix[] {
  if (reason === 'too-many-colons' && isKnownOption(piece.slice(1))) return [{ title: ko.comma, edits: [replace(span, `,${piece.slice(1)}`)], safe: true }];
  if (reason === 'empty-section' && piece === ':' && span.end === node.raw.span.end) return [{ title: ko.drop, edits: [replace(span, '')], safe: true }];
  return [];
}
