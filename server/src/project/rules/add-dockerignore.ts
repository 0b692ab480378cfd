import { dockerfile } from '../../core/example.ts';
import type { StackRule } from '../rule.ts';
import { buildsOf, contextName, copiesOf } from '../stack/builds.ts';

const ko = {
  missing: (context: string, names: readonly string[]) =>
    `\`.dockerignore\` 파일이 없어 \`${context}\` 폴더의 ${names.map((name) => `\`${name}\``).join(', ')} 항목까지 이미지에 들어갑니다. \`${context}\` 폴더에 \`.dockerignore\` 파일을 만들어 한 줄에 하나씩 적으세요.`,
};

/** What has no place in an image: made anew by the build, or nobody else's business. */
const UNWANTED = ['node_modules', '.git', '.env', '.env.local', 'target', 'build', '.gradle', '.next', '.venv', 'venv', '__pycache__'];

export const rule: StackRule = {
  severity: 'hint',
  scope: 'project',
  lesson: {
    title: '`COPY . .`을 쓰려면 `.dockerignore`를 만드세요',
    what: '컨텍스트 전체를 복사하는데 `.dockerignore`가 없어, 이미지에 넣을 까닭이 없는 폴더와 파일도 들어갑니다.',
    why: '`node_modules`나 `build`는 빌드가 다시 만드는 것이라 느려지기만 하고, 내 컴퓨터에서 설치한 것이 컨테이너에서 실행되지 않기도 합니다. `.env`와 `.git`은 비밀번호와 지난 기록을 이미지에 남깁니다.',
    how: '빌드 컨텍스트 폴더에 `.dockerignore` 파일을 만들고 `node_modules`, `.git`, `.env`처럼 뺄 이름을 한 줄에 하나씩 적으세요.',
  },
  also: ['D262'],
  href: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',

  *check(stack) {
    for (const { build, file } of buildsOf(stack)) {
      if (build.ignore) continue;
      const names = UNWANTED.filter((name) => build.entries.has(name));
      // The first is enough to say it once.
      const whole = copiesOf(file)
        .flatMap(({ sources }) => sources)
        .find(({ text }) => /^(?:\.?\/)*\.?$/.test(text));
      if (whole && names.length > 0) yield { at: { uri: file.uri, fact: whole }, message: ko.missing(contextName(build), names) };
    }
  },

  examples: [
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build: ./web\n', 'web/package.json': '{}', 'web/node_modules/react/index.js': '', 'web/.env': 'A=1\n' },
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY . .
        #    ^
      `,
    },
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build: ./web\n', 'web/.dockerignore': 'node_modules\n', 'web/node_modules/react/index.js': '' },
      good: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY . .
      `,
    },
  ],
};
