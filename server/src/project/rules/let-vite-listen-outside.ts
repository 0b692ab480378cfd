import type { ServiceFact } from '../../compose/stack-facts.ts';
import { compose, dockerfile } from '../../core/example.ts';
import type { StackFinding, StackRule } from '../rule.ts';
import { buildsOf, type OneBuild } from '../stack/builds.ts';
import { chainOf, ownCallsIn } from '../stack/packages.ts';
import { type Called, scriptOf, scriptsCalledIn } from '../stack/script-calls.ts';
import { each, type NodeFolder, type Spot, type StackFile, type StackService } from '../stack/stack.ts';

const ko = {
  hidden: (script: string) =>
    `\`${script}\` 스크립트의 Vite 개발 서버는 컨테이너 안의 \`localhost\`에서만 요청을 받아, \`ports\`로 연 포트로 접속할 수 없습니다. \`--host\` 옵션을 붙이세요.`,
  add: '`--host` 옵션 붙이기',
  script: '여기에서 Vite를 실행합니다.',
  port: '이 포트로 접속하려 합니다.',
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '컨테이너의 Vite 개발 서버에는 `--host`를 붙이세요',
    what: '포트를 연 컨테이너에서 Vite 개발 서버를 `--host` 없이 실행합니다.',
    why: 'Vite 개발 서버는 따로 정하지 않으면 `localhost`에서만 요청을 받습니다. 컨테이너 안의 `localhost`는 그 컨테이너 자신이라, 내 컴퓨터의 브라우저에서는 연결이 끊깁니다.',
    how: '`npm run dev -- --host`로 실행하거나, `vite.config`의 `server`에 `host: true`를 적으세요.',
  },
  also: ['X117'],
  href: 'https://vite.dev/config/server-options#server-host',

  *check(stack) {
    for (const one of buildsOf(stack)) {
      for (const service of one.services) yield* hidden(service, one.build, commandOf(one, service));
    }
    for (const service of stack.services) {
      const own = service.parts.findLast(({ facts }) => facts.replacesCommand);
      if (service.mounted && own) yield* hidden(service, service.mounted, commandIn(own));
    }
  },

  examples: [
    {
      file: 'web/Dockerfile',
      around: {
        'compose.yaml': 'services:\n  web:\n    build: ./web\n    ports:\n      - "5173:5173"\n',
        'web/package.json': '{ "scripts": { "dev": "vite" } }',
        'web/vite.config.js': 'export default { server: { port: 5173 } }\n',
      },
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY . .
        RUN npm install
        CMD ["npm", "run", "dev"]
        #                  ^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY . .
        RUN npm install
        CMD ["npm", "run", "dev", "--", "--host"]
      `,
    },
    {
      file: 'compose.yaml',
      around: {
        'web/Dockerfile': 'FROM node:24-alpine\nWORKDIR /app\nCOPY . .\nRUN npm install\nCMD ["npm", "run", "preview"]\n',
        'web/package.json': '{ "scripts": { "dev": "vite --port 3000", "preview": "vite preview --host" } }',
      },
      bad: compose`
        services:
          web:
            build: ./web
            command: npm run dev
        #                    ^^^
            ports:
              - "3000:3000"
      `,
      fixed: compose`
        services:
          web:
            build: ./web
            command: npm run dev -- --host
            ports:
              - "3000:3000"
      `,
    },
    {
      file: 'web/Dockerfile',
      around: {
        'compose.yaml': 'services:\n  web:\n    build: ./web\n    ports:\n      - "5173:5173"\n',
        'web/package.json': '{ "scripts": { "dev": "vite" } }',
        'web/vite.config.js': 'export default { server: { host: true } }\n',
      },
      good: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY . .
        RUN npm install
        CMD ["npm", "run", "dev"]
      `,
    },
  ],
};

function* hidden(service: StackService, { web, package: own }: NodeFolder, run: Run | undefined): Generator<StackFinding> {
  if (web.some(({ uri, facts }) => /vite\.config/.test(uri) && (facts.mentions.host || facts.mentions.otherConfig))) return;
  const [port] = each(service, 'ports');
  const script = run && own?.facts.scripts.find(({ name }) => name.text === run.script);
  if (!port || !run || !script || !own || !startsVite(script.command.text) || /--host/.test(run.rest)) return;
  yield found(run, { uri: own.uri, fact: script.command }, { uri: port.uri, fact: port.it.container });
}

/** `vite`, `vite dev`, `vite serve`; the build ends, and the preview has settings of its own. */
const startsVite = (command: string): boolean => {
  const last = command.split(/&&|;/).at(-1)?.trim() ?? '';
  return /^(?:npx +)?vite(?: +(?:dev|serve))?(?: +-.*)?$/.test(last) && !/--host/.test(last);
};

interface Run extends Pick<Called, 'tool' | 'script' | 'rest' | 'at' | 'end'> {
  readonly isExec: boolean;
}

/** The last script that a command of Compose's runs: a server does not end. */
function commandIn({ uri, facts }: StackFile<ServiceFact>): Run | undefined {
  const called = scriptsCalledIn(uri, facts.command).at(-1);
  return called && { ...called, isExec: called.at.from === undefined };
}

/** The script that the service's container runs in the end: Compose's, else the image's. */
function commandOf(one: OneBuild, service: StackService): Run | undefined {
  const own = service.parts.findLast(({ facts }) => facts.replacesCommand);
  if (own) return commandIn(own);
  const last = service.build?.stages.at(-1);
  const chain = last ? chainOf(one.file.facts.stages, last) : [];
  const commands = [...ownCallsIn(one)].filter(({ call, stage }) => call.keyword !== 'RUN' && chain.includes(stage));
  const { call } = commands.at(-1) ?? {};
  const script = call && scriptOf(call);
  if (!call || !script || call.workdir !== last?.workdir) return undefined;
  const { uri } = one.file;
  return { tool: call.tool, script: script.text, rest: call.options.join(' '), at: { uri, fact: script }, end: { uri, fact: call.end }, isExec: call.isExec };
}

function found({ tool, script, at, end, rest, isExec }: Run, command: Spot, port: Spot): StackFinding {
  const isInFile = end.from === undefined;
  // Only npm keeps options for itself that do not stand behind `--`.
  const words = tool !== 'npm' || /(?:^| )-- /.test(`${rest} `) ? ['--host'] : ['--', '--host'];
  const text = isExec ? words.map((word) => `, "${word}"`).join('') : ` ${words.join(' ')}`;
  const edit = isInFile ? { at: end, text: `${isExec ? `"${end.fact.text}"` : end.fact.text}${text}` } : { at: end, text };
  const isSimple = isInFile ? rest === '' : !isExec;
  return {
    at,
    message: ko.hidden(script),
    fixes: isSimple ? [{ title: ko.add, edits: [edit] }] : [],
    related: [
      { at: command, message: ko.script },
      { at: port, message: ko.port },
    ],
  };
}
