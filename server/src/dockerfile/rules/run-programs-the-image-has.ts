import { dockerfile } from '../../core/example.ts';
import type { Finding } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';
import { imageWith } from '../shell/programs.ts';
import { isPlain, programOf } from '../shell/script.ts';
import { inFile, lineage, type StageRun, type Step, shellRunsOf } from '../shell/stages.ts';

const ko = {
  missing: (program: string, image: string, other: string) =>
    `\`${image}\` 이미지에는 \`${program}\` 명령이 없어 \`not found\`로 실패합니다. \`FROM ${other} AS build\`처럼 그 명령이 든 이미지의 스테이지에서 실행하세요.`,
};

export const rule: DockerfileRule = {
  // Docker accepts the file; what fails is the build or the program.
  severity: 'warning',
  lesson: {
    title: '베이스 이미지에 들어 있는 명령만 실행하세요',
    what: '베이스 이미지에 없는 프로그램을 설치하지 않고 부르고 있습니다.',
    why: '공식 이미지에는 그 언어의 도구만 들어 있습니다. 자바 이미지에는 `npm`도 `mvn`도 없고, Node.js 이미지에는 `java`가 없습니다.',
    how: '빌드할 때만 필요하면 그 도구가 든 이미지로 스테이지를 따로 만들고 `COPY --from=build`로 결과만 가져오세요.',
  },
  also: ['D238'],
  href: 'https://docs.docker.com/build/building/multi-stage/',

  *file(model) {
    for (const run of shellRunsOf(model)) if (![...lineage(run)].slice(1).some(({ steps }) => steps.some(brings))) yield* inStage(run);
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

/** One finding for each program: the first call tells it all. */
function* inStage({ base, steps }: StageRun): Generator<Finding> {
  const said = new Set<string>();
  for (const step of steps) {
    const { instruction, script, block } = step;
    const starts = instruction.keyword === 'CMD' || instruction.keyword === 'ENTRYPOINT';
    for (const command of starts || instruction.keyword === 'RUN' ? script.commands : []) {
      const program = programOf(command);
      const other = isPlain(command) && !command.words[0]?.text.includes('/') && !said.has(program) ? imageWith(base, program) : undefined;
      if (other === undefined) continue;
      if (BRINGS.test(block.text.slice(0, command.span.start))) return;
      said.add(program);
      yield { at: inFile(step, (command.words[0] ?? command).span), message: ko.missing(program, base.image, other) };
    }
    if (brings(step)) return;
  }
}

/** It may bring a program: a package, a download, another image's files, a path or a shell of its own. */
function brings({ instruction, block }: Step): boolean {
  switch (instruction.keyword) {
    case 'ADD':
    case 'SHELL':
      return true;
    case 'COPY':
      return instruction.flags.some(({ name }) => name.text === 'from') || /^\/(?:(?:s?bin|usr|opt)(?:\/|$)|$)/.test(instruction.destination?.text ?? '/');
    case 'ENV':
      return instruction.pairs.some(({ name }) => /PATH|HOME/.test(name.text));
    default:
      return instruction.keyword === 'RUN' && BRINGS.test(block.text);
  }
}

const BRINGS = /\b(?:apt|apt-get|apk|yum|dnf|microdnf|curl|wget|sdk|nvm|bash|sh|pip3?|npm|npx|uv|conda|brew|make|ln|mv|cp|tar|unzip|corepack)\b|--mount|\.\//;
