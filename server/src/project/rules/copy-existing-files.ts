import { dockerfile } from '../../core/example.ts';
import type { StackRule } from '../rule.ts';
import { buildsOf, contextName, copiesOf } from '../stack/builds.ts';

const ko = {
  missing: (source: string, context: string) =>
    `빌드 컨텍스트인 \`${context}\` 폴더에 \`${source}\` 경로가 없어 빌드가 \`not found\` 오류로 멈춥니다. 파일을 만들거나 \`${context}\` 폴더부터의 경로로 고치세요.`,
  near: (source: string, context: string, near: string) =>
    `빌드 컨텍스트인 \`${context}\` 폴더에 \`${source}\` 경로가 없어 빌드가 \`not found\` 오류로 멈춥니다. \`${near}\` 경로를 뜻한다면 고치세요.`,
  change: (near: string) => `\`${near}\` 경로로 바꾸기`,
  context: '빌드 컨텍스트는 여기에서 정합니다.',
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '빌드 컨텍스트에 있는 파일을 복사하세요',
    what: '`COPY`나 `ADD`의 원본이 컴포즈 파일이 정한 빌드 컨텍스트에 없습니다.',
    why: '`COPY`의 원본은 Dockerfile이 있는 폴더가 아니라 빌드 컨텍스트에서 찾습니다. 없으면 빌드가 `failed to compute cache key: … not found` 오류로 멈춥니다. 리눅스의 빌드는 파일 이름의 대문자와 소문자도 구별합니다.',
    how: '이름을 잘못 적었는지, 경로가 컨텍스트 폴더에서 시작하는지 확인하세요. 다른 폴더의 파일이 필요하면 `build.context`를 그 파일까지 포함하는 폴더로 바꾸세요.',
  },
  also: ['D260'],
  href: 'https://docs.docker.com/build/concepts/context/',

  *check(stack) {
    for (const { build, file } of buildsOf(stack)) {
      const context = contextName(build);
      for (const source of copiesOf(file).flatMap(({ sources }) => sources)) {
        const found = build.sources.get(source);
        if (found?.state !== 'missing' || isMadeLater(source.text)) continue;
        const at = { uri: file.uri, fact: source };
        const { near } = found;
        yield {
          at,
          message: near === undefined ? ko.missing(source.text, context) : ko.near(source.text, context, near),
          fixes: near === undefined ? [] : [{ title: ko.change(near), edits: [{ at, text: near }] }],
          related: [{ at: build.at, message: ko.context }],
        };
      }
    }
  },

  examples: [
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build: ./web\n', 'web/package.json': '{}', 'web/package-lock.json': '{}', 'web/src/main.js': '' },
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package.json package-lock.jsn ./
        #                 ^^^^^^^^^^^^^^^^
        COPY src ./src
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package.json package-lock.json ./
        COPY src ./src
      `,
    },
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build:\n      context: .\n      dockerfile: web/Dockerfile\n', 'web/nginx.conf': '' },
      bad: dockerfile`
        FROM nginx:1.28-alpine
        COPY nginx.conf /etc/nginx/nginx.conf
        #    ^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM nginx:1.28-alpine
        COPY web/nginx.conf /etc/nginx/nginx.conf
      `,
    },
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build: ./web\n', 'web/package.json': '{}' },
      good: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package.json yarn.lock* ./
        COPY dist ./dist
        COPY build/libs/app.jar ./
        COPY \${CONFIG} ./
      `,
    },
  ],
};

/** What is built on one's own computer before the image is, or kept out of the repository. The warning about secret files is another rule's. */
const isMadeLater = (source: string): boolean =>
  /(?:^|\/)(?:dist|build|target|out|output|bin|obj|release|publish|lib|libs|artifacts?|generated|coverage|node_modules|vendor|certs?|ssl|secrets?|keys?|data|logs?|tmp|models?|\.next|\.nuxt|\.output|\.svelte-kit)(?:\/|$)/i.test(
    source,
  ) || /\.(?:jar|war|ear|zip|tar|t?gz|tgz|whl|dll|exe|so|pem|key|crt|cer|p12|jks|env|bin|gem|deb|rpm|apk)$|(?:^|\/)\.env|(?:^|\/)\.npmrc$/i.test(source);
