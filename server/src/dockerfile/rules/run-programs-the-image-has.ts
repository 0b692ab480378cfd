import { dockerfile } from '../../core/example.ts';
import type { DockerfileRule } from '../rule.ts';
import { imageWith } from '../shell/programs.ts';
import { isPlain, mustSucceed, programOf } from '../shell/script.ts';
import { before, inFile, runsOf, type StageRun, type Step } from '../shell/stages.ts';

const ko = {
  missing: (program: string, image: string, other: string) =>
    `\`${image}\` 이미지에는 \`${program}\` 명령이 없어 \`not found\`로 실패합니다. \`FROM ${other} AS build\`처럼 그 명령이 든 이미지의 스테이지에서 실행하세요.`,
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '베이스 이미지에 들어 있는 명령만 실행하세요',
    what: '베이스 이미지에 없는 프로그램을 설치하지 않고 부르고 있습니다.',
    why: '공식 이미지에는 그 언어의 도구만 들어 있습니다. 자바 이미지에는 `npm`도 `mvn`도 없고, Node.js 이미지에는 `java`가 없습니다.',
    how: '빌드할 때만 필요하면 그 도구가 든 이미지로 스테이지를 따로 만들고 `COPY --from=build`로 결과만 가져오세요.',
  },
  also: ['D238'],
  href: 'https://docs.docker.com/build/building/multi-stage/',

  *file(model) {
    for (const run of runsOf(model)) {
      for (const step of run.steps) {
        if (!/^(?:RUN|CMD|ENTRYPOINT)$/.test(step.instruction.keyword)) continue;
        for (const command of step.script.commands) {
          const program = programOf(command);
          const other = isPlain(command) && !command.words[0]?.text.includes('/') ? imageWith(run.base, program) : undefined;
          if (other === undefined || mayHave(run, step, command.span.start)) continue;
          // A bare distribution is there to be filled: how, one cannot always see.
          const sure = !/^(?:alpine|debian|ubuntu)$/.test(run.base.name) && (step.instruction.keyword !== 'RUN' || mustSucceed(step.script, command));
          yield { at: inFile(step, (command.words[0] ?? command).span), message: ko.missing(program, run.base.image, other), ...(!sure && { severity: 'warning' as const }) };
          break;
        }
      }
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM eclipse-temurin:21
        WORKDIR /build
        COPY . .
        RUN mvn package
            ^^^
      `,
    },
    {
      bad: dockerfile`
        FROM nginx:1.28-alpine
        WORKDIR /app
        COPY package.json package-lock.json ./
        RUN npm ci
            ^^^
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine AS build
        WORKDIR /app
        COPY package.json package-lock.json ./
        RUN npm ci
        COPY . .
        RUN npm run build

        FROM nginx:1.28-alpine
        COPY --from=build /app/dist /usr/share/nginx/html
      `,
    },
    {
      good: dockerfile`
        FROM eclipse-temurin:21
        RUN apt-get update && apt-get install -y maven
        WORKDIR /build
        COPY . .
        RUN mvn package
      `,
    },
  ],
};

/** Something before it may have brought the program: a package, a download, another image's files, a path of its own. */
function mayHave(run: StageRun, step: Step, at: number): boolean {
  if (BRINGS.test(step.block.text.slice(0, at)) || step.shell) return true;
  for (const { instruction, block } of before(run, step)) {
    const { keyword } = instruction;
    if (keyword === 'ADD' || keyword === 'SHELL' || (keyword === 'COPY' && /--from|\s\/(?:s?bin|usr|opt)?\S*\/?\s*$/.test(block.text) && BRINGING_COPY.test(block.text)))
      return true;
    if (keyword === 'ENV' && /PATH|HOME/.test(block.text)) return true;
    if (keyword === 'RUN' && BRINGS.test(block.text)) return true;
  }
  return false;
}

const BRINGS = /\b(?:apt|apt-get|apk|yum|dnf|microdnf|curl|wget|sdk|nvm|bash|sh|pip3?|npm|npx|uv|conda|brew|make|ln|mv|cp|tar|unzip|corepack)\b|--mount|\.\//;
const BRINGING_COPY = /--from|\s(?:\/|\/(?:s?bin|usr|opt)\S*)\s*$/;
