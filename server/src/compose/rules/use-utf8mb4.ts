import { compose } from '../../core/example.ts';
import { lineAbove, startOf } from '../environment.ts';
import { child } from '../facts.ts';
import { officialImage } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt, imageOf, mountsOf } from '../services.ts';

const ko = {
  latin: '`mysql:5`의 기본 문자 집합은 `latin1`이라 한글이 깨집니다. `command`에 `--character-set-server=utf8mb4`를 적으세요.',
  add: '`utf8mb4`로 시작하게 하기',
};

export const rule: ComposeRule = {
  severity: 'hint',
  lesson: {
    title: 'MySQL 5에는 `utf8mb4`를 정하세요',
    what: 'MySQL 5.x 이미지를 문자 집합을 정하지 않고 씁니다.',
    why: 'MySQL 5.x는 따로 정하지 않으면 `latin1`로 표를 만듭니다. 한글이 `???`로 저장되고 나중에 되돌릴 수 없습니다. 8.0부터는 `utf8mb4`가 기본입니다.',
    how: '`command`에 `--character-set-server=utf8mb4`와 `--collation-server=utf8mb4_unicode_ci`를 적거나 `mysql:8.4`로 올리세요.',
  },
  also: ['C712'],
  href: 'https://hub.docker.com/_/mysql',

  *service(service) {
    const hub = officialImage(service);
    const image = imageOf(service);
    if (hub?.name !== 'mysql' || hub.major !== 5 || !image || ['build', 'extends', 'configs', 'entrypoint'].some((key) => child(service.node, key))) return;
    const start = startOf(service);
    if (/character-set-server|character_set_server|defaults|\$/.test(start) || mountsOf(service).some(({ target }) => !target || /\$|\/etc\/|my\.cnf/.test(target.text))) return;
    const key = entryAt(service.node, 'image')?.key;
    const line = 'command: ["--character-set-server=utf8mb4", "--collation-server=utf8mb4_unicode_ci"]';
    const edit = start === '' && key && lineAbove(service, key.span, line);
    yield { at: image.raw.span, message: ko.latin, ...(edit && { fixes: [{ title: ko.add, edits: [edit] }] }) };
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:5.7
        #          ^^^^^^^^^
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
      fixed: compose`
        services:
          db:
            command: ["--character-set-server=utf8mb4", "--collation-server=utf8mb4_unicode_ci"]
            image: mysql:5.7
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
