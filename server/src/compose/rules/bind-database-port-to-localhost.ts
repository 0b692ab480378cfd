import { compose } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import { databaseOf, officialImage } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';
import { portsOf } from '../services.ts';

const ko = {
  open: (port: string) => `데이터베이스의 \`${port}\` 포트가 같은 네트워크의 모든 컴퓨터에 열립니다. 내 컴퓨터에서만 쓴다면 \`127.0.0.1:\`을 앞에 붙이세요.`,
  close: '`127.0.0.1:` 붙이기',
};

export const rule: ComposeRule = {
  severity: 'information',
  lesson: {
    title: '데이터베이스의 포트는 내 컴퓨터에만 여세요',
    what: '데이터베이스의 포트를 주소 없이 열었습니다.',
    why: '주소가 없으면 모든 네트워크 카드에서 접속을 받습니다. 도커가 연 포트는 흔한 방화벽 설정을 지나치기도 합니다. 컨테이너끼리 통신하는 데에는 `ports`가 필요하지 않습니다.',
    how: '`"127.0.0.1:3306:3306"`처럼 주소를 붙이거나, 앱만 쓴다면 `ports`를 지우세요.',
  },
  also: ['C306'],
  href: 'https://docs.docker.com/engine/network/port-publishing/',

  *service(service) {
    if (!databaseOf(service) && officialImage(service)?.name !== 'redis') return;
    for (const { published, address, short, node } of portsOf(service)) {
      if (!short || !published || address || node.kind !== 'scalar' || node.raw.text.includes('$')) continue;
      yield { at: node.raw.span, message: ko.open(published.text), fixes: [{ title: ko.close, edits: [insert(published.span.start, '127.0.0.1:')] }] };
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
              - db-data:/var/lib/mysql
            ports:
              - "3306:3306"
        #        ^^^^^^^^^
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
              - db-data:/var/lib/mysql
            ports:
              - "127.0.0.1:3306:3306"
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
              - db-data:/var/lib/mysql
            ports:
              - "127.0.0.1:3306:3306"
        volumes:
          db-data:
      `,
    },
  ],
};
