import { compose } from '../../core/example.ts';
import { databaseOf } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';
import { mountsOf } from '../services.ts';

const ko = {
  once: '이 스크립트는 데이터 볼륨이 비어 있을 때 한 번만 실행됩니다. 고친 내용을 반영하려면 `docker compose down -v`로 볼륨을 지우고 다시 띄우세요.',
};

export const rule: ComposeRule = {
  severity: 'hint',
  lesson: {
    title: '초기화 스크립트가 언제 실행되는지 기억하세요',
    what: '데이터베이스를 처음 만들 때 실행할 스크립트를 연결했습니다.',
    why: '이미지는 `/docker-entrypoint-initdb.d`의 스크립트를 데이터 폴더가 비어 있을 때만 실행합니다. 볼륨에 데이터가 있으면 스크립트를 고쳐도 아무 일이 없습니다.',
    how: '스크립트를 고쳤다면 `docker compose down -v`로 볼륨을 지우고 다시 띄우세요. 데이터도 함께 지워지니 필요하면 먼저 백업하세요.',
  },
  also: ['C412'],
  href: 'https://hub.docker.com/_/mysql',

  *service(service) {
    if (!databaseOf(service)) return;
    const mounts = mountsOf(service);
    const keeps = mounts.some(({ target, type }) => type !== 'tmpfs' && target && /^\/(?:var\/lib\/(?:mysql|postgresql)|data\/db)/.test(target.text));
    const scripts = mounts.find(({ target }) => target && /^\/docker-entrypoint-initdb\.d(?:\/|$)/.test(target.text));
    if (keeps && scripts?.target) yield { at: scripts.target.span, message: ko.once };
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
              - ./init.sql:/docker-entrypoint-initdb.d/init.sql
        #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
