import { compose, text } from '../../core/example.ts';
import type { StackRule } from '../rule.ts';
import { callsOf } from '../stack/calls.ts';
import { runTogether } from '../stack/hosts.ts';
import { listensOf } from '../stack/listens.ts';

const ko = {
  wrong: (host: string, service: string, port: string) =>
    `nginx 컨테이너 안의 \`${host}\` 주소는 nginx 자신입니다. \`${service}\` 서비스로 넘기려면 \`${service}:${port}\` 주소를 적으세요.`,
  nobody: (host: string, port: string) =>
    `nginx 컨테이너 안의 \`${host}\` 주소는 nginx 자신인데, 이 설정에는 \`${port}\` 포트를 여는 \`server\` 블록이 없습니다. 서비스 이름으로 바꾸세요.`,
  change: (service: string, port: string) => `\`${service}:${port}\` 주소로 바꾸기`,
  service: '이 서비스를 뜻합니다.',
};

export const rule: StackRule = {
  severity: 'error',
  scope: 'project',
  lesson: {
    title: 'nginx에서도 다른 서비스는 서비스 이름으로 부르세요',
    what: '`proxy_pass`나 `upstream`이 다른 서비스를 `localhost`로 부르고 있습니다.',
    why: 'nginx도 자기 컨테이너 안에서 실행됩니다. 그 안의 `localhost`는 내 컴퓨터도, 옆 컨테이너도 아니라서 브라우저에는 `502 Bad Gateway`가 나옵니다.',
    how: '호스트 자리에 컴포즈 파일의 서비스 이름을, 포트 자리에 그 컨테이너가 여는 포트를 적으세요.',
  },
  also: ['X107'],
  href: 'https://docs.docker.com/compose/how-tos/networking/',

  *check(stack) {
    for (const { from, kind, host, port, target, scheme } of callsOf(stack)) {
      if (kind !== 'nginx' || target.kind !== 'self' || host.text === '0.0.0.0') continue;
      const number = port?.text ?? (scheme === 'https' ? '443' : '80');
      if (listensOf(from).some((it) => it.port === number)) continue;
      const others = stack.services.filter((it) => it !== from && runTogether(it, from) && listensOf(it).some((own) => own.port === number));
      const [other] = others;
      const declared = other?.parts[0];
      if (!other || !declared || others.length > 1) {
        // Whoever builds an image may run another program beside nginx.
        yield { at: host.at, severity: 'warning', message: ko.nobody(host.text, number) };
        continue;
      }
      yield {
        at: host.at,
        message: ko.wrong(host.text, other.name, number),
        fixes: [{ title: ko.change(other.name, number), edits: [{ at: host.at, text: port ? other.name : `${other.name}:${number}` }] }],
        related: [{ at: { uri: declared.uri, fact: declared.facts.name }, message: ko.service }],
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
        `,
        'backend/Dockerfile': 'FROM eclipse-temurin:21-jre\nEXPOSE 8080\nCMD ["java", "-jar", "app.jar"]\n',
      },
      bad: text`
        server {
            listen 80;
            location /api/ {
                proxy_pass http://localhost:8080;
        #                         ^^^^^^^^^
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
              build: ./backend
        `,
        'backend/Dockerfile': 'FROM eclipse-temurin:21-jre\nEXPOSE 8080\nCMD ["java", "-jar", "app.jar"]\n',
      },
      good: text`
        server {
            listen 80;
            location /api/ {
                proxy_pass http://backend:8080;
            }
            location /inner/ {
                proxy_pass http://127.0.0.1:8090;
            }
        }
        server {
            listen 8090;
        }
      `,
    },
  ],
};
