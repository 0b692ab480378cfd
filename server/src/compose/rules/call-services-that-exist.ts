import { isLoopback } from '../../core/address.ts';
import { compose } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { rememberedUnder, steady } from '../../core/remember.ts';
import { placed, replace } from '../../core/rule.ts';
import { endpointsUnder } from '../endpoints.ts';
import { child, textOf } from '../facts.ts';
import { isFragment } from '../fragment.ts';
import { gatheredLists } from '../gathered.ts';
import { isNetworked, knownHosts, serviceAt, serviceNamed } from '../networks.ts';
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
    const elsewhere = project.namesIn('services');
    const hosts = new Set(knowing(model).flatMap(({ answer }) => answer));
    // Containers of other projects have names too.
    const isExternal = model.resources.networks.some(({ value }) => child(value, 'external'));
    let candidates: readonly string[] | undefined;
    for (const { service, answer } of calling(model)) {
      for (const { host, port, isProgram } of answer) {
        if (serviceNamed(model, host.text) || elsewhere.has(host.text) || hosts.has(host.text)) continue;
        candidates ??= names([...new Set([...knownHosts(model), ...elsewhere])].filter((it) => it.length > 2));
        const near = nearestOf(candidates, host.text);
        const there = near || !port || isExternal || !isProgram ? undefined : serviceAt(model, port.text, service);
        const other = near ?? (there?.target === port?.text ? there?.service.name : undefined);
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
const knowing = gatheredLists(({ node }) => ['extra_hosts', 'links', 'external_links'].flatMap((key) => scalarsUnder(node, key).flatMap((it) => textOf(it).split(/[:=]/))));

/** Addresses that may be those of a service. */
const calling = gatheredLists((service) =>
  !isNetworked(service)
    ? []
    : endpointsUnder(service).flatMap(({ host, name, port, scheme }) =>
        host.text.includes('.') || isLoopback(host.text) || isForOutside(name) ? [] : [{ host, port, isProgram: isForProgram(scheme, name) }],
      ),
);

const names = steady<string>();

const nearestOf = rememberedUnder((candidates: readonly string[], name) => nearest(name, candidates));
