import { compose } from '../../core/example.ts';
import { startOf } from '../environment.ts';
import { child } from '../facts.ts';
import { officialImage } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt, imageOf, mountsOf } from '../services.ts';

const ko = {
  lost: '`--appendonly yes`로 데이터를 남기려 하지만 `/data`에 볼륨이 없어서 컨테이너를 지우면 사라집니다. `volumes`에 `redis-data:/data` 줄을 적고 맨 아래 `volumes:`에 `redis-data:`를 정의하세요.',
};

export const rule: ComposeRule = {
  severity: 'information',
  lesson: {
    title: 'Redis의 데이터를 남기려면 볼륨을 연결하세요',
    what: 'Redis에 데이터를 파일로 남기라고 했는데 그 파일을 둘 볼륨이 없습니다.',
    why: '`--appendonly yes`는 컨테이너 안의 `/data`에 기록합니다. `docker compose down`으로 컨테이너를 지우면 다음 컨테이너는 빈 `/data`로 시작합니다.',
    how: '`/data`에 이름 있는 볼륨을 연결하세요. 지워져도 되는 캐시라면 옵션을 빼도 됩니다.',
  },
  also: ['C709'],
  href: 'https://hub.docker.com/_/redis',

  *service(service) {
    const start = startOf(service);
    const image = imageOf(service);
    if (officialImage(service)?.name !== 'redis' || !image || !/--appendonly[ =]"?yes\b/.test(start) || /--dir\b|\.conf\b/.test(start)) return;
    if (['extends', 'volumes_from', 'tmpfs', 'build'].some((key) => child(service.node, key))) return;
    if (mountsOf(service).some(({ target }) => !target || target.text.includes('$') || /^\/(?:data(?:\/.*)?)?$/.test(target.text))) return;
    yield { at: entryAt(service.node, 'command')?.key.span ?? image.span, message: ko.lost };
  },

  examples: [
    {
      bad: compose`
        services:
          redis:
            image: redis:8-alpine
            command: ["redis-server", "--appendonly", "yes"]
        #   ^^^^^^^
      `,
    },
    {
      good: compose`
        services:
          cache:
            image: redis:8-alpine
          redis:
            image: redis:8-alpine
            command: redis-server --appendonly yes
            volumes:
              - redis-data:/data
        volumes:
          redis-data:
      `,
    },
  ],
};
