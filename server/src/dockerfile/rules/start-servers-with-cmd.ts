import { dockerfile } from '../../core/example.ts';
import { type Fix, replace } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';
import { imageWith } from '../shell/programs.ts';
import { type Command, isPlain, programOf } from '../shell/script.ts';
import { serversIn } from '../shell/servers.ts';
import { inFile, type StageRun, type Step, shellRunsOf } from '../shell/stages.ts';

const ko = {
  endless: (command: string) => `\`${command}\` 명령은 서버를 켜고 끝나지 않아 빌드가 이 줄에서 영원히 멈춥니다. 컨테이너가 켜질 때 실행하도록 \`CMD\`에 적으세요.`,
  cmd: '`CMD`로 바꾸기',
};

export const rule: DockerfileRule = {
  // Docker accepts the file; what fails is the build or the program.
  severity: 'warning',
  lesson: {
    title: '서버는 `RUN`이 아니라 `CMD`로 실행하세요',
    what: '`RUN`이 끝나지 않는 서버 프로그램을 실행합니다.',
    why: '`RUN`은 이미지를 만드는 동안 실행되고, 명령이 끝나야 다음 줄로 넘어갑니다. 서버는 스스로 끝나지 않으므로 빌드도 끝나지 않습니다.',
    how: '준비하는 명령만 `RUN`에 두고, 서버는 마지막에 `CMD ["npm", "start"]`처럼 적으세요. `CMD`는 컨테이너를 켤 때 실행됩니다.',
  },
  also: ['D256'],
  href: 'https://docs.docker.com/reference/dockerfile/#cmd',

  *file(model) {
    for (const run of shellRunsOf(model)) {
      const first = firstServer(run);
      if (first) yield { at: inFile(first.step, spanOf(first.command)), message: ko.endless(first.name), fixes: fixesFor(run, first.step, first.command) };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY . .
        RUN npm start
            ^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY . .
        CMD ["npm", "start"]
      `,
    },
    {
      bad: dockerfile`
        FROM eclipse-temurin:21-jre
        COPY app.jar /app.jar
        RUN java -jar /app.jar
            ^^^^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM eclipse-temurin:21-jre
        COPY app.jar /app.jar
        CMD ["java", "-jar", "/app.jar"]
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.13-slim
        WORKDIR /app
        COPY . .
        RUN pip install --no-cache-dir flask && flask run --host=0.0.0.0
                                                ^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM eclipse-temurin:21 AS layers
        COPY app.jar /app.jar
        RUN java -Djarmode=tools -jar /app.jar extract
      `,
    },
  ],
};

/** The first server that a stage waits for; what is behind it is never reached. */
function firstServer({ steps, base }: StageRun) {
  for (const step of steps) {
    for (const { command, server } of step.instruction.keyword === 'RUN' ? serversIn(step.script) : []) {
      const waits = isPlain(command) && (command.after === '' || command.after === '&&' || command.after === ';' || command.after === '\n');
      if (server.endless && waits && !imageWith(base, programOf(command))) return { step, command, name: server.name };
    }
  }
  return undefined;
}

const spanOf = ({ words, span }: Command) => ({ start: words[0]?.span.start ?? span.start, end: words.at(-1)?.span.end ?? span.end });

/** The whole RUN in the exec form of CMD, where the stage has none yet and nothing depends on a shell. */
function fixesFor({ stage }: StageRun, { script, instruction, start }: Step, { words, redirects, assignments, wrappers }: Command): Fix[] {
  const taken = stage.instructions.some(({ block }) => block.keyword === 'CMD' || block.keyword === 'ENTRYPOINT');
  if (taken || script.commands.length !== 1 || redirects.length + assignments.length + wrappers.length > 0 || !words.every(({ known }) => known)) return [];
  const form = `CMD [${words.map(({ text }) => JSON.stringify(text)).join(', ')}]`;
  return [{ title: ko.cmd, edits: [replace(inFile({ start, block: instruction }, instruction.span), form)] }];
}
