import { compose, dockerfile } from '../../core/example.ts';
import type { Fact } from '../../core/fact.ts';
import { nearest } from '../../core/nearest.ts';
import type { Severity } from '../../core/rule.ts';
import type { StackFinding, StackRule } from '../rule.ts';
import { buildsOf, type OneBuild } from '../stack/builds.ts';
import { ownCallsIn } from '../stack/packages.ts';
import { type Called, scriptOf, scriptsCalledIn } from '../stack/script-calls.ts';
import type { NodeFolder, Spot, StackService } from '../stack/stack.ts';

const ko = {
  missing: (script: string, names: readonly string[]) => `\`package.json\` 파일의 \`scripts\`에 \`${script}\` 스크립트가 없어 \`Missing script\` 오류로 멈춥니다. ${chosen(names)}`,
  change: (script: string) => `\`${script}\` 스크립트로 바꾸기`,
  scripts: '스크립트는 이 파일에 적습니다.',
};

export const rule: StackRule = {
  severity: 'error',
  scope: 'project',
  lesson: {
    title: '`package.json`에 있는 스크립트를 실행하세요',
    what: '`npm run 이름`처럼 실행하는 스크립트가 `package.json`의 `scripts`에 없습니다.',
    why: '`npm`이 `Missing script` 오류를 내고 끝납니다. `RUN`이면 빌드가 멈추고, `CMD`나 `command`이면 컨테이너가 켜지자마자 꺼집니다.',
    how: '`package.json`의 `scripts`에 있는 이름을 그대로 적으세요. 빠진 스크립트라면 `package.json`에 추가하세요.',
  },
  also: ['X115'],
  href: 'https://docs.npmjs.com/cli/commands/npm-run/',

  *check(stack) {
    for (const one of buildsOf(stack)) {
      const { build, file } = one;
      for (const { call } of ownCallsIn(one)) {
        const { tool, options, isExec } = call;
        const script = scriptOf(call);
        if (!script || options.includes('--if-present')) continue;
        yield* missing(build, { tool, script: script.text, verb: call.verb, at: { uri: file.uri, fact: script } }, isExec);
      }
      for (const service of one.services) for (const called of callsOfCommand(one, service)) yield* missing(build, called, false);
    }
    for (const service of stack.services) for (const called of service.mounted ? calledBy(service) : []) if (service.mounted) yield* missing(service.mounted, called, false);
  },

  examples: [
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build: ./web\n', 'web/package.json': '{ "scripts": { "build": "vite build", "preview": "vite preview --host" } }' },
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package*.json ./
        RUN npm install
        COPY . .
        RUN npm run bulid
        #           ^^^^^
        CMD ["npm", "run", "preview"]
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package*.json ./
        RUN npm install
        COPY . .
        RUN npm run build
        CMD ["npm", "run", "preview"]
      `,
    },
    {
      file: 'compose.yaml',
      around: {
        'web/Dockerfile': 'FROM node:24-alpine\nWORKDIR /app\nCOPY . .\nRUN npm install\nCMD ["npm", "start"]\n',
        'web/package.json': '{ "scripts": { "start": "node server.js", "dev": "nodemon server.js" } }',
      },
      bad: compose`
        services:
          web:
            build: ./web
            command: npm run strat
        #                    ^^^^^
      `,
      fixed: compose`
        services:
          web:
            build: ./web
            command: npm run start
      `,
    },
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build: ./web\n', 'web/package.json': '{ "scripts": { "build": "vite build" } }', 'web/client/package.json': '{}' },
      good: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY . .
        RUN npm install && npm run build && npm run lint --if-present
        RUN cd client && npm run bundle
        CMD ["npm", "run", "\${SCRIPT}"]
      `,
    },
  ],
};

/** What Compose runs instead, in the folder that the image's last stage ends in. */
function callsOfCommand(one: OneBuild, service: StackService): Called[] {
  const last = service.build?.stages.at(-1);
  const hasOwn = last && [...ownCallsIn(one)].some(({ stage, call }) => service.build?.stages.includes(stage) && call.workdir === last.workdir);
  return hasOwn ? calledBy(service) : [];
}

const calledBy = ({ parts }: StackService): Called[] => parts.flatMap(({ uri, facts }) => scriptsCalledIn(uri, facts.command));

function* missing({ package: own, entries }: NodeFolder, called: Omit<Called, 'rest' | 'end'>, isExec: boolean): Generator<StackFinding> {
  if (!own || (called.tool === 'npm' && called.script === 'env')) return;
  const names = own.facts.scripts.map(({ name }) => name.text);
  const severity = severityOf(called, names, entries);
  if (severity === undefined) return;
  const near = nearest(called.script, names);
  yield {
    at: called.at,
    message: ko.missing(called.script, names.slice(0, 6)),
    severity,
    fixes: near === undefined ? [] : [{ title: ko.change(near), edits: [{ at: called.at, text: isExec ? `"${near}"` : near }] }],
    related: relatedTo(own.uri, own.facts.scripts[0]?.name ?? own.facts.name),
  };
}

/** Without the script `npm start` runs `server.js`; Yarn looks for a program of that name too. */
function severityOf({ tool, script }: Pick<Called, 'tool' | 'script'>, names: readonly string[], entries: ReadonlySet<string>): Severity | undefined {
  if (names.includes(script) || (script === 'start' && tool !== 'yarn' && entries.has('server.js'))) return undefined;
  if (tool === 'npm') return 'error';
  return nearest(script, names) === undefined ? undefined : 'warning';
}

function chosen(names: readonly string[]): string {
  const all = names.map((name) => `\`${name}\``).join(', ');
  return names.length === 0
    ? '스크립트를 추가하세요.'
    : names.length === 1
      ? `${all} 스크립트로 바꾸거나 새 스크립트를 추가하세요.`
      : `${all} 가운데에서 고르거나 스크립트를 추가하세요.`;
}

const relatedTo = (uri: string, fact: Fact | undefined): { at: Spot; message: string }[] => (fact ? [{ at: { uri, fact }, message: ko.scripts }] : []);
