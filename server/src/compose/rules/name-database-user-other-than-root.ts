import { compose } from '../../core/example.ts';
import { withoutLine } from '../environment.ts';
import { child } from '../facts.ts';
import { officialImage } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';
import { variablesUnder } from '../services.ts';

const ko = {
  root: (name: string) => `\`root\` 사용자는 이미 있어서 \`${name}\`로 만들 수 없고, 컨테이너가 처음 시작하다가 꺼집니다. 이 줄을 지우거나 다른 이름을 적으세요.`,
  remove: (names: readonly string[]) => `${names.map((it) => `\`${it}\``).join(', ')} 줄 지우기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '`MYSQL_USER`에는 `root`가 아닌 이름을 적으세요',
    what: '`MYSQL_USER`나 `MARIADB_USER`의 값이 `root`입니다.',
    why: '이 변수는 일반 사용자를 하나 더 만들 때 씁니다. `root`는 늘 있는 관리자라서 시작 스크립트가 거절하고 끝납니다.',
    how: '`root`로 접속하려면 이 줄을 지우고 `MYSQL_ROOT_PASSWORD`만 적으세요. 앱이 쓸 사용자가 필요하면 `app`처럼 다른 이름을 적으세요.',
  },
  also: ['C704'],
  href: 'https://hub.docker.com/_/mysql',

  *service(service) {
    const image = officialImage(service)?.name;
    if ((image !== 'mysql' && image !== 'mariadb') || child(service.node, 'entrypoint')) return;
    const variables = variablesUnder(service.node);
    // MariaDB makes a user only where there is a password for it, and only then stumbles.
    if (image === 'mariadb' && !variables.some(({ name }) => /^(?:MYSQL|MARIADB)_PASSWORD/.test(name.text))) return;
    for (const { name, value, span } of variables) {
      if (value?.text !== 'root' || !(name.text === 'MYSQL_USER' || (image === 'mariadb' && name.text === 'MARIADB_USER'))) continue;
      // Without a user, its password means nothing either.
      const password = variables.find((it) => it.name.text === name.text.replace('USER', 'PASSWORD'));
      const edits = [span, ...(password ? [password.span] : [])].map((it) => withoutLine(service, it));
      const isWhole = edits.every((it) => it !== undefined);
      yield { at: value.span, message: ko.root(name.text), ...(isWhole && { fixes: [{ title: ko.remove([name.text, ...(password ? [password.name.text] : [])]), edits }] }) };
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
              MYSQL_USER: root
        #                 ^^^^
            volumes:
              - db-data:/var/lib/mysql
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
              MYSQL_USER: shop
              MYSQL_PASSWORD: \${DB_PASSWORD}
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
  ],
};
