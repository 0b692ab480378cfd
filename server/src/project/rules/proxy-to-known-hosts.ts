import { compose, text } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import type { StackRule } from '../rule.ts';
import { callsOf } from '../stack/calls.ts';
import { hostsOf, runTogether } from '../stack/hosts.ts';
import { listensOf } from '../stack/listens.ts';
import type { Stack, StackService } from '../stack/stack.ts';

const ko = {
  unknown: (host: string) => `\`${host}\`라는 서비스가 없습니다. nginx가 \`host not found in upstream\` 오류를 내고 꺼집니다. 컴포즈 파일의 서비스 이름을 적으세요.`,
  change: (name: string) => `\`${name}\` 이름으로 바꾸기`,
  service: '비슷한 이름의 서비스입니다.',
};

export const rule: StackRule = {
  severity: 'error',
  scope: 'project',
  lesson: {
    title: 'nginx에는 있는 서비스의 이름을 적으세요',
    what: '`proxy_pass`나 `upstream`의 호스트가 컴포즈 파일의 어떤 서비스 이름과도 같지 않습니다.',
    why: 'nginx는 시작할 때 이름을 모두 찾아봅니다. 하나라도 찾지 못하면 `host not found in upstream` 오류를 내고 꺼지므로, 다른 주소까지 모두 열리지 않습니다.',
    how: '컴포즈 파일의 `services:` 아래에 적은 이름을 그대로 적으세요. 서비스의 이름을 바꿨다면 nginx 설정도 함께 바꾸세요.',
  },
  also: ['X106'],
  href: 'https://docs.docker.com/compose/how-tos/networking/',

  *check(stack) {
    const names = stack.services.flatMap((it) => [...hostsOf(it)]);
    for (const { from, kind, host, port, target, late, name } of callsOf(stack)) {
      if (kind !== 'nginx' || target.kind !== 'unknown') continue;
      const upstreams = from.nginx.filter(({ uri }) => uri === host.at.uri).flatMap(({ facts }) => facts.upstreams.map((it) => it.name.text));
      const near = (port ? undefined : nearest(host.text, upstreams)) ?? nearest(host.text, names) ?? onlyOneAt(stack, from, port?.text)?.name;
      const declared = stack.services.find((it) => near !== undefined && hostsOf(it).has(near))?.parts[0];
      yield {
        at: host.at,
        message: ko.unknown(host.text),
        // Looked up at each request, a wrong name costs that request only; a name of another kind of server may be written in a file that is not here.
        severity: late || name !== 'proxy_pass' ? 'warning' : 'error',
        fixes: near === undefined ? [] : [{ title: ko.change(near), edits: [{ at: host.at, text: near }] }],
        related: declared ? [{ at: { uri: declared.uri, fact: declared.facts.name }, message: ko.service }] : [],
      };
    }
  },

  examples: [
    {
      file: 'nginx/default.conf',
      around: {
        'compose.yaml': compose`
          services:
            web:
              image: nginx:1.28-alpine
              volumes:
                - ./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro
            backend:
              image: eclipse-temurin:21-jre
        `,
      },
      bad: text`
        server {
            listen 80;
            location /api/ {
                proxy_pass http://bakend:8080;
        #                         ^^^^^^
            }
        }
      `,
      fixed: text`
        server {
            listen 80;
            location /api/ {
                proxy_pass http://backend:8080;
            }
        }
      `,
    },
    {
      file: 'nginx/default.conf',
      around: {
        'compose.yaml': compose`
          services:
            web:
              image: nginx:1.28-alpine
              volumes:
                - ./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro
            backend:
              image: eclipse-temurin:21-jre
              networks:
                default:
                  aliases:
                    - api
        `,
      },
      good: text`
        upstream shop {
            server api:8080;
        }
        server {
            listen 80;
            location /api/ {
                proxy_pass http://shop;
            }
            location /pay/ {
                proxy_pass https://pay.example.com;
            }
        }
      `,
    },
  ],
};

/** The one service that listens on a port. */
function onlyOneAt({ services }: Stack, from: StackService, port: string | undefined): StackService | undefined {
  const found = services.filter((it) => it !== from && runTogether(it, from) && listensOf(it).some((own) => own.port === port));
  return found.length === 1 ? found[0] : undefined;
}
