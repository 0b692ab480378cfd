import { dockerfile } from '../../core/example.ts';
import type { Severity } from '../../core/rule.ts';
import type { PackageCall } from '../../dockerfile/calls.ts';
import type { StackFinding, StackRule } from '../rule.ts';
import { buildsOf, contextName, type OneBuild } from '../stack/builds.ts';
import { brings, type OwnCall, ownCallsIn, sourcesThatBring } from '../stack/packages.ts';

const ko = {
  absent: (call: string, lock: string, context: string) =>
    `\`${call}\` 명령은 \`${lock}\` 파일이 있어야 하는데 \`${context}\` 폴더에 없어 빌드가 멈춥니다. 내 컴퓨터에서 \`${install(lock)}\` 명령으로 만들어 함께 두세요.`,
  unpinned: (call: string, lock: string, context: string) =>
    `\`${context}\` 폴더에 \`${lock}\` 파일이 없어 \`${call}\` 명령이 버전을 고정하지 못합니다. 내 컴퓨터에서 \`${install(lock)}\` 명령으로 만들어 함께 두세요.`,
  notCopied: (call: string, lock: string, source: string) =>
    `\`${call}\` 명령은 \`${lock}\` 파일이 있어야 하는데 그 앞에서 복사하지 않아 빌드가 멈춥니다. \`COPY ${source} ./\`처럼 함께 복사하세요.`,
  install: '`npm install` 명령으로 바꾸기',
  copy: (source: string) => `\`COPY\`에 \`${source}\` 적기`,
  here: '여기에서 복사하지 않습니다.',
};

export const rule: StackRule = {
  severity: 'error',
  scope: 'project',
  lesson: {
    title: '`npm ci` 앞에서 잠금 파일을 복사하세요',
    what: '`npm ci`처럼 잠금 파일대로만 설치하는 명령 앞에 `package-lock.json`이나 `pnpm-lock.yaml`이 없습니다.',
    why: '`npm ci`는 잠금 파일에 적힌 버전을 그대로 설치하는 명령이라, 파일이 없으면 오류를 내고 끝나 빌드가 멈춥니다.',
    how: '`COPY package*.json ./`처럼 잠금 파일까지 복사하세요. 파일이 아직 없으면 내 컴퓨터에서 `npm install`을 한 번 실행해 만들고 저장소에 함께 올리세요.',
  },
  also: ['X118'],
  href: 'https://docs.npmjs.com/cli/commands/npm-ci/',

  *check(stack) {
    for (const one of buildsOf(stack)) {
      for (const own of ownCallsIn(one)) {
        const need = needOf(own.call);
        if (need && !own.stage.calls.some((it) => it !== own.call && makesLock(it))) yield* missingLock(one, own, need);
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
        COPY package.json ./
        RUN npm ci
        #       ^^
        COPY . .
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package*.json ./
        RUN npm ci
        COPY . .
      `,
    },
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build: ./web\n', 'web/package.json': '{}' },
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package*.json ./
        RUN npm ci
        #       ^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package*.json ./
        RUN npm install
      `,
    },
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build: ./web\n', 'web/package.json': '{}', 'web/yarn.lock': '' },
      good: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package.json yarn.lock* package-lock.json* ./
        RUN yarn install --frozen-lockfile
      `,
    },
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build: ./web\n', 'web/package.json': '{}', 'web/package-lock.json': '{}' },
      good: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        RUN --mount=type=bind,source=package.json,target=package.json \
            --mount=type=bind,source=package-lock.json,target=package-lock.json \
            npm ci
      `,
    },
  ],
};

/** What a call cannot do without. */
interface Need {
  readonly call: string;
  /** Any of them will do; the first is the usual one. */
  readonly locks: readonly [string, ...string[]];
  /** Yarn's first version installs without a lock file, whatever is asked of it. */
  readonly severity?: Severity;
}

function needOf({ tool, verb, options }: PackageCall): Need | undefined {
  const given = (option: string) => options.includes(option) && !options.includes('--no-frozen-lockfile');
  if (tool === 'npm') return verb === 'ci' || verb === 'clean-install' ? { call: `npm ${verb}`, locks: ['package-lock.json', 'npm-shrinkwrap.json'] } : undefined;
  if (verb !== 'install' && !(tool === 'pnpm' && verb === 'i')) return undefined;
  if (tool === 'pnpm') return given('--frozen-lockfile') ? { call: 'pnpm install --frozen-lockfile', locks: ['pnpm-lock.yaml'] } : undefined;
  if (given('--immutable')) return { call: 'yarn install --immutable', locks: ['yarn.lock'] };
  return given('--frozen-lockfile') ? { call: 'yarn install --frozen-lockfile', locks: ['yarn.lock'], severity: 'warning' } : undefined;
}

const makesLock = ({ tool, verb, at }: PackageCall): boolean => tool === 'npm' && (verb === 'install' || verb === 'i' || verb === 'shrinkwrap') && at.text !== 'npm';

function* missingLock({ file, build }: OneBuild, { call, copies, hasMore }: OwnCall, { call: words, locks, severity }: Need): Generator<StackFinding> {
  const at = { uri: file.uri, fact: call.at };
  const there = locks.find((lock) => build.entries.has(lock));
  if (there === undefined) {
    const say = severity === 'warning' ? ko.unpinned : ko.absent;
    const fixes = call.tool === 'npm' && !call.isExec ? [{ title: ko.install, edits: [{ at, text: 'install' }] }] : [];
    yield { at, message: say(words, locks[0], contextName(build)), ...(severity && { severity }), fixes };
    return;
  }
  // What other stages or a mount bring is not looked into.
  if (hasMore || call.binds || severity || brings(copies, there, call.workdir)) return;
  const own = copies.findLast((copy) => sourcesThatBring(copy, 'package.json', call.workdir).length > 0);
  const source = own && sourcesThatBring(own, 'package.json', call.workdir)[0];
  if (!source) return;
  const text = call.tool === 'npm' ? 'package*.json' : `package.json ${there}`;
  const isPlain = source.text === 'package.json' || source.text === './package.json';
  yield {
    at,
    message: ko.notCopied(words, there, text),
    fixes: isPlain ? [{ title: ko.copy(text), edits: [{ at: { uri: file.uri, fact: source }, text }] }] : [],
    related: [{ at: { uri: file.uri, fact: own.at }, message: ko.here }],
  };
}

const install = (lock: string): string => (lock === 'yarn.lock' ? 'yarn install' : lock === 'pnpm-lock.yaml' ? 'pnpm install' : 'npm install');
