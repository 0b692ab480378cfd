import { dockerfile } from '../../core/example.ts';
import { remembered } from '../../core/remember.ts';
import { type Finding, insert } from '../../core/rule.ts';
import type { Block } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';
import { isPlain, type Script } from '../shell/script.ts';
import { inFile, lineage, type StageRun, type Step, shellRunsOf } from '../shell/stages.ts';

const ko = {
  notExecutable: (file: string) => `Windows에서 복사한 \`${file}\` 파일에는 실행 권한이 없어 \`Permission denied\`로 실패할 수 있습니다. 앞에 \`chmod +x ${file} &&\`를 붙이세요.`,
  add: (file: string) => `\`chmod +x ${file} &&\` 붙이기`,
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '`gradlew`와 `mvnw`에 실행 권한을 주세요',
    what: '`RUN ./gradlew`나 `RUN ./mvnw` 앞에 `chmod +x`가 없습니다.',
    why: 'Windows에는 실행 권한이라는 것이 없습니다. 그래서 Windows에서 올리거나 내려받은 파일은 컨테이너 안에서 실행하지 못하고 “Permission denied”가 나기 쉽습니다.',
    how: '`RUN chmod +x gradlew && ./gradlew bootJar`처럼 적거나 `COPY --chmod=755 gradlew ./`로 복사하세요. 저장소에는 `git update-index --chmod=+x gradlew`로 권한을 남길 수 있습니다.',
  },
  also: ['D233'],
  href: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',

  *file(model) {
    for (const run of shellRunsOf(model)) yield* inStage(run);
  },

  examples: [
    {
      bad: dockerfile`
        FROM eclipse-temurin:21 AS build
        WORKDIR /app
        COPY . .
        RUN ./gradlew bootJar
            ^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM eclipse-temurin:21 AS build
        WORKDIR /app
        COPY . .
        RUN chmod +x gradlew && ./gradlew bootJar
      `,
    },
    {
      good: dockerfile`
        FROM eclipse-temurin:21 AS build
        WORKDIR /app
        COPY --chmod=755 mvnw ./
        COPY .mvn ./.mvn
        COPY pom.xml ./
        RUN ./mvnw dependency:go-offline
      `,
    },
  ],
};

function* inStage(run: StageRun): Generator<Finding> {
  const earlier = [...lineage(run)].slice(1).flatMap(({ steps }) => steps);
  if (earlier.some(grants)) return;
  const said = new Set<string>();
  let copied = earlier.some(copies);
  for (const step of run.steps) {
    if (grants(step)) return;
    copied ||= copies(step);
    for (const command of copied && step.instruction.keyword === 'RUN' ? wrappersIn(step.script) : []) {
      const [program] = command.words;
      const file = program && isPlain(command) ? /^\.\/(gradlew|mvnw)$/.exec(program.raw)?.[1] : undefined;
      if (!program || !file || said.has(file)) continue;
      said.add(file);
      yield {
        at: inFile(step, program.span),
        message: ko.notExecutable(file),
        fixes: [{ title: ko.add(file), edits: [insert(step.start + command.span.start, `chmod +x ${file} && `)] }],
      };
    }
  }
}

const wrappersIn = remembered(({ commands }: Script) => commands.filter(({ words }) => /^\.\/(?:gradlew|mvnw)$/.test(words[0]?.raw ?? '')));

const copies = ({ instruction }: Step) => instruction.keyword === 'COPY' && !instruction.flags.some(({ name }) => name.text === 'from');

/** It gives the right to run, or makes the file with it. */
const grants = ({ block }: Step) => grantsIn(block);

const grantsIn = remembered(({ instruction, text }: Block): boolean => {
  if (instruction?.keyword !== 'COPY') return instruction?.keyword === 'RUN' && /chmod|dos2unix|git clone|\bwrapper\b/.test(text);
  return instruction.flags.some(({ name }) => name.text === 'chmod') && instruction.sources.some((source) => /^\.\/?$|gradlew|mvnw|\*/.test(source.text));
});
