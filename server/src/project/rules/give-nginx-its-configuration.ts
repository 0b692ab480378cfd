import { compose, text } from '../../core/example.ts';
import { nameOf } from '../paths.ts';
import type { StackRule } from '../rule.ts';

const ko = {
  unused: (service: string, file: string) =>
    `\`${file}\` 파일이 있지만 \`${service}\` 서비스에 들어가지 않아, nginx는 기본 화면만 보여 줍니다. \`volumes\`로 \`/etc/nginx/conf.d/default.conf\` 자리에 연결하거나 Dockerfile에서 \`COPY\`로 복사하세요.`,
  file: '이 설정을 읽는 서비스가 없습니다.',
};

export const rule: StackRule = {
  severity: 'information',
  scope: 'project',
  lesson: {
    title: 'nginx 설정 파일을 컨테이너에 넣으세요',
    what: '프로젝트에 nginx 설정 파일이 있는데, nginx 서비스에 연결하지도 이미지에 복사하지도 않았습니다.',
    why: '컨테이너는 내 컴퓨터의 파일을 저절로 보지 못합니다. 설정이 들어가지 않은 nginx는 `Welcome to nginx!` 화면만 보여 주고 요청을 넘기지 않습니다.',
    how: '`volumes`에 `./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro`처럼 적거나, Dockerfile에 `COPY default.conf /etc/nginx/conf.d/default.conf` 줄을 적으세요.',
  },
  also: [],
  href: 'https://hub.docker.com/_/nginx',

  *check(stack) {
    const used = new Set(stack.services.flatMap(({ nginx }) => nginx.map(({ uri }) => uri)));
    for (const { name, parts, strayNginx } of stack.services) {
      const stray = strayNginx.filter(({ uri }) => !used.has(uri));
      const [first] = stray;
      const [part] = parts;
      // With another nginx at hand, the file is for that one.
      if (!first || !part || stray.length < strayNginx.length) continue;
      const [server] = first.facts.servers;
      const at = server?.listens[0]?.port ?? server?.names[0];
      yield {
        at: { uri: part.uri, fact: part.facts.name },
        message: ko.unused(name, decodeURIComponent(nameOf(first.uri))),
        related: at ? [{ at: { uri: first.uri, fact: at }, message: ko.file }] : [],
      };
    }
  },

  examples: [
    {
      file: 'compose.yaml',
      around: {
        'nginx/default.conf': text`
          server {
              listen 80;
          }
        `,
      },
      bad: compose`
        services:
          web:
        # ^^^
            image: nginx:1.28-alpine
            ports:
              - "80:80"
      `,
    },
    {
      file: 'compose.yaml',
      around: {
        'nginx/default.conf': text`
          server {
              listen 80;
          }
        `,
      },
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "80:80"
            volumes:
              - ./nginx:/etc/nginx/conf.d:ro
      `,
    },
  ],
};
