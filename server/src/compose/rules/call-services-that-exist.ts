import { isLoopback } from '../../core/address.ts';
import { compose } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { rememberedBy } from '../../core/remember.ts';
import { placed, replace } from '../../core/rule.ts';
import { child, textOf } from '../facts.ts';
import { isFragment } from '../fragment.ts';
import type { Service } from '../model.ts';
import { callersIn, knownHosts, serviceAt } from '../networks.ts';
import type { ComposeRule } from '../rule.ts';
import { scalarsUnder } from '../services.ts';
import { isForOutside, isForProgram } from '../urls.ts';

const ko = {
  unknown: (host: string, other: string) => `\`${host}\`라는 서비스가 없습니다. \`${other}\` 서비스를 뜻한다면 이름을 고치세요.`,
  change: (other: string) => `\`${other}\` 이름으로 바꾸기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '있는 서비스의 이름으로 접속하세요',
    what: '접속 주소의 호스트가 어떤 서비스의 이름과도 같지 않습니다. 이름이 거의 같은 서비스나, 그 포트를 여는 하나뿐인 서비스를 뜻한 것으로 보입니다.',
    why: '컨테이너 안에서는 서비스 이름, `container_name`, 네트워크 별칭만 주소가 됩니다. 한 글자만 달라도 `Unknown host`나 `getaddrinfo ENOTFOUND` 오류가 납니다.',
    how: '`services:` 아래에 적은 이름을 그대로 적으세요.',
  },
  also: ['C803'],
  href: 'https://docs.docker.com/compose/how-tos/networking/',

  *file(model, project) {
    if (isFragment(model, project)) return;
    const known = new Set([...knownHosts(model), ...project.namesIn('services')]);
    const hosts = new Set(model.services.flatMap(hostsOf));
    // Containers of other projects have names too.
    const isExternal = model.resources.networks.some(({ value }) => child(value, 'external'));
    const candidates = [...known].filter((it) => it.length > 2);
    const near = new Map<string, string | undefined>();
    for (const { service, answer: endpoints } of callersIn(model)) {
      for (const { host, name, port, scheme } of endpoints) {
        if (host.text.includes('.') || known.has(host.text) || hosts.has(host.text) || isLoopback(host.text) || isForOutside(name)) continue;
        if (!near.has(host.text)) near.set(host.text, nearest(host.text, candidates));
        const there = near.get(host.text) || !port || isExternal || !isForProgram(scheme, name) ? undefined : serviceAt(model, port.text, service);
        const other = near.get(host.text) ?? (there?.target === port?.text ? there?.service.name : undefined);
        if (other) yield placed(service.start, { at: host.span, message: ko.unknown(host.text, other), fixes: [{ title: ko.change(other), edits: [replace(host.span, other)] }] });
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
              SPRING_DATASOURCE_URL: jdbc:mysql://mysq:3306/shop
        #                                         ^^^^
          mysql:
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
              SPRING_DATASOURCE_URL: jdbc:mysql://mysql:3306/shop
          mysql:
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
              SPRING_DATASOURCE_URL: jdbc:mysql://mysql:3306/shop
              PAYMENT_URL: https://mysq.example.com
          mysql:
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

/** Other hosts that a service knows. */
const hostsOf: (service: Service) => readonly string[] = rememberedBy(
  ({ identity }) => identity,
  ({ node }) => ['extra_hosts', 'links', 'external_links'].flatMap((key) => scalarsUnder(node, key).flatMap((it) => textOf(it).split(/[:=]/))),
);
