import { compose } from '../../core/example.ts';
import type { ProjectView } from '../../core/project-view.ts';
import { rememberedBy } from '../../core/remember.ts';
import { placed } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { child, textOf } from '../facts.ts';
import { isFragment } from '../fragment.ts';
import { addItem } from '../lists.ts';
import type { ComposeModel, Service } from '../model.ts';
import { callersIn, serviceNamed } from '../networks.ts';
import type { ComposeRule } from '../rule.ts';
import { referencesUnder, scalarAt } from '../services.ts';
import { isForOutside } from '../urls.ts';

const ko = {
  apart: (from: string, to: string, network: string) =>
    `\`${from}\` 서비스와 \`${to}\` 서비스는 같은 네트워크에 없어서 이름으로 찾을 수 없습니다. \`${from}\` 서비스의 \`networks\`에 \`${network}\` 네트워크를 더하세요.`,
  join: (network: string) => `\`${network}\` 네트워크 더하기`,
  other: '부르는 서비스입니다.',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '서로 부르는 서비스는 같은 네트워크에 두세요',
    what: '다른 서비스의 이름으로 접속하는데 두 서비스가 함께 속한 네트워크가 없습니다.',
    why: '서비스 이름은 같은 네트워크 안에서만 통합니다. 네트워크가 다르면 `unknown host`나 `could not resolve` 오류가 나고 접속하지 못합니다.',
    how: '두 서비스의 `networks`에 같은 네트워크를 하나 이상 적으세요. `networks`를 적지 않은 서비스는 `default` 네트워크에만 속합니다.',
  },
  also: ['C214'],
  href: 'https://docs.docker.com/compose/how-tos/networking/',

  *file(model, project) {
    if (isFragment(model, project)) return;
    const elsewhere = project.namesIn('services');
    for (const { service, answer: endpoints } of callersIn(model)) {
      for (const { host, name } of endpoints) {
        const other = serviceNamed(model, host.text);
        if (!other || other.name === service.name || isForOutside(name) || elsewhere.has(service.name) || elsewhere.has(other.name)) continue;
        const [own, others] = [networksOf(service, model, project), networksOf(other, model, project)];
        if (!own || !others || [...own.keys()].some((network) => others.has(network))) continue;
        const [network = ''] = others.values();
        const edit = addItem(service, child(service.node, 'networks'), network);
        const found = placed(service.start, {
          at: host.span,
          message: ko.apart(service.name, other.name, network),
          ...(edit && { fixes: [{ title: ko.join(network), edits: [edit] }] }),
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
            networks:
              - front
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            volumes:
              - db-data:/var/lib/mysql
            networks:
              - back
        networks:
          front:
          back:
        volumes:
          db-data:
      `,
      fixed: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              SPRING_DATASOURCE_URL: jdbc:mysql://db:3306/shop
            networks:
              - front
              - back
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            volumes:
              - db-data:/var/lib/mysql
            networks:
              - back
        networks:
          front:
          back:
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
            networks:
              - front
              - back
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            networks:
              back:
                aliases: [database]
        networks:
          front:
          back:
      `,
    },
  ],
};

/** The networks of a service by the name Docker knows them by. Nothing where a variable or another file may add one, or where one is nowhere declared. */
function networksOf(service: Service, model: ComposeModel, project: ProjectView): ReadonlyMap<string, string> | undefined {
  const names = namesOf(service);
  const isDeclared = (name: string) => name === 'default' || model.resources.networks.some((it) => it.name === name) || project.namesIn('networks').has(name);
  if (!names?.every(isDeclared)) return undefined;
  const real = (name: string) => {
    const network = model.resources.networks.find((it) => it.name === name);
    return textOf(scalarAt(network?.value, 'name')) || name;
  };
  const found = new Map(names.map((name) => [real(name), name]));
  return [...found.keys()].some((name) => name.includes('$')) ? undefined : found;
}

const namesOf: (service: Service) => readonly string[] | undefined = rememberedBy(
  ({ identity }) => identity,
  ({ node }) => {
    if (child(node, 'extends')) return undefined;
    const names = referencesUnder(node, 'networks').map(({ text }) => text);
    return names.length > 0 ? names : ['default'];
  },
);
