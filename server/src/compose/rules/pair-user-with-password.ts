import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { environmentOf, settingOf, variableAbove } from '../environment.ts';
import { child } from '../facts.ts';
import { isFragment } from '../fragment.ts';
import { gathered } from '../gathered.ts';
import { officialImage } from '../known-images.ts';
import { isMisspelt } from '../known-variables.ts';
import type { ComposeRule } from '../rule.ts';
import { variablesUnder } from '../services.ts';

const ko = {
  notCreated: (user: string, password: string) => `\`${password}\` 변수가 없으면 \`${user}\`에 적은 사용자가 만들어지지 않습니다. \`${password}\` 변수를 함께 적으세요.`,
  ignored: (password: string, user: string) => `\`${user}\` 변수가 없으면 \`${password}\` 변수는 쓰이지 않습니다. \`${user}\` 변수를 함께 적거나 이 줄을 지우세요.`,
  stops: (one: string, other: string) => `\`${one}\` 변수만 있으면 컨테이너가 오류를 내고 꺼집니다. \`${other}\` 변수를 함께 적으세요.`,
  add: (name: string) => `\`${name}\` 변수 적기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '사용자 이름과 비밀번호를 함께 적으세요',
    what: '데이터베이스 이미지에 사용자 이름과 비밀번호 가운데 하나만 주었습니다.',
    why: '이미지의 시작 스크립트는 둘이 다 있어야 사용자를 만듭니다. MySQL과 MariaDB는 그냥 지나가서 나중에 `Access denied` 오류가 나고, MongoDB는 바로 꺼집니다.',
    how: '`MYSQL_USER`와 `MYSQL_PASSWORD`, `MONGO_INITDB_ROOT_USERNAME`과 `MONGO_INITDB_ROOT_PASSWORD`를 짝지어 적으세요.',
  },
  also: ['C705', 'C706'],
  href: 'https://hub.docker.com/_/mysql',

  *file(model, project) {
    for (const { service, answer } of paired(model)) {
      const { image, pair } = answer;
      if (isFragment(model, project)) return;
      const environment = environmentOf(service, project);
      const [hasUser, hasPassword] = [settingOf(environment, pair.user).isSet, settingOf(environment, pair.password).isSet];
      if (!environment.complete || hasUser === hasPassword || isMisspelt(service)) continue;
      const [given, lacking] = hasUser ? [pair.user, pair.password] : [pair.password, pair.user];
      const variable = variablesUnder(service.node).find(({ name }) => given.includes(name.text.replace(/_FILE$/, '')));
      // `root` is another rule's matter.
      if (!variable || variable.value?.text === 'root') continue;
      const missing = lacking.find((name) => name.startsWith(variable.name.text.slice(0, 5))) ?? '';
      const say = image === 'mongo' ? ko.stops : hasUser ? ko.notCreated : ko.ignored;
      const edit = hasUser ? variableAbove(service, missing, `\${${missing}}`) : undefined;
      yield placed(service.start, { at: variable.name.span, message: say(variable.name.text, missing), ...(edit && { fixes: [{ title: ko.add(missing), edits: [edit] }] }) });
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              - MYSQL_ROOT_PASSWORD=\${DB_PASSWORD}
              - MYSQL_USER=shop
        #       ^^^^^^^^^^
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
              - MYSQL_PASSWORD=\${MYSQL_PASSWORD}
              - MYSQL_ROOT_PASSWORD=\${DB_PASSWORD}
              - MYSQL_USER=shop
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
            image: mongo:8
            environment:
              MONGO_INITDB_ROOT_PASSWORD: \${DB_PASSWORD}
        #     ^^^^^^^^^^^^^^^^^^^^^^^^^^
            volumes:
              - db-data:/data/db
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
            env_file: db.env
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
      around: { 'db.env': 'MYSQL_PASSWORD=shop1234\n' },
    },
  ],
};

interface Pair {
  readonly user: readonly string[];
  readonly password: readonly string[];
}

const PAIRS: Readonly<Record<string, Pair>> = {
  mysql: { user: ['MYSQL_USER'], password: ['MYSQL_PASSWORD'] },
  mariadb: { user: ['MARIADB_USER', 'MYSQL_USER'], password: ['MARIADB_PASSWORD', 'MYSQL_PASSWORD', 'MARIADB_PASSWORD_HASH'] },
  mongo: { user: ['MONGO_INITDB_ROOT_USERNAME'], password: ['MONGO_INITDB_ROOT_PASSWORD'] },
};

const paired = gathered((service) => {
  const image = officialImage(service)?.name;
  const pair = image !== undefined && Object.hasOwn(PAIRS, image) ? PAIRS[image] : undefined;
  return pair && !['entrypoint', 'build'].some((key) => child(service.node, key)) ? { image, pair } : undefined;
});
