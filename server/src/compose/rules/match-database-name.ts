import { compose } from '../../core/example.ts';
import { type Finding, type Fix, placed, replace } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { type Accounts, accountsOf, type Link, linksBetween } from '../connections.ts';
import { isFragment } from '../fragment.ts';
import type { Service } from '../model.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  other: (name: string, service: string, made: string) => `\`${service}\` 서비스는 \`${made}\` 데이터베이스를 만듭니다. \`${name}\` 데이터베이스는 없으니 두 이름을 같게 적으세요.`,
  none: (name: string, service: string) =>
    `\`${service}\` 서비스에 \`MYSQL_DATABASE\`가 없어서 \`${name}\` 데이터베이스가 만들어지지 않습니다. 그 서비스에 \`MYSQL_DATABASE: ${name}\` 줄을 적으세요.`,
  server: '데이터베이스 서비스입니다.',
  change: (made: string) => `\`${made}\` 이름으로 바꾸기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '앱이 쓸 데이터베이스의 이름을 맞추세요',
    what: '앱의 접속 주소에 적은 데이터베이스 이름과 데이터베이스 서비스가 만드는 이름이 다릅니다.',
    why: '이미지는 `MYSQL_DATABASE`나 `POSTGRES_DB`에 적은 데이터베이스 하나만 만듭니다. 앱은 접속하다가 `Unknown database`나 `database does not exist` 오류를 받습니다.',
    how: '두 곳에 같은 이름을 적거나, `.env`에 한 번만 적고 `${DB_NAME}`으로 함께 쓰세요. 이미 만들어진 볼륨이 있다면 이름을 바꾼 뒤 볼륨을 지워야 새로 만들어집니다.',
  },
  also: ['C711'],
  href: 'https://hub.docker.com/_/mysql',

  *file(model, project) {
    const links = linksBetween(model).filter(({ creates }) => !creates);
    const names = new Map<Service, Set<string>>();
    for (const { server, database } of links) if (database) names.set(server, (names.get(server) ?? new Set()).add(database.text));
    for (const link of links) {
      const { database, server, client } = link;
      // Several names on one server are made by somebody.
      if (!database || SYSTEM.has(database.text) || names.get(server)?.size !== 1) continue;
      const accounts = accountsOf(server, project);
      const found = accounts && judged(link, accounts);
      if (!found) continue;
      if (isFragment(model, project)) return;
      yield { ...placed(client.start, found), related: [{ at: shift(server.key.span, server.start), message: ko.server }] };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              SPRING_DATASOURCE_URL: jdbc:mysql://db:3306/shopping?useSSL=false
        #                                                 ^^^^^^^^
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
              MYSQL_DATABASE: shop
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
      fixed: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              SPRING_DATASOURCE_URL: jdbc:mysql://db:3306/shop?useSSL=false
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
              MYSQL_DATABASE: shop
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              SPRING_DATASOURCE_URL: jdbc:mysql://db:3306/shopping
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            volumes:
              - ./schema.sql:/docker-entrypoint-initdb.d/schema.sql
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
  ],
};

/** Databases that are always there. */
const SYSTEM = new Set(['mysql', 'information_schema', 'performance_schema', 'sys', 'postgres', 'template1', 'test']);

function judged({ database, user, server }: Link, { kind, database: made, root }: Accounts): Finding | undefined {
  // MongoDB makes a database when something is written into it.
  if (!database || kind === 'mongo' || (made.isSet && (made.value === undefined || made.value === database.text))) return undefined;
  // An administrator's tools may make what is missing.
  const isRoot = user === undefined || user.text === root.value;
  const message = made.value === undefined ? ko.none(database.text, server.name) : ko.other(database.text, server.name, made.value);
  const fixes: Fix[] = made.value !== undefined && /^[\w-]+$/.test(made.value) ? [{ title: ko.change(made.value), edits: [replace(database.span, made.value)] }] : [];
  return { at: database.span, message, ...(isRoot && made.value === undefined && { severity: 'information' }), fixes };
}
