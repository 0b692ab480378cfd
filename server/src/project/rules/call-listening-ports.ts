import { compose, text } from '../../core/example.ts';
import type { StackRule } from '../rule.ts';
import { type Call, callsOf } from '../stack/calls.ts';
import { type Listening, listensOf } from '../stack/listens.ts';
import { each, type StackService } from '../stack/stack.ts';

const ko = {
  wrong: (service: string, port: string, listening: readonly string[]) =>
    `\`${service}\` 서비스는 \`${port}\` 포트를 열지 않습니다. 컨테이너끼리는 \`${service}:${listening[0]}\`처럼 그 컨테이너가 여는 포트로 접속하세요.`,
  noPort: (service: string, listening: readonly string[]) =>
    `포트를 적지 않으면 80번으로 접속하는데, \`${service}\` 서비스는 \`${listening.join(', ')}\` 포트를 엽니다. 포트를 적으세요.`,
  change: (port: string) => `\`${port}\` 포트로 바꾸기`,
  add: (port: string) => `\`:${port}\` 적기`,
  here: (port: string) => `여기에 \`${port}\` 포트가 적혀 있습니다.`,
  host: '왼쪽 포트는 내 컴퓨터에서 들어오는 문입니다.',
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '상대 컨테이너가 여는 포트로 접속하세요',
    what: '다른 서비스의 주소에 적은 포트를 그 서비스가 열지 않습니다.',
    why: '컨테이너끼리는 `ports`의 왼쪽(호스트 포트)을 지나지 않습니다. 그 컨테이너 안의 프로그램이 여는 포트가 아니면 `Connection refused`나 `502 Bad Gateway`가 납니다.',
    how: '상대 서비스의 Dockerfile에 있는 `EXPOSE`, nginx의 `listen`, 또는 `ports`의 오른쪽에 적힌 포트를 적으세요.',
  },
  also: ['X108'],
  href: 'https://docs.docker.com/compose/how-tos/networking/',

  *check(stack) {
    for (const call of callsOf(stack)) {
      const { kind, host, port, target, scheme } = call;
      if (target.kind !== 'service' || (kind !== 'nginx' && !port) || kind === 'healthcheck') continue;
      const { service } = target;
      const listening = listensOf(service);
      const number = port?.text ?? (scheme === 'https' ? '443' : '80');
      if (listening.length === 0 || listening.some((it) => it.port === number) || saidByCompose(call, service, number)) continue;
      const ports = listening.map((it) => it.port);
      // An image is known for its first port.
      const [only] = ports;
      const fix =
        only === undefined || (ports.length > 1 && listening[0]?.because !== 'image')
          ? undefined
          : { title: port ? ko.change(only) : ko.add(only), edits: [{ at: port?.at ?? host.at, text: port ? only : `${host.text}:${only}` }] };
      yield {
        at: port?.at ?? host.at,
        message: port ? ko.wrong(service.name, number, ports) : ko.noPort(service.name, ports),
        fixes: fix ? [fix] : [],
        related: [...placesOf(listening), ...publishedAs(service, number)],
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
              build: ./backend
              ports:
                - "8081:8080"
        `,
        'backend/Dockerfile': 'FROM eclipse-temurin:21-jre\nEXPOSE 8080\nCMD ["java", "-jar", "app.jar"]\n',
      },
      bad: text`
        server {
            listen 80;
            location /api/ {
                proxy_pass http://backend:8081;
        #                                 ^^^^
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
      file: 'compose.yaml',
      around: { 'backend/Dockerfile': 'FROM eclipse-temurin:21-jre\nEXPOSE 8080\nCMD ["java", "-jar", "app.jar"]\n' },
      good: compose`
        services:
          frontend:
            image: node:24-alpine
            environment:
              BACKEND_URL: http://backend:8080
          backend:
            build: ./backend
      `,
    },
  ],
};

/** A rule of the compose file alone has said so: the port is that of the host. */
const saidByCompose = ({ kind }: Call, service: StackService, port: string): boolean =>
  (kind === 'environment' || kind === 'command') && [...each(service, 'ports')].some(({ it }) => it.host?.text === port && it.container.text !== port);

const placesOf = (listening: readonly Listening[]) => listening.flatMap(({ at, port }) => (at ? [{ at, message: ko.here(port) }] : []));

function* publishedAs(service: StackService, port: string) {
  for (const { uri, it } of each(service, 'ports')) if (it.host?.text === port) yield { at: { uri, fact: it.host }, message: ko.host };
}
