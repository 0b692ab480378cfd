import { compose, text } from '../../core/example.ts';
import type { NginxFacts } from '../../nginx/index.ts';
import { folderOf, nameOf, resolvePath } from '../paths.ts';
import type { StackFinding, StackRule } from '../rule.ts';
import { isNginx } from '../stack/nginx-image.ts';
import { each, type Spot, type StackService } from '../stack/stack.ts';

const ko = {
  unread: (place: string, right: string) => `nginx는 \`/etc/nginx/conf.d\` 폴더의 \`.conf\` 파일만 읽으므로 \`${place}\` 파일은 읽지 않습니다. \`${right}\` 자리에 넣으세요.`,
  main: (place: string) =>
    `이 설정에는 \`server\` 블록이 바깥에 있어 \`${place}\` 자리에 넣으면 nginx가 \`"server" directive is not allowed here\` 오류를 내고 꺼집니다. \`/etc/nginx/conf.d/default.conf\` 자리에 넣으세요.`,
  whole: (place: string) =>
    `이 설정에는 \`events\`나 \`http\` 블록이 있어 \`${place}\` 자리에 넣으면 nginx가 \`directive is not allowed here\` 오류를 내고 꺼집니다. \`/etc/nginx/nginx.conf\` 자리에 넣으세요.`,
  move: (right: string) => `\`${right}\` 자리로 바꾸기`,
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: 'nginx 설정은 nginx가 읽는 자리에 넣으세요',
    what: 'nginx 설정 파일을 넣은 자리가 그 파일의 내용과 맞지 않습니다.',
    why: '공식 nginx 이미지는 `/etc/nginx/nginx.conf`에서 시작해 그 안의 `http` 블록에서 `/etc/nginx/conf.d/*.conf`를 읽습니다. 다른 자리의 파일은 읽지 않고, 두 자리를 바꾸어 넣으면 오류를 내고 꺼집니다.',
    how: '`server` 블록으로 시작하는 파일은 `/etc/nginx/conf.d/default.conf`에, `events`와 `http` 블록이 있는 파일은 `/etc/nginx/nginx.conf`에 넣으세요.',
  },
  also: [],
  href: 'https://hub.docker.com/_/nginx',

  *check(stack) {
    for (const service of stack.services) {
      // A file of the project's own may include whatever it likes.
      const includesOthers = service.nginx.some(({ facts }) => facts.isMain || facts.includes.some(({ text: path }) => !/(?:mime\.types|_params)$/.test(path)));
      if (!isNginx(service.parts, service.build) || service.parts.some(({ facts }) => facts.replacesCommand)) continue;
      for (const { uri, place, at } of placesOf(service)) {
        const facts = service.nginx.find((it) => it.uri === uri)?.facts;
        if (facts) yield* misplaced(facts, place, at, includesOthers);
      }
    }
  },

  examples: [
    {
      file: 'compose.yaml',
      around: { 'nginx.conf': 'server {\n    listen 80;\n}\n' },
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx.conf:/etc/nginx/nginx.conf:ro
        #                    ^^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx.conf:/etc/nginx/conf.d/default.conf:ro
      `,
    },
    {
      file: 'compose.yaml',
      around: { 'nginx.conf': 'events {}\nhttp {\n    server {\n        listen 80;\n    }\n}\n' },
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx.conf:/etc/nginx/conf.d/default.conf:ro
        #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx.conf:/etc/nginx/nginx.conf:ro
      `,
    },
    {
      file: 'compose.yaml',
      around: {
        'nginx/nginx.conf': text`
          events {}
          http {
              include /etc/nginx/sites/*.conf;
          }
        `,
        'nginx/shop.conf': 'server {\n    listen 80;\n}\n',
      },
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx/nginx.conf:/etc/nginx/nginx.conf:ro
              - ./nginx/shop.conf:/etc/nginx/sites/shop.conf:ro
      `,
    },
  ],
};

interface Place {
  readonly uri: string;
  readonly place: string;
  readonly at: Spot;
}

/** Where each single file of a service's configuration ends up. Folders and patterns are left out. */
function* placesOf(service: StackService): Generator<Place> {
  for (const { uri, it } of each(service, 'mounts')) {
    const file = it.type === 'bind' ? resolvePath(folderOf(uri), it.source.text) : undefined;
    if (file) yield { uri: file, place: it.target.text, at: { uri, fact: it.target } };
  }
  const { build } = service;
  if (!build?.dockerfile) return;
  for (const { sources, destination, target } of build.stages.flatMap(({ copies }) => copies)) {
    const [source] = sources;
    const file = source && sources.length === 1 ? resolvePath(build.context, source.text.replace(/^\//, '')) : undefined;
    const isFolder = target.text.endsWith('/');
    if (file) yield { uri: file, place: isFolder ? `${destination.replace(/\/$/, '')}/${nameOf(file)}` : destination, at: { uri: build.dockerfile.uri, fact: target } };
  }
}

function* misplaced({ isMain, servers }: NginxFacts, place: string, at: Spot, includesOthers: boolean): Generator<StackFinding> {
  const end = at.fact.text.endsWith('/') ? '/' : '';
  const moved = (right: string) => (end === '' ? [{ title: ko.move(right), edits: [{ at, text: right }] }] : []);
  if (isMain) {
    if (/^\/etc\/nginx\/conf\.d\/[^/]+\.conf$/.test(place)) yield { at, severity: 'error', message: ko.whole(place), fixes: moved('/etc/nginx/nginx.conf') };
    return;
  }
  if (servers.length === 0 || place.endsWith('.template')) return;
  if (place === '/etc/nginx/nginx.conf') yield { at, severity: 'error', message: ko.main(place), fixes: moved('/etc/nginx/conf.d/default.conf') };
  else if (!includesOthers && /^\/etc\/nginx\/(?!conf\.d\/)(?:[\w.-]+\/)*[\w.-]+\.conf$/.test(place)) {
    const right = `/etc/nginx/conf.d/${nameOf(place)}`;
    yield { at, message: ko.unread(place, right), fixes: moved(right) };
  }
}
