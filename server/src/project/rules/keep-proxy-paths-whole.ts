import { compose, text } from '../../core/example.ts';
import type { Location, Pass } from '../../nginx/index.ts';
import type { StackFinding, StackRule } from '../rule.ts';

const ko = {
  glued: (location: string, path: string) =>
    `\`${location}\` 뒤의 주소가 \`${path}\` 뒤에 그대로 붙습니다. \`${location}users\` 요청이 \`${path}users\` 주소로 넘어가니, \`proxy_pass\` 끝에도 \`/\`를 적으세요.`,
  doubled: (location: string) => `\`${location}/users\` 요청이 \`//users\` 주소로 넘어갑니다. \`location ${location}/\`처럼 끝에 \`/\`를 적으세요.`,
  regex: '정규식 `location` 안의 `proxy_pass`에는 경로를 적을 수 없습니다. nginx가 시작하지 않으니 호스트와 포트까지만 적으세요.',
  end: (path: string) => `\`${path}/\` 경로로 바꾸기`,
  location: (path: string) => `\`${path}/\` 위치로 바꾸기`,
  drop: '경로 지우기',
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '`location`과 `proxy_pass`의 끝 `/`를 맞추세요',
    what: '`proxy_pass`에 적은 경로와 `location`의 경로가 이어 붙으면서 뜻하지 않은 주소가 됩니다.',
    why: '`proxy_pass`에 경로가 있으면 nginx는 요청 주소에서 `location` 부분을 떼고 그 자리에 `proxy_pass`의 경로를 넣습니다. 한쪽에만 `/`가 있으면 낱말이 붙거나 `/`가 두 번 들어가 `404`가 납니다.',
    how: '두 경로를 모두 `/`로 끝내거나, 주소를 그대로 넘기려면 `proxy_pass`에 호스트와 포트까지만 적으세요.',
  },
  also: [],
  href: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass',

  *check(stack) {
    const seen = new Set<string>();
    for (const { nginx } of stack.services) {
      for (const { uri, facts } of nginx) {
        if (seen.has(uri)) continue;
        seen.add(uri);
        const locations = [...facts.servers.flatMap((server) => server.locations), ...facts.locations];
        for (const location of locations) for (const pass of location.passes) yield* surprises(uri, location, pass);
      }
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
                proxy_pass http://backend:8080/v1;
        #                                     ^^^
            }
        }
      `,
      fixed: text`
        server {
            listen 80;
            location /api/ {
                proxy_pass http://backend:8080/v1/;
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
        `,
      },
      good: text`
        server {
            listen 80;
            location /api/ {
                proxy_pass http://backend:8080;
            }
            location /v1/ {
                proxy_pass http://backend:8080/;
            }
            location = /health {
                proxy_pass http://backend:8080/actuator/health;
            }
        }
      `,
    },
  ],
};

function* surprises(uri: string, { path: location, modifier }: Location, { directive, path, usesVariable }: Pass): Generator<StackFinding> {
  // nginx puts no path in place of another where the address comes from a variable.
  if (directive !== 'proxy_pass' || !path || usesVariable || path.text.includes('$')) return;
  const at = { uri, fact: path };
  if (modifier?.text.startsWith('~')) {
    yield { at, severity: 'error', message: ko.regex, fixes: [{ title: ko.drop, edits: [{ at, text: '' }] }] };
    return;
  }
  if (modifier?.text === '=') return;
  if (location.text.endsWith('/') && !path.text.endsWith('/') && !path.text.includes('?')) {
    yield { at, message: ko.glued(location.text, path.text), fixes: [{ title: ko.end(path.text), edits: [{ at, text: `${path.text}/` }] }] };
  } else if (!location.text.endsWith('/') && path.text === '/') {
    const place = { uri, fact: location };
    yield { at: place, message: ko.doubled(location.text), fixes: [{ title: ko.location(location.text), edits: [{ at: place, text: `${location.text}/` }] }] };
  }
}
