import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt, scalarsUnder } from '../services.ts';

const ko = {
  links: '`links`는 이제 필요하지 않습니다. 같은 네트워크의 서비스는 이름으로 접속할 수 있으니, 시작 순서만 정하려면 `depends_on`을 쓰세요.',
};

export const rule: ComposeRule = {
  severity: 'hint',
  lesson: {
    title: '`links` 대신 서비스 이름을 쓰세요',
    what: '오래된 방식인 `links`를 쓰고 있습니다.',
    why: '예전에는 `links`를 적어야 다른 컨테이너의 이름을 알 수 있었습니다. 지금은 컴포즈가 만드는 네트워크에서 서비스 이름이 곧 주소입니다.',
    how: '`links`를 지우고, 시작 순서가 필요하면 `depends_on`을 적으세요.',
  },
  also: ['C114'],
  href: 'https://docs.docker.com/reference/compose-file/services/#links',

  *service({ node }) {
    const links = entryAt(node, 'links');
    // An alias or another network is a reason to have them.
    if (links?.value?.kind === 'sequence' && scalarsUnder(node, 'links').every((it) => !textOf(it).includes(':')) && !entryAt(node, 'network_mode'))
      yield { at: links.key.span, message: ko.links, tag: 'deprecated' };
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            links:
        #   ^^^^^
              - db
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            depends_on:
              db:
                condition: service_started
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
  ],
};
