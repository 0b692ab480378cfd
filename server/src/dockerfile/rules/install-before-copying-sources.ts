import { dockerfile } from '../../core/example.ts';
import { type Finding, type Fix, insert, replace } from '../../core/rule.ts';
import { span } from '../../core/text.ts';
import type { DockerfileRule } from '../rule.ts';
import { type DependencyInstall, dependencyInstall } from '../shell/installs.ts';
import { isPlain, programOf } from '../shell/script.ts';
import { inFile, type StageRun, type Step, shellRunsOf } from '../shell/stages.ts';

const ko = {
  lost: (copy: string, manifest: string) =>
    `\`${copy}\` 줄이 설치보다 앞에 있어, 소스를 한 글자만 고쳐도 설치를 처음부터 다시 합니다. \`${manifest}\` 파일만 먼저 복사해 설치한 뒤 나머지를 복사하세요.`,
  again: (copy: string, manifest: string, download: string) =>
    `\`${copy}\` 줄이 앞에 있어, 소스를 한 글자만 고쳐도 라이브러리를 모두 다시 내려받습니다. \`${manifest}\` 파일만 먼저 복사해 \`${download}\` 명령으로 받아 두세요.`,
  split: (manifest: string) => `\`${manifest}\` 파일만 먼저 복사하고 설치하기`,
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '의존성을 설치한 뒤에 소스를 복사하세요',
    what: '`COPY . .`이 `npm ci`나 `pip install -r requirements.txt`보다 앞에 있습니다.',
    why: '도커는 복사한 파일이 하나라도 바뀌면 그 줄부터 다시 실행합니다. 소스는 늘 바뀌므로, 바뀌지 않은 라이브러리까지 빌드할 때마다 다시 내려받게 됩니다.',
    how: '의존성 목록만 먼저 복사해 설치하고, 소스는 그 뒤에 복사하세요. 목록이 그대로면 설치 단계는 캐시에서 바로 나옵니다.',
  },
  also: ['D228'],
  href: 'https://docs.docker.com/build/cache/optimize/#order-your-layers',

  *file(model) {
    for (const run of shellRunsOf(model)) yield* inStage(run);
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY . .
        ^^^^^^^^
        RUN npm ci
        CMD ["node", "server.js"]
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package*.json ./
        RUN npm ci
        COPY . .
        CMD ["node", "server.js"]
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.13-slim
        WORKDIR /app
        COPY . .
        ^^^^^^^^
        RUN pip install --no-cache-dir -r requirements.txt
      `,
      fixed: dockerfile`
        FROM python:3.13-slim
        WORKDIR /app
        COPY requirements.txt ./
        RUN pip install --no-cache-dir -r requirements.txt
        COPY . .
      `,
    },
    {
      bad: dockerfile`
        FROM maven:3.9-eclipse-temurin-21
        WORKDIR /build
        COPY . .
        ^^^^^^^^
        RUN mvn package
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package*.json ./
        RUN npm ci
        COPY . .
        RUN npm run build
      `,
    },
  ],
};

function* inStage({ steps }: StageRun): Generator<Finding> {
  let copy: Step | undefined;
  for (const step of steps) {
    copy ??= isCopyOfAll(step) ? step : undefined;
    if (step.instruction.keyword !== 'RUN') continue;
    const cached = step.instruction.flags.some(({ name }) => name.text === 'mount');
    for (const command of step.script.commands) {
      const install = isPlain(command) ? dependencyInstall(command) : undefined;
      // Something like it, in words that are not read here.
      if (!install && !copy && /^(?:npm|yarn|pnpm|mvnw?|gradlew?|bun)$/.test(programOf(command)) && !command.words.some(({ text }) => GLOBAL.test(text))) return;
      if (!install) continue;
      // Installed before the sources came, or kept in a cache of its own: nothing is lost.
      if (!copy || cached) return;
      const { span: at } = copy.instruction;
      yield { at: inFile(copy, at), message: messageOf(textOf(copy), install), fixes: steps[steps.indexOf(copy) + 1] === step ? splitting(copy, step, install) : [] };
      return;
    }
  }
}

/** Words of commands that set the tool up and install nothing of the project's. */
const GLOBAL = /^(?:-g|--global|global|config|set|cache|-v|--version|-version)$/;

/** Maven and Gradle build and download in one go: what downloads alone has a name of its own. */
function messageOf(copy: string, { tool, manifest }: DependencyInstall): string {
  if (tool === 'maven') return ko.again(copy, manifest, 'mvn dependency:go-offline');
  return tool === 'gradle' ? ko.again(copy, manifest, 'gradle dependencies') : ko.lost(copy, manifest);
}

const textOf = ({ instruction, block }: Step) => block.text.slice(instruction.span.start, instruction.span.end).split(/\s+/).join(' ');

/** `COPY . .`: the whole context to one place, in one line. */
function isCopyOfAll({ instruction, block }: Step): boolean {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
  if (instruction.flags.some(({ name }) => /^(?:from|exclude|parents)$/.test(name.text)) || instruction.exec || block.text.trim().includes('\n')) return false;
  return instruction.sources.length === 1 && /^\.\/?$/.test(instruction.sources[0]?.text ?? '') && !instruction.destination?.text.includes('$');
}

/** Puts the manifest and the install in front of the COPY, where the install is a line of its own and needs no sources. */
function splitting(copy: Step, step: Step, { sources, tool, manifest }: DependencyInstall): Fix[] {
  const to = copy.instruction.args.at(-1)?.text ?? '';
  const plain = copy.instruction.keyword === 'COPY' && copy.instruction.flags.length === 0;
  if (!plain || !/^\.\/?$/.test(to) || tool === 'maven' || tool === 'gradle' || step.script.commands.length !== 1 || !step.block.text.endsWith('\n')) return [];
  const moved = `COPY ${sources} ./\n${step.block.text}`;
  return [{ title: ko.split(manifest), edits: [insert(copy.start, moved), replace(span(step.start, step.start + step.block.text.length), '')] }];
}
