import { shell } from '../../core/example.ts';
import { makesContainer, usesOf } from '../flags.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  discarded: '`--network host`에서는 컨테이너가 호스트의 포트를 바로 써서 `-p` 옵션이 버려집니다. 둘 가운데 하나를 지우세요.',
};

export const rule: CommandRule = {
  severity: 'warning',
  lesson: {
    title: '호스트 네트워크에서는 `-p`를 쓰지 마세요',
    what: '`--network host`와 `-p`를 함께 썼습니다.',
    why: '호스트 네트워크의 컨테이너는 호스트의 포트를 그대로 씁니다. 도커는 `-p`를 버리고 `Published ports are discarded` 경고를 냅니다.',
    how: '포트를 바꾸어 열려면 `--network host`를 지우고, 호스트 네트워크를 쓰려면 `-p`를 지우세요.',
  },
  also: [],
  href: 'https://docs.docker.com/engine/network/drivers/host/',

  *line(line) {
    if (!makesContainer(line) || !usesOf(line, 'network', 'net').some(({ value }) => value?.text === 'host')) return;
    const [port] = usesOf(line, 'publish');
    if (port) yield { at: port.at, message: ko.discarded };
  },

  examples: [
    {
      bad: shell`
        docker run -d --network host -p 8080:80 nginx:1.28-alpine
        #                            ^^
      `,
    },
    {
      good: shell`
        docker run -d --network host nginx:1.28-alpine
        docker run -d --network my-net -p 8080:80 nginx:1.28-alpine
      `,
    },
  ],
};
