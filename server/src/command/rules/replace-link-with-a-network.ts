import { shell } from '../../core/example.ts';
import { makesContainer, usesOf } from '../flags.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  old: '`--link` 옵션은 없어질 수 있는 옛 방법입니다. `docker network create`로 네트워크를 만들고 두 컨테이너를 `--network` 옵션으로 붙여 이름으로 부르세요.',
};

export const rule: CommandRule = {
  severity: 'information',
  lesson: {
    title: '`--link` 대신 네트워크를 쓰세요',
    what: '컨테이너를 `--link`로 연결했습니다.',
    why: '`--link`는 옛 기능이라 도커 문서가 쓰지 말라고 하며, 앞으로 없어질 수 있습니다. 한 방향으로만 이름을 알려 주고, 상대의 환경 변수까지 넘깁니다.',
    how: '`docker network create my-net`으로 네트워크를 만들고 두 컨테이너를 `--network my-net`으로 실행하세요. 같은 네트워크에서는 컨테이너의 이름이 곧 주소입니다.',
  },
  also: [],
  href: 'https://docs.docker.com/engine/network/links/',

  *line(line) {
    if (!makesContainer(line)) return;
    const [link] = usesOf(line, 'link');
    if (link) yield { at: link.at, message: ko.old, tag: 'deprecated' };
  },

  examples: [
    {
      bad: shell`
        docker run -d --link db:mysql wordpress:6
        #             ^^^^^^
      `,
    },
    {
      good: shell`
        docker run -d --network my-net wordpress:6
        docker rm --link /web/db
      `,
    },
  ],
};
