import { dockerfile } from '../../core/example.ts';
import { type Finding, type Fix, insert, replace } from '../../core/rule.ts';
import { type Placed, span } from '../../core/text.ts';
import type { Block, Transfer } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';
import { type DependencyInstall, dependencyInstall } from '../shell/installs.ts';
import { imageWith } from '../shell/programs.ts';
import { type Command, isPlain, programOf } from '../shell/script.ts';
import { inFile, type StageRun, type Step, shellRunsOf } from '../shell/stages.ts';

const ko = {
  missing: (manifest: string) => `아직 \`${manifest}\` 파일을 복사하지 않아 설치할 것을 찾지 못합니다. 이 줄보다 앞에서 \`COPY\`로 복사하세요.`,
  move: '`COPY` 뒤로 옮기기',
};

export const rule: DockerfileRule = {
  // Docker accepts the file; what fails is the build or the program.
  severity: 'warning',
  lesson: {
    title: '의존성 목록을 먼저 복사하고 설치하세요',
    what: '`package.json`이나 `requirements.txt`를 복사하기 전에 설치 명령을 실행합니다.',
    why: 'Dockerfile은 위에서 아래로 실행됩니다. 이미지 안에는 `COPY`로 넣은 파일만 있으므로, 아직 복사하지 않은 목록은 없는 파일입니다.',
    how: '`COPY package*.json ./`을 `RUN npm ci`보다 위에 적으세요. 나머지 소스는 그 뒤에 `COPY . .`으로 복사하면 캐시도 잘 쓰입니다.',
  },
  also: ['D265'],
  href: 'https://docs.docker.com/build/cache/optimize/#order-your-layers',

  *file(model) {
    for (const run of shellRunsOf(model)) {
      // What another stage or an image of somebody's own already holds is not seen here.
      if (!run.parent && run.base.name !== '' && !/onbuild/.test(run.base.tag)) yield* inStage(run, model.file.blocks);
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        RUN npm ci
            ^^^^^^
        COPY . .
        CMD ["node", "server.js"]
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY . .
        RUN npm ci
        CMD ["node", "server.js"]
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.13-slim
        WORKDIR /app
        RUN pip install --no-cache-dir -r requirements.txt
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        COPY requirements.txt app.py ./
      `,
      fixed: dockerfile`
        FROM python:3.13-slim
        WORKDIR /app
        COPY requirements.txt app.py ./
        RUN pip install --no-cache-dir -r requirements.txt
      `,
    },
    {
      good: dockerfile`
        FROM maven:3.9-eclipse-temurin-21
        WORKDIR /build
        COPY pom.xml ./
        RUN mvn dependency:go-offline
        COPY src ./src
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        RUN --mount=type=bind,source=package.json,target=package.json \
            --mount=type=bind,source=package-lock.json,target=package-lock.json \
            npm ci
        COPY . .
      `,
    },
  ],
};

function* inStage({ base, steps }: StageRun, blocks: readonly Placed<Block>[]): Generator<Finding> {
  for (const [i, step] of steps.entries()) {
    const { instruction, script } = step;
    if ((instruction.keyword === 'COPY' || instruction.keyword === 'ADD') && !bringsOnlyFiles(instruction)) return;
    if (instruction.keyword !== 'RUN') continue;
    if (instruction.flags.some(({ name }) => name.text === 'mount') || !script.sure) return;
    for (const command of script.commands) {
      const install = isPlain(command) ? dependencyInstall(command) : undefined;
      if (!install || imageWith(base, programOf(command))) continue;
      if (MAKES.test(step.block.text.slice(0, command.span.start))) return;
      const copied = steps.slice(0, i).some((it) => brings(it, install));
      const later = steps.slice(i + 1).find((it) => brings(it, install));
      if (copied || !later) return;
      yield { at: inFile(step, wordsOf(command)), message: ko.missing(install.manifest), fixes: moving(step, later, blocks) };
      return;
    }
    if (MAKES.test(step.block.text)) return;
  }
}

/** Programs that may make or fetch a manifest, or go where one is. */
const MAKES = /\b(?:git|curl|wget|npm init|npx|yarn create|cd|tar|unzip|cp|mv|echo|printf|cat|svn|sh|bash|degit|tee)\b/;

const wordsOf = ({ words, span: all }: Command) => span(words[0]?.span.start ?? all.start, words.at(-1)?.span.end ?? all.end);

const FILE = /^[\w./-]*\.(?:json|[cm]?js|tsx?|txt|xml|ya?ml|sh|py|lock|toml|cfg|ini|conf|properties|html|css|md|jar|key|pem|crt|env)$/;

/** Files by their names, none of which can be a folder or an archive with more in it. */
const bringsOnlyFiles = ({ keyword, sources, flags, heredocs }: Transfer) =>
  keyword === 'COPY' &&
  flags.every(({ name }) => name.text === 'chown' || name.text === 'chmod' || name.text === 'link') &&
  heredocs.length === 0 &&
  sources.every(({ text }) => FILE.test(text));

/** A COPY that puts the manifest into the image: by its name, or with the whole folder. */
function brings({ instruction }: Step, { manifest, tool }: DependencyInstall): boolean {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
  if (instruction.flags.some(({ name }) => name.text === 'from')) return false;
  return instruction.sources.some(
    ({ text }) => /^\.\/?$/.test(text) || text.endsWith(manifest) || (tool === 'gradle' && /gradle/.test(text)) || (/[*?[$]/.test(text) && text.startsWith(manifest.slice(0, 4))),
  );
}

/** Takes the whole RUN behind the COPY, where it is one line of its own. */
function moving(step: Step, later: Step, blocks: readonly Placed<Block>[]): Fix[] {
  const end = later.start + later.block.text.length;
  const before = blocks.findLast(({ start }) => start < step.start);
  const commented = before && !before.block.instruction && before.block.comments.length > 0;
  if (commented || step.script.commands.length !== 1 || !step.block.text.endsWith('\n')) return [];
  const text = later.block.text.endsWith('\n') ? step.block.text : `\n${step.block.text.trimEnd()}`;
  return [{ title: ko.move, edits: [replace(span(step.start, step.start + step.block.text.length), ''), insert(end, text)] }];
}
