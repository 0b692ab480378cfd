import { compose } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import { hubImage } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';
import { portsOf } from '../services.ts';

const ko = {
  open: (image: string) => `\`${image}\` 이미지는 데이터를 마음대로 다루는 관리 화면인데 같은 네트워크의 누구나 열 수 있습니다. \`127.0.0.1:\`을 앞에 붙이세요.`,
  close: '`127.0.0.1:` 붙이기',
};

export const rule: ComposeRule = {
  severity: 'information',
  lesson: {
    title: '관리 화면은 내 컴퓨터에만 여세요',
    what: '데이터베이스 관리 화면의 포트를 주소 없이 열었습니다.',
    why: '주소가 없으면 모든 네트워크 카드에서 접속을 받습니다. 관리 화면은 데이터를 보고 지울 수 있고, 어떤 것은 로그인도 없습니다.',
    how: '`"127.0.0.1:8081:8080"`처럼 주소를 붙이세요.',
  },
  also: ['C311'],
  href: 'https://docs.docker.com/engine/network/port-publishing/',

  *service(service) {
    const name = hubImage(service)?.name ?? '';
    if (!ADMIN.has(name)) return;
    for (const { published, address, short, node } of portsOf(service)) {
      if (!short || !published || address || node.kind !== 'scalar' || node.raw.text.includes('$')) continue;
      yield { at: node.raw.span, message: ko.open(name), fixes: [{ title: ko.close, edits: [insert(published.span.start, '127.0.0.1:')] }] };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          adminer:
            image: adminer:5
            ports:
              - "8081:8080"
        #        ^^^^^^^^^
      `,
      fixed: compose`
        services:
          adminer:
            image: adminer:5
            ports:
              - "127.0.0.1:8081:8080"
      `,
    },
    {
      good: compose`
        services:
          adminer:
            image: adminer:5
            ports:
              - "127.0.0.1:8081:8080"
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80"
      `,
    },
  ],
};

const ADMIN = new Set([
  'phpmyadmin',
  'phpmyadmin/phpmyadmin',
  'adminer',
  'mongo-express',
  'dpage/pgadmin4',
  'rediscommander/redis-commander',
  'redis/redisinsight',
  'provectuslabs/kafka-ui',
]);
