import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { child, textOf } from '../facts.ts';
import { isFragment } from '../fragment.ts';
import { servicesThat } from '../gathered.ts';
import { databaseOf } from '../known-images.ts';
import { linksOf } from '../links.ts';
import { addItem } from '../lists.ts';
import type { ComposeModel, Service } from '../model.ts';
import { callersIn, serviceNamed } from '../networks.ts';
import type { ComposeRule } from '../rule.ts';
import { profilesOf } from '../services.ts';
import { isForOutside } from '../urls.ts';

const ko = {
  missing: (service: string, database: string) =>
    `\`${service}\` 서비스는 \`${database}\` 서비스에 접속하지만 \`depends_on\`에 없어서 먼저 시작될 수 있습니다. \`depends_on\`에 \`${database}\` 서비스를 적으세요.`,
  add: (database: string) => `\`depends_on\`에 \`${database}\` 서비스 더하기`,
  other: '접속하는 데이터베이스입니다.',
};

export const rule: ComposeRule = {
  severity: 'hint',
  lesson: {
    title: '접속하는 데이터베이스를 `depends_on`에 적으세요',
    what: '환경 변수로 데이터베이스 서비스의 주소를 받는데 `depends_on`에 그 서비스가 없습니다.',
    why: '컴포즈는 `depends_on`에 적힌 순서만 지킵니다. 데이터베이스보다 앱이 먼저 시작되면 접속하지 못하고 앱이 끝나 버리기도 합니다.',
    how: '`depends_on`에 데이터베이스 서비스를 적고, 준비될 때까지 기다리려면 `condition: service_healthy`도 적으세요.',
  },
  also: ['C604'],
  href: 'https://docs.docker.com/compose/how-tos/startup-order/',

  *file(model, project) {
    if (isFragment(model, project)) return;
    const databases = new Set(databasesIn(model));
    if (databases.size === 0) return;
    for (const { service, answer: endpoints } of callersIn(model)) {
      if (!endpoints.some(({ host }) => isIn(databases, serviceNamed(model, host.text)))) continue;
      // Who is started again and again gets there too.
      if (child(service.node, 'extends') || !/^(?:no)?$/.test(textOf(child(service.node, 'restart'))) || project.namesIn('services').has(service.name)) continue;
      // A name that is nowhere may be this one, misspelt.
      if (linksOf(service).some(({ text }) => !serviceNamed(model, text))) continue;
      for (const { host, name } of endpoints) {
        const other = serviceNamed(model, host.text);
        if (!other || other.name === service.name || !databases.has(other) || isForOutside(name) || profilesOf(other).length > 0 || waitsFor(service, other.name, model)) continue;
        const edit = addItem(service, child(service.node, 'depends_on'), other.name);
        const found = placed(service.start, {
          at: host.span,
          message: ko.missing(service.name, other.name),
          ...(edit && { fixes: [{ title: ko.add(other.name), edits: [edit] }] }),
        });
        yield { ...found, related: [{ at: shift(other.key.span, other.start), message: ko.other }] };
        break;
      }
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
        #                                         ^^
            depends_on:
              - cache
          cache:
            image: redis:8-alpine
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
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
            depends_on:
              - cache
              - db
          cache:
            image: redis:8-alpine
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
          api:
            image: eclipse-temurin:21-jre
            environment:
              SPRING_DATASOURCE_URL: jdbc:mysql://db:3306/shop
            depends_on:
              - migration
          migration:
            image: flyway/flyway:11
            depends_on:
              - db
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
      `,
    },
  ],
};

/** Whether a service starts behind another one, also by way of others. */
function waitsFor(service: Service, name: string, model: ComposeModel): boolean {
  const seen = new Set<string>();
  const open = [service];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const { text } of linksOf(next)) {
      if (text === name) return true;
      const other = seen.has(text) ? undefined : serviceNamed(model, text);
      seen.add(text);
      if (other) open.push(other);
    }
  }
  return false;
}

const databasesIn = servicesThat((service) => databaseOf(service) !== undefined);

const isIn = <Item>(set: ReadonlySet<Item>, item: Item | undefined) => item !== undefined && set.has(item);
