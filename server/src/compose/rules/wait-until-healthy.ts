import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { child, textOf } from '../facts.ts';
import { gatheredLists } from '../gathered.ts';
import { databaseOf } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';
import { referencesUnder, servicesByName } from '../services.ts';

const ko = {
  early: (name: string) =>
    `\`${name}\` 데이터베이스가 시작만 하면 기다림이 끝나서, 아직 접속을 받지 못할 때 앱이 먼저 뜰 수 있습니다. \`condition: service_healthy\`로 준비될 때까지 기다리세요.`,
};

export const rule: ComposeRule = {
  severity: 'information',
  lesson: {
    title: '데이터베이스는 준비될 때까지 기다리세요',
    what: '데이터베이스에 `depends_on`을 걸었지만 준비됐는지는 확인하지 않습니다.',
    why: '짧은 `depends_on`은 컨테이너를 시작하는 순서만 정합니다. 데이터베이스는 시작한 뒤에도 몇 초에서 몇십 초 동안 접속을 받지 못해서 앱이 `Connection refused`로 꺼질 수 있습니다.',
    how: '데이터베이스 서비스에 `healthcheck`를 적고, `depends_on`에 `condition: service_healthy`를 적으세요.',
  },
  also: ['C601'],
  href: 'https://docs.docker.com/compose/how-tos/startup-order/',

  *file(model) {
    const byName = servicesByName(model);
    for (const { service, answer } of starting(model)) {
      for (const { text, span } of answer) {
        const other = byName.get(text);
        if (other && databaseOf(other)) yield placed(service.start, { at: span, message: ko.early(text) });
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            depends_on:
              - db
        #       ^^
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
            depends_on:
              db:
                condition: service_healthy
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            volumes:
              - db-data:/var/lib/mysql
            healthcheck:
              test: ["CMD", "mysqladmin", "ping", "-h", "127.0.0.1"]
        volumes:
          db-data:
      `,
    },
  ],
};

/** Behind whose start a service starts, whether that one answers yet or not. */
const starting = gatheredLists(({ node }) => referencesUnder(node, 'depends_on').filter(({ settings }) => /^(?:service_started)?$/.test(textOf(child(settings, 'condition')))));
