import { compose } from '../../core/example.ts';
import { placed, replace } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { defaultPort } from '../known-images.ts';
import { callersIn, serviceNamed } from '../networks.ts';
import type { ComposeRule } from '../rule.ts';
import { portsOf } from '../services.ts';
import { isForOutside } from '../urls.ts';

const ko = {
  wrong: (service: string, published: string, target: string) =>
    `\`${published}\` 포트는 내 컴퓨터에서 씁니다. 컨테이너끼리는 \`${service}:${target}\`처럼 오른쪽 포트로 접속하세요.`,
  ports: '포트를 연결한 곳입니다.',
  change: (target: string) => `\`${target}\` 포트로 바꾸기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '컨테이너끼리는 컨테이너 포트로 접속하세요',
    what: '다른 서비스에 접속하면서 `ports`의 왼쪽, 곧 호스트 포트를 적었습니다.',
    why: '`"3307:3306"`의 왼쪽은 내 컴퓨터에서 들어오는 문입니다. 컨테이너끼리는 그 문을 지나지 않으므로 오른쪽 포트만 열려 있습니다.',
    how: '`ports`의 오른쪽에 적힌 포트로 바꾸세요.',
  },
  also: ['C802'],
  href: 'https://docs.docker.com/compose/how-tos/networking/',

  *file(model) {
    for (const { service, answer: endpoints } of callersIn(model)) {
      for (const { host, port, name } of endpoints) {
        const other = serviceNamed(model, host.text);
        if (!port || !other || other.name === service.name || isForOutside(name)) continue;
        const ports = portsOf(other);
        const hit = ports.find(({ published, target }) => published?.text === port.text && target.text !== port.text);
        if (!hit || ports.some(({ target }) => target.text === port.text) || defaultPort(other) === port.text) continue;
        const found = placed(service.start, {
          at: port.span,
          message: ko.wrong(other.name, port.text, hit.target.text),
          fixes: [{ title: ko.change(hit.target.text), edits: [replace(port.span, hit.target.text)] }],
        });
        yield { ...found, related: [{ at: shift(hit.node.span, other.start), message: ko.ports }] };
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
              SPRING_DATASOURCE_URL: jdbc:mysql://db:3307/shop
        #                                            ^^^^
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            volumes:
              - db-data:/var/lib/mysql
            ports:
              - "127.0.0.1:3307:3306"
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
            ports:
              - "127.0.0.1:3307:3306"
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
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            volumes:
              - db-data:/var/lib/mysql
            ports:
              - "127.0.0.1:3307:3306"
        volumes:
          db-data:
      `,
    },
  ],
};
