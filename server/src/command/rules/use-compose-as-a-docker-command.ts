import { shell } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  old: '`docker-compose`는 2023년에 지원이 끝난 옛 도구(v1)의 이름입니다. `docker compose`처럼 빈칸으로 나누어 적으세요.',
  write: '`docker compose` 명령으로 바꾸기',
};

export const rule: CommandRule = {
  severity: 'hint',
  lesson: {
    title: '`docker compose`로 적으세요',
    what: '`docker-compose`처럼 줄표로 이어 적었습니다.',
    why: '줄표로 잇는 이름은 따로 설치하던 파이썬 도구(v1)의 것이고 2023년에 지원이 끝났습니다. 지금의 Compose는 `docker` 명령에 들어 있어서, 새로 설치한 컴퓨터에는 `docker-compose`가 없을 수 있습니다.',
    how: '`docker compose up -d`처럼 빈칸으로 나누어 적으세요. 뒤의 명령과 옵션은 거의 같습니다.',
  },
  also: [],
  href: 'https://docs.docker.com/compose/releases/migrate/',

  *line({ isLegacy, names: [program], command: { words } }) {
    if (!isLegacy || !program || !/^docker-compose(?:\.exe)?$/.test(program.text) || words.length < 2) return;
    yield { at: program.span, message: ko.old, tag: 'deprecated', fixes: [{ title: ko.write, edits: [replace(program.span, 'docker compose')] }] };
  },

  examples: [
    {
      bad: shell`
        sudo docker-compose up -d
        #    ^^^^^^^^^^^^^^
      `,
      fixed: shell`
        sudo docker compose up -d
      `,
    },
    {
      good: shell`
        docker compose up -d
        ls docker-compose.yml
      `,
    },
  ],
};
