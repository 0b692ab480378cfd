import { dockerfile } from '../../core/example.ts';
import { nameOf } from '../paths.ts';
import type { StackRule } from '../rule.ts';
import { buildsOf } from '../stack/builds.ts';
import type { StackBuild } from '../stack/stack.ts';

const ko = {
  missing: (config: string) =>
    `\`${config}\` 파일에 \`output: 'standalone'\` 설정이 없어 \`.next/standalone\` 폴더가 만들어지지 않고, 빌드가 \`not found\` 오류로 멈춥니다. 설정을 적으세요.`,
  other: (config: string, output: string) =>
    `\`${config}\` 파일의 \`output\` 설정이 \`${output}\` 값이라 \`.next/standalone\` 폴더가 만들어지지 않고, 빌드가 \`not found\` 오류로 멈춥니다. \`standalone\` 값으로 바꾸세요.`,
  config: '여기에 `output` 설정이 있습니다.',
};

export const rule: StackRule = {
  severity: 'error',
  scope: 'project',
  lesson: {
    title: "`.next/standalone`을 복사하려면 `output: 'standalone'`을 적으세요",
    what: 'Dockerfile은 `.next/standalone` 폴더를 복사하지만 Next.js 설정에는 그 폴더를 만들라는 말이 없습니다.',
    why: "`next build`는 `output: 'standalone'`일 때만 `.next/standalone` 폴더를 만듭니다. 없는 폴더를 복사하면 빌드가 `not found` 오류로 멈춥니다.",
    how: "`next.config`의 설정 객체에 `output: 'standalone'`을 적으세요. 설정 파일이 없으면 `package.json` 옆에 만드세요.",
  },
  also: ['D247'],
  href: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/output',

  *check(stack) {
    for (const { build, file } of buildsOf(stack)) {
      const config = build.web.find(({ uri }) => /^next\.config/.test(nameOf(uri)));
      if (!usesNext(build) || config?.facts.mentions.standalone || config?.facts.mentions.otherConfig || (!config && build.entries.has('next.config.mts'))) continue;
      const isTold = file.facts.stages.some(({ environment, args }) => [...environment, ...args].some(({ name }) => /STANDALONE/i.test(name.text)));
      const source = file.facts.stages.flatMap(({ fromOthers }) => fromOthers.flatMap(({ sources }) => sources)).find(({ text }) => /^[^$]*\.next\/standalone\/?\.?$/.test(text));
      // Several applications in one repository have several settings.
      if (!source || isTold || /(?:apps|packages)\//.test(source.text)) continue;
      const name = config ? nameOf(config.uri) : 'next.config.mjs';
      const output = config?.facts.output;
      yield {
        at: { uri: file.uri, fact: source },
        message: output ? ko.other(name, output.text) : ko.missing(name),
        related: config && output ? [{ at: { uri: config.uri, fact: output }, message: ko.config }] : [],
      };
    }
  },

  examples: [
    {
      file: 'web/Dockerfile',
      around: {
        'compose.yaml': 'services:\n  web:\n    build: ./web\n',
        'web/package.json': '{ "dependencies": { "next": "16.0.0" }, "scripts": { "build": "next build" } }',
        'web/next.config.mjs': 'export default { reactStrictMode: true };\n',
      },
      bad: dockerfile`
        FROM node:24-alpine AS build
        WORKDIR /app
        COPY . .
        RUN npm install && npm run build

        FROM node:24-alpine
        WORKDIR /app
        ENV HOSTNAME=0.0.0.0
        COPY --from=build /app/.next/standalone ./
        #                 ^^^^^^^^^^^^^^^^^^^^^
        CMD ["node", "server.js"]
      `,
    },
    {
      file: 'web/Dockerfile',
      around: {
        'compose.yaml': 'services:\n  web:\n    build: ./web\n',
        'web/package.json': '{ "dependencies": { "next": "16.0.0" }, "scripts": { "build": "next build" } }',
        'web/next.config.mjs': "export default { output: process.env.DOCKER ? 'standalone' : undefined };\n",
      },
      good: dockerfile`
        FROM node:24-alpine AS build
        WORKDIR /app
        COPY . .
        RUN npm install && npm run build

        FROM node:24-alpine
        WORKDIR /app
        ENV HOSTNAME=0.0.0.0
        COPY --from=build /app/.next/standalone ./
        CMD ["node", "server.js"]
      `,
    },
  ],
};

const usesNext = (build: StackBuild): boolean => build.package?.facts.dependencies.some(({ name }) => name.text === 'next') ?? false;
