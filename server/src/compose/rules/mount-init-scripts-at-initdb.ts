import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { databaseOf } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';
import { mountsOf } from '../services.ts';

const ko = {
  wrong: (path: string) => `이미지는 \`${path}\` 폴더를 보지 않아 스크립트가 실행되지 않습니다. \`/docker-entrypoint-initdb.d\`로 고치세요.`,
  change: '`/docker-entrypoint-initdb.d`로 바꾸기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '초기화 스크립트는 `/docker-entrypoint-initdb.d`에 연결하세요',
    what: '초기화 스크립트를 연결한 폴더의 이름이 이미지가 보는 이름과 조금 다릅니다.',
    why: '데이터베이스 이미지는 처음 시작할 때 `/docker-entrypoint-initdb.d`만 들여다봅니다. 다른 폴더에 두면 오류 없이 지나가고 표가 만들어지지 않습니다.',
    how: '오른쪽 경로를 `/docker-entrypoint-initdb.d/init.sql`처럼 고치세요.',
  },
  also: ['C412'],
  href: 'https://hub.docker.com/_/mysql',

  *service(service) {
    if (!databaseOf(service)) return;
    for (const { target } of mountsOf(service)) {
      const wrong = /^\/docker-entrypoint[-._]?init(?:[-._]?db)?(?:[-._]?d)?(?=\/|$)/.exec(target?.text ?? '')?.[0];
      if (!target || wrong === undefined || wrong === FOLDER) continue;
      const place = { start: target.span.start, end: target.span.start + wrong.length };
      yield { at: place, message: ko.wrong(wrong), fixes: [{ title: ko.change, edits: [replace(place, FOLDER)] }] };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            volumes:
              - ./init.sql:/docker-entrypoint-init.d/init.sql
        #                  ^^^^^^^^^^^^^^^^^^^^^^^^^
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            volumes:
              - ./init.sql:/docker-entrypoint-initdb.d/init.sql
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
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            volumes:
              - ./init.sql:/docker-entrypoint-initdb.d/init.sql
      `,
    },
  ],
};

const FOLDER = '/docker-entrypoint-initdb.d';
