import { shell } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { mainName } from '../flags.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  old: (flag: string, right: string) => `\`${flag}\` 옵션은 옛 이름이라 도움말에 나오지 않습니다. \`${right}\` 옵션으로 적으세요.`,
  write: (right: string) => `\`${right}\` 옵션으로 바꾸기`,
};

export const rule: CommandRule = {
  severity: 'hint',
  lesson: {
    title: '지금 쓰는 옵션의 이름으로 적으세요',
    what: '아직 되기는 하지만 도움말에서 빠진 옛 이름의 옵션을 썼습니다.',
    why: '옛 이름은 도움말과 문서에서 찾을 수 없어 읽는 사람이 뜻을 알기 어렵고, 언젠가 없어질 수 있습니다. `docker stop --time`을 쓰면 도커 28부터 경고가 나옵니다.',
    how: '`--net`은 `--network`로, `docker stop --time`은 예전 버전에서도 되는 `-t`로 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/engine/deprecated/',

  *line(line) {
    const names = Object.entries(OLD).find(([of]) => of.split(', ').includes(mainName(line)))?.[1];
    for (const { name = '', written, at } of line.flags) {
      const right = names && Object.hasOwn(names, name) && written === `--${name}` ? names[name] : undefined;
      if (right === undefined) continue;
      const place = { start: at.start, end: at.start + written.length };
      // `-t=10` is read as `-t10` is.
      yield { at: place, message: ko.old(written, right), tag: 'deprecated', fixes: [{ title: ko.write(right), edits: [replace(place, right)], safe: true }] };
    }
  },

  examples: [
    {
      bad: shell`
        docker run -d --net my-net nginx:1.28-alpine
        #             ^^^^^
      `,
      fixed: shell`
        docker run -d --network my-net nginx:1.28-alpine
      `,
    },
    {
      bad: shell`
        docker stop --time=30 web
        #           ^^^^^^
      `,
      fixed: shell`
        docker stop -t=30 web
      `,
    },
    {
      good: shell`
        docker run -d --network my-net nginx:1.28-alpine
        docker stop --timeout 30 web
        docker network create --subnet 172.20.0.0/16 my-net
      `,
    },
  ],
};

/** Old names of flags, by their commands, and what is written instead. */
const OLD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'docker run, docker create': { net: '--network', 'net-alias': '--network-alias' },
  'docker stop, docker restart': { time: '-t' },
};
