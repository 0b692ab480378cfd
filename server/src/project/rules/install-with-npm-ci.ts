import { dockerfile } from '../../core/example.ts';
import type { PackageCall } from '../../dockerfile/calls.ts';
import type { StackRule } from '../rule.ts';
import { buildsOf } from '../stack/builds.ts';
import { brings, ownCallsIn } from '../stack/packages.ts';

const ko = {
  install: '`npm install`은 빌드하는 날마다 다른 버전을 설치할 수 있습니다. `package-lock.json`에 적힌 버전 그대로 설치하려면 `npm ci`를 쓰세요.',
  change: '`npm ci` 명령으로 바꾸기',
};

export const rule: StackRule = {
  severity: 'hint',
  scope: 'project',
  lesson: {
    title: '이미지를 만들 때는 `npm ci`로 설치하세요',
    what: '`package-lock.json`이 있는데 `npm install`로 설치합니다.',
    why: '`npm install`은 `package.json`과 잠금 파일이 어긋나면 잠금 파일을 고쳐 가며 설치하므로, 같은 코드로 만든 이미지에 다른 버전이 들어갈 수 있습니다. `npm ci`는 잠금 파일 그대로만 설치하고, 어긋나면 알려 줍니다.',
    how: '`RUN npm install`을 `RUN npm ci`로 바꾸세요. 운영 이미지라면 `npm ci --omit=dev`로 개발 의존성을 빼도 됩니다.',
  },
  also: ['D229'],
  href: 'https://docs.npmjs.com/cli/commands/npm-ci/',

  *check(stack) {
    for (const one of buildsOf(stack)) {
      if (!one.build.entries.has('package-lock.json')) continue;
      for (const { call, copies } of ownCallsIn(one)) {
        if (!installsAll(call) || !brings(copies, 'package-lock.json', call.workdir)) continue;
        const at = { uri: one.file.uri, fact: call.at };
        yield { at, message: ko.install, fixes: [{ title: ko.change, edits: [{ at, text: call.isExec ? '"ci"' : 'ci' }] }] };
      }
    }
  },

  examples: [
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build: ./web\n', 'web/package.json': '{}', 'web/package-lock.json': '{}' },
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package*.json ./
        RUN npm install --omit=dev
        #       ^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package*.json ./
        RUN npm ci --omit=dev
      `,
    },
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build: ./web\n', 'web/package.json': '{}', 'web/package-lock.json': '{}' },
      good: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package.json ./
        RUN npm install
        RUN npm install --global serve
        COPY . .
        RUN npm install sharp
      `,
    },
  ],
};

/** All that `package.json` names, and nothing else. */
const installsAll = ({ tool, keyword, verb, at, args, options }: PackageCall): boolean =>
  tool === 'npm' &&
  keyword === 'RUN' &&
  (verb === 'install' || verb === 'i') &&
  at.text !== 'npm' &&
  args.length === 0 &&
  !options.some((it) => /^(?:-g|--global|--location|--package-lock-only|--no-package-lock|--package-lock|--no-save|-[SDEO]|--save.*)(?:=|$)/.test(it));
