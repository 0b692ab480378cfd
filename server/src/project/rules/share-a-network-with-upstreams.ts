import { compose } from '../../core/example.ts';
import type { StackRule } from '../rule.ts';
import { callsOf } from '../stack/calls.ts';
import { networksOf, shareNetwork } from '../stack/hosts.ts';

const ko = {
  apart: (from: string, to: string, networks: readonly string[]) =>
    `\`${from}\` 서비스의 설정은 \`${to}\` 서비스에 접속하지만 둘이 함께 쓰는 네트워크가 없어 이름을 찾지 못합니다. \`networks\`에 \`${networks.join('`나 `')}\` 네트워크를 더하세요.`,
  none: (from: string, to: string) => `\`${from}\` 서비스의 설정은 \`${to}\` 서비스에 접속하지만 \`${to}\` 서비스는 컴포즈의 네트워크에 없습니다.`,
  call: '여기서 접속합니다.',
  target: '접속하려는 서비스입니다.',
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '설정 파일에서 부르는 서비스와 네트워크를 함께 쓰세요',
    what: 'nginx나 앱의 설정 파일이 부르는 서비스와 같은 네트워크에 있지 않습니다.',
    why: '서비스 이름은 같은 네트워크 안에서만 주소가 됩니다. 네트워크가 다르면 nginx는 `host not found in upstream`, 앱은 `Unknown host` 오류를 냅니다.',
    how: '두 서비스의 `networks`에 같은 이름을 적으세요.',
  },
  also: ['C214'],
  href: 'https://docs.docker.com/compose/how-tos/networking/',

  *check(stack) {
    const seen = new Set<string>();
    for (const { from, kind, host, target } of callsOf(stack)) {
      if (!IN_FILES.has(kind) || target.kind !== 'service' || shareNetwork(from, target.service)) continue;
      const pair = `${from.name} ${target.service.name}`;
      const [part] = from.parts;
      const [other] = target.service.parts;
      if (seen.has(pair) || !part || !other) continue;
      seen.add(pair);
      const networks = [...networksOf(target.service)];
      yield {
        at: { uri: part.uri, fact: part.facts.name },
        message: networks.length > 0 ? ko.apart(from.name, target.service.name, networks) : ko.none(from.name, target.service.name),
        related: [
          { at: host.at, message: ko.call },
          { at: { uri: other.uri, fact: other.facts.name }, message: ko.target },
        ],
      };
    }
  },

  examples: [
    {
      file: 'compose.yaml',
      around: { 'nginx/default.conf': 'server {\n  listen 80;\n  location / {\n    proxy_pass http://backend:8080;\n  }\n}\n' },
      bad: compose`
        services:
          web:
        # ^^^
            image: nginx:1.28-alpine
            volumes:
              - ./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro
            networks:
              - front
          backend:
            image: eclipse-temurin:21-jre
            networks:
              - back
        networks:
          front:
          back:
      `,
    },
    {
      file: 'compose.yaml',
      around: { 'nginx/default.conf': 'server {\n  listen 80;\n  location / {\n    proxy_pass http://backend:8080;\n  }\n}\n' },
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro
            networks:
              - front
          backend:
            image: eclipse-temurin:21-jre
            networks:
              - front
              - back
        networks:
          front:
          back:
      `,
    },
  ],
};

/** What is written in files beside the compose file, which a rule of the compose file does not see. */
const IN_FILES: ReadonlySet<string> = new Set(['nginx', 'settings', 'web', 'env-file']);
