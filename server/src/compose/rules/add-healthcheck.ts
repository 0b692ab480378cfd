import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { child, textOf } from '../facts.ts';
import { gatheredLists } from '../gathered.ts';
import { officialImage } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';
import { referencesUnder, scalarAt, servicesByName } from '../services.ts';

const ko = {
  none: (name: string) => `\`${name}\` 서비스에 \`healthcheck\`가 없어서 \`service_healthy\`가 될 수 없습니다. \`${name}\` 서비스에 \`healthcheck\`를 적으세요.`,
  service: '헬스체크가 필요한 서비스입니다.',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '`service_healthy`로 기다릴 서비스에 헬스체크를 적으세요',
    what: '`condition: service_healthy`로 기다리는 서비스에 `healthcheck`가 없습니다.',
    why: '이미지에도 헬스체크가 없으면 `container ... has no healthcheck configured` 오류가 나고 기다리던 서비스가 시작하지 못합니다.',
    how: '기다리는 서비스에 `healthcheck`의 `test`, `interval`, `retries`를 적으세요.',
  },
  also: ['C602'],
  href: 'https://docs.docker.com/reference/compose-file/services/#healthcheck',

  *file(model) {
    const byName = servicesByName(model);
    for (const { service, answer } of waiting(model)) {
      for (const { text, span } of answer) {
        const other = byName.get(text);
        if (!other) continue;
        // Another image may bring a health check of its own.
        const health = child(other.node, 'healthcheck');
        const isOff = textOf(child(health, 'disable')) === 'true';
        const image = officialImage(other);
        if ((health && !isOff) || child(other.node, 'extends') || (!isOff && (child(other.node, 'build') || !image || !BARE.has(image.name)))) continue;
        const found = placed(service.start, { at: span, message: ko.none(text) });
        yield { ...found, related: [{ at: shift(other.key.span, other.start), message: ko.service }] };
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
              db:
                condition: service_healthy
        #                  ^^^^^^^^^^^^^^^
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
              search:
                condition: service_healthy
          search:
            build: ./search
      `,
    },
  ],
};

/** Official images that are known to have no health check of their own. */
const BARE = new Set(['mysql', 'mariadb', 'postgres', 'mongo', 'redis', 'nginx', 'httpd', 'rabbitmq', 'memcached', 'node', 'python', 'alpine', 'ubuntu', 'debian', 'busybox']);

/** Whom a service waits for until it is healthy; the span is that of the condition. */
const waiting = gatheredLists(({ node }) =>
  referencesUnder(node, 'depends_on').flatMap(({ text, settings }) => {
    const condition = scalarAt(settings, 'condition');
    return condition && textOf(condition) === 'service_healthy' ? [{ text, span: condition.span }] : [];
  }),
);
