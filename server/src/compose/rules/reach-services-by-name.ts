import { isLoopback } from '../../core/address.ts';
import { compose } from '../../core/example.ts';
import { placed, replace } from '../../core/rule.ts';
import { callersIn, serviceAt } from '../networks.ts';
import type { ComposeRule } from '../rule.ts';
import { portsOf } from '../services.ts';
import { isForOutside, isForProgram } from '../urls.ts';

const ko = {
  wrong: (host: string, service: string, port: string) =>
    `컨테이너 안의 \`${host}\` 주소는 그 컨테이너 자신입니다. \`${service}\` 서비스에 접속하려면 \`${service}:${port}\` 주소를 적으세요.`,
  rename: (service: string) => `\`${service}\` 이름으로 바꾸기`,
  change: (service: string, port: string) => `\`${service}:${port}\` 주소로 바꾸기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '다른 서비스에는 서비스 이름으로 접속하세요',
    what: '환경 변수나 명령에서 다른 서비스를 `localhost`로 부르고 있습니다.',
    why: '컨테이너마다 자기만의 네트워크가 있어서 `localhost`는 내 컴퓨터도, 옆 컨테이너도 아닌 자기 자신입니다. 그래서 `Connection refused` 오류가 납니다.',
    how: '호스트 자리에 서비스 이름을, 포트 자리에 컨테이너 쪽 포트를 적으세요. 컴포즈가 서비스 이름을 주소로 바꿔 줍니다.',
  },
  also: ['C801'],
  href: 'https://docs.docker.com/compose/how-tos/networking/',

  *file(model) {
    for (const { service, answer: endpoints } of callersIn(model)) {
      for (const { host, port, name, scheme, apart } of endpoints) {
        if (!isLoopback(host.text) || !port || portsOf(service).some(({ target }) => target.text === port.text) || isForOutside(name)) continue;
        if (!isForProgram(scheme, name)) continue;
        const other = serviceAt(model, port.text, service);
        if (!other) continue;
        const at = apart ? host.span : { start: host.span.start, end: port.span.end };
        const { name: target } = other.service;
        const together = [replace(at, `${target}:${other.target}`)];
        const each = [replace(host.span, target), ...(port.text === other.target ? [] : [replace(port.span, other.target)])];
        yield placed(service.start, {
          at,
          message: ko.wrong(host.text, target, other.target),
          fixes: [{ title: apart ? ko.rename(target) : ko.change(target, other.target), edits: apart ? each : together }],
        });
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
              SPRING_DATASOURCE_URL: jdbc:mysql://localhost:3306/shop
        #                                         ^^^^^^^^^^^^^^
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
      bad: compose`
        services:
          web:
            build: .
            environment:
              DATABASE_URL: mysql://shop:\${DB_PASSWORD}@localhost:3306/shop
        #                                               ^^^^^^^^^^^^^^
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
          web:
            build: .
            environment:
              DATABASE_URL: mysql://shop:\${DB_PASSWORD}@db:3306/shop
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
              NEXT_PUBLIC_API_URL: http://localhost:3306
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
