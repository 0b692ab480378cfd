import { dockerfile } from '../../core/example.ts';
import { type Finding, insert } from '../../core/rule.ts';
import { type Placed, shift } from '../../core/text.ts';
import { type Base, baseOf, chainOf, isLanguage, isSystem, variantOf } from '../bases.ts';
import { hasShell, lastOf, lineBreak, programOf, textOf } from '../commands.ts';
import type { Stage } from '../facts.ts';
import type { Instruction } from '../file.ts';
import type { DockerfileModel } from '../model.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  missing: '`USER`가 없어 앱이 `root` 권한으로 실행됩니다. 이 줄 위에 `USER`로 일반 사용자를 적으세요.',
  root: '마지막 `USER`가 `root`라서 앱이 `root` 권한으로 실행됩니다. 설치가 끝난 뒤 일반 사용자로 되돌리세요.',
  use: (user: string) => `\`USER ${user}\` 적기`,
  create: '일반 사용자를 만들어 쓰기',
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '앱은 `root`가 아닌 사용자로 실행하세요',
    what: '마지막 스테이지에 `USER`가 없거나 `USER root`로 끝납니다.',
    why: '컨테이너 안의 `root`는 이미지의 모든 파일을 바꿀 수 있고 호스트와 같은 커널을 씁니다. 앱에 구멍이 있을 때 피해가 커집니다.',
    how: 'Node.js 이미지에는 `node` 사용자가 이미 있으니 `USER node`만 적으세요. 다른 이미지에서는 `RUN useradd --create-home app`(Alpine은 `RUN adduser -D app`)으로 만든 뒤 `USER app`을 적으세요.',
  },
  also: ['D216', 'DL3002'],
  href: 'https://docs.docker.com/build/building/best-practices/#user',

  *file(model) {
    const last = model.facts.stages.at(-1);
    if (last) yield* judge(model, last);
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY server.js ./
        CMD ["node", "server.js"]
        ^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY server.js ./
        USER node
        CMD ["node", "server.js"]
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.13-slim
        USER root
        ^^^^^^^^^
        CMD ["python", "app.py"]
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine AS build
        CMD ["npm", "test"]

        FROM nginx:1.28-alpine
        CMD ["nginx", "-g", "daemon off;"]
      `,
    },
    {
      good: dockerfile`
        FROM python:3.13-slim AS base
        RUN useradd --create-home app
        USER app

        FROM base
        CMD ["python", "app.py"]
      `,
    },
  ],
};

const isRoot = (user: string) => /^(?:root|0)(?::|$)/.test(user);

/** Programs that need root to start, or are there to look around and end at once. */
const AS_ROOT =
  /^(?:sshd|cron|crond|supervisord|nginx|apache2?\w*|httpd|dockerd|systemd|init|tail|sleep|bash|sh|ash|zsh|tini|dumb-init|s6\S*|cat|echo|printf|printenv|env|ls|date|true|curl|wget)$/;

/** A language's own prompt: an image to build on, not an app. */
const REPL = /^(?:python\d?|node|irb|jshell|iex|erl|perl|julia|ghci|swift)$/;

function* judge(model: DockerfileModel, last: Stage): Generator<Finding> {
  const chain = chainOf(model.facts, last);
  const user = chain.map((stage) => lastOf(stage, 'USER')).find((it) => it !== undefined);
  if (user && !isRoot(textOf(user.block))) return;
  const base = baseOf(model, last);
  const cmd = lastOf(last, 'CMD');
  const command = lastOf(last, 'ENTRYPOINT') ?? cmd;
  if (!base || !command || !(isSystem(base) || isLanguage(base)) || mayStepDown(chain, command.block)) return;
  if (user) {
    yield { at: shift(user.block.span, user.start), message: ko.root };
    return;
  }
  const first = [command, cmd].filter((it) => it !== undefined).sort((a, b) => a.start - b.start)[0] ?? command;
  const fix = last.instructions.some(({ start, block }) => start > first.start && isBuilding(block)) ? undefined : fixFor(base, first, lineBreak(model.file));
  yield { at: shift(command.block.name.span, command.start), message: ko.missing, ...(fix && { fixes: [fix] }) };
}

const isBuilding = ({ keyword }: Instruction) => keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD' || keyword === 'WORKDIR';

/** Whether what is run is a script that may change the user by itself, or a program that has to be root. */
function mayStepDown(chain: readonly Stage[], command: Instruction): boolean {
  const words = command.exec ? command.exec.elements.map(({ text }) => text) : command.args.map(({ text }) => text);
  if ((words.length === 1 && REPL.test(words[0] ?? '')) || /^(?:--version|-v|--help)$/.test(words.at(-1) ?? '')) return true;
  if (AS_ROOT.test(programOf(words[0] ?? '')) || hasShell(words.slice(0, 1))) return true;
  return chain.some(({ instructions }) => instructions.some(({ block }) => isCommand(block) && /\b(?:gosu|su-exec|setpriv|runuser|su|s6-setuidgid|chroot)\b/.test(textOf(block))));
}

const isCommand = ({ keyword }: Instruction) => keyword === 'RUN' || keyword === 'CMD' || keyword === 'ENTRYPOINT';

function fixFor(base: Base, { start, block }: Placed<Instruction>, end: string) {
  const before = start + block.span.start;
  if (base.name === 'node') return { title: ko.use('node'), edits: [insert(before, `USER node${end}`)] };
  const create = variantOf(base) === 'alpine' || base.name === 'busybox' ? 'adduser -D app' : 'useradd --create-home app';
  return { title: ko.create, edits: [insert(before, `RUN ${create}${end}USER app${end}`)] };
}
