import { compose } from '../../core/example.ts';
import { type Finding, placed, replace } from '../../core/rule.ts';
import { shift, type Word } from '../../core/text.ts';
import { type Accounts, accountsOf, type Link, linksBetween } from '../connections.ts';
import type { Setting } from '../environment.ts';
import { isFragment } from '../fragment.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  user: (name: string, service: string, made: string) => `\`${service}\` 서비스에는 \`${name}\` 사용자가 없습니다. 이 서비스가 만드는 \`${made}\` 사용자로 고치세요.`,
  password: (name: string, service: string) => `\`${service}\` 서비스에 적은 \`${name}\` 사용자의 비밀번호와 다릅니다. 두 값을 같게 적으세요.`,
  server: '데이터베이스 서비스입니다.',
  change: (to: string) => `\`${to}\` 값으로 바꾸기`,
  same: '데이터베이스 서비스의 비밀번호로 바꾸기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '앱과 데이터베이스의 계정을 맞추세요',
    what: '앱이 접속할 때 쓰는 사용자나 비밀번호가 데이터베이스 서비스에 적은 것과 다릅니다.',
    why: '이미지는 처음 시작할 때 변수에 적힌 사용자만 만듭니다. 다른 이름이나 비밀번호로 접속하면 `Access denied`나 `password authentication failed` 오류가 납니다.',
    how: '두 곳에 같은 값을 적거나, `.env`에 한 번만 적고 `${DB_PASSWORD}`로 함께 쓰세요. 이미 만들어진 볼륨에는 처음 값이 남아 있으니, 비밀번호를 바꾸려면 볼륨도 지워야 합니다.',
  },
  also: ['C710'],
  href: 'https://hub.docker.com/_/mysql',

  *file(model, project) {
    for (const link of linksBetween(model)) {
      const accounts = accountsOf(link.server, project);
      const found = accounts && judged(link, accounts);
      if (!found) continue;
      if (isFragment(model, project)) return;
      const { client, server } = link;
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
              SPRING_DATASOURCE_URL: jdbc:mysql://db:3306/shop
              SPRING_DATASOURCE_USERNAME: shop
              SPRING_DATASOURCE_PASSWORD: shop-1234
        #                                 ^^^^^^^^^
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
              MYSQL_DATABASE: shop
              MYSQL_USER: shop
              MYSQL_PASSWORD: shop-4321
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
              SPRING_DATASOURCE_URL: jdbc:mysql://db:3306/shop
              SPRING_DATASOURCE_USERNAME: shop
              SPRING_DATASOURCE_PASSWORD: shop-4321
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
              MYSQL_DATABASE: shop
              MYSQL_USER: shop
              MYSQL_PASSWORD: shop-4321
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
    {
      bad: compose`
        services:
          api:
            image: python:3.13-slim
            environment:
              - DATABASE_URL=postgresql://shop:\${DB_PASSWORD}@db:5432/postgres
        #                                 ^^^^
          db:
            image: postgres:17
            environment:
              - POSTGRES_PASSWORD=\${DB_PASSWORD}
            volumes:
              - db-data:/var/lib/postgresql/data
        volumes:
          db-data:
      `,
      fixed: compose`
        services:
          api:
            image: python:3.13-slim
            environment:
              - DATABASE_URL=postgresql://postgres:\${DB_PASSWORD}@db:5432/postgres
          db:
            image: postgres:17
            environment:
              - POSTGRES_PASSWORD=\${DB_PASSWORD}
            volumes:
              - db-data:/var/lib/postgresql/data
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
              DB_HOST: db
              DB_USER: root
              DB_PASSWORD: \${DB_PASSWORD}
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: shop-4321
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
  ],
};

function judged({ user, password, server }: Link, accounts: Accounts): Finding | undefined {
  const { kind, root, rootPassword } = accounts;
  if (!user) return undefined;
  if (user.text === root.value) return password && differing(user, password, rootPassword, server.name);
  if (accounts.user.isSet && accounts.user.value === undefined) return undefined;
  if (user.text === accounts.user.value) return password && differing(user, password, accounts.password, server.name);
  const made = accounts.user.value ?? root.value;
  // Users of MongoDB live in databases of their own.
  if (kind === 'mongo' || made === undefined) return undefined;
  return { at: user.span, message: ko.user(user.text, server.name, made), ...(isPlain(made) && { fixes: [{ title: ko.change(made), edits: [replace(user.span, made)] }] }) };
}

function differing(user: Word, password: Word, { value }: Setting, server: string): Finding | undefined {
  // A path is where a secret lies, not the secret.
  if (value === undefined || value === password.text || password.text.startsWith('/')) return undefined;
  return { at: password.span, message: ko.password(user.text, server), ...(isPlain(value) && { fixes: [{ title: ko.same, edits: [replace(password.span, value)] }] }) };
}

const isPlain = (text: string) => /^[A-Za-z][\w-]*$/.test(text);
