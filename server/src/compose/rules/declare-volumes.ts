import { compose } from '../../core/example.ts';
import { gatheredLists } from '../gathered.ts';
import type { ComposeRule } from '../rule.ts';
import { mountsOf } from '../services.ts';
import { type UndefinedWords, undefinedNames } from '../undefined-names.ts';

const ko: UndefinedWords = {
  missing: (name) => `\`${name}\` 볼륨이 정의되어 있지 않습니다. 맨 아래 \`volumes:\` 섹션에 \`${name}:\`을 적으세요.`,
  meant: (name, other) => `\`${name}\` 볼륨이 정의되어 있지 않습니다. \`${other}\` 볼륨을 쓰려던 것이라면 이름을 고치세요.`,
  declare: (name) => `\`volumes:\`에 \`${name}\` 볼륨 정의하기`,
  rename: (other) => `\`${other}\` 이름으로 고치기`,
  defined: (other) => `\`${other}\` 볼륨을 정의한 곳입니다.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '서비스가 쓰는 볼륨을 `volumes` 섹션에 정의하세요',
    what: '서비스의 `volumes`에 적은 볼륨 이름이 최상위 `volumes:` 섹션에 없습니다.',
    why: '이름 있는 볼륨은 파일의 맨 아래에 한 번 정의해야 합니다. 없으면 컴포즈가 `refers to undefined volume` 오류를 내고 아무것도 실행하지 않습니다.',
    how: '파일 맨 아래 `volumes:` 아래에 이름과 콜론을 적으세요. 내 컴퓨터의 폴더를 연결하려던 것이라면 `./`로 시작하는 경로를 적으세요.',
  },
  also: ['C203'],
  href: 'https://docs.docker.com/reference/compose-file/volumes/',

  *file(model, project) {
    yield* undefinedNames(model, project, 'volumes', uses(model), ko);
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - db-data:/var/lib/mysql
        #       ^^^^^^^
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - type: volume
                source: logs
        #               ^^^^
                target: /var/log
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - type: volume
                source: logs
                target: /var/log
              - db-data:/var/lib/mysql
        volumes:
          db-data:
          logs:
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - ./data:/var/lib/mysql
              - /var/log/mysql
              - \${DATA:-db-data}:/backup
      `,
    },
  ],
};

const uses = gatheredLists((service) => mountsOf(service).flatMap(({ type, source }) => (type === 'volume' && source && !/[/\\]/.test(source.text) ? [source] : [])));
