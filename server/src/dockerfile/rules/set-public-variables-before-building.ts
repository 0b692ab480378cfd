import { dockerfile } from '../../core/example.ts';
import { remembered } from '../../core/remember.ts';
import { type Finding, type Fix, insert, replace } from '../../core/rule.ts';
import { span } from '../../core/text.ts';
import type { Block } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';
import { programOf, type Script } from '../shell/script.ts';
import { inFile, type StageRun, type Step, shellRunsOf } from '../shell/stages.ts';

const ko = {
  late: (name: string) => `\`${name}\` 값은 빌드할 때 코드에 박히므로, 빌드한 뒤에 정하면 쓰이지 않습니다. \`ENV\`를 빌드하는 \`RUN\`보다 앞에 적으세요.`,
  move: '빌드보다 앞으로 옮기기',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '`NEXT_PUBLIC_`과 `VITE_` 변수는 빌드하기 전에 정하세요',
    what: '브라우저로 가는 변수를 `npm run build`보다 뒤에서 정합니다.',
    why: '`NEXT_PUBLIC_`, `VITE_`, `REACT_APP_`으로 시작하는 변수는 빌드하는 순간의 값이 자바스크립트 파일에 글자로 박힙니다. 그 뒤에 바꾼 값은 브라우저에 가지 않습니다.',
    how: '`RUN npm run build`보다 앞에 `ARG NEXT_PUBLIC_API_URL`과 `ENV NEXT_PUBLIC_API_URL=$NEXT_PUBLIC_API_URL`을 적고 `docker build --build-arg`로 값을 건네세요.',
  },
  also: ['D248'],
  href: 'https://docs.docker.com/build/building/variables/',

  *file(model) {
    const set = new Set<string>();
    let built: { readonly run: StageRun; readonly step: Step } | undefined;
    for (const run of shellRunsOf(model)) {
      const rewrites = run.steps.some(({ block }) => rewritesIn(block));
      const lastBuild = run.steps.findLast(builds)?.start ?? -1;
      for (const step of run.steps) {
        if (!built && builds(step)) built = { run, step };
        if (!rewrites) yield* inStep(run, step, built, set, lastBuild);
      }
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package*.json ./
        RUN npm ci
        COPY . .
        RUN npm run build
        ENV NEXT_PUBLIC_API_URL=https://api.example.com
            ^^^^^^^^^^^^^^^^^^^
        CMD ["npm", "start"]
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package*.json ./
        RUN npm ci
        COPY . .
        ENV NEXT_PUBLIC_API_URL=https://api.example.com
        RUN npm run build
        CMD ["npm", "start"]
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package*.json ./
        RUN npm ci
        COPY . .
        ARG VITE_API_URL=https://api.example.com
        RUN npm run build
        CMD ["npm", "run", "preview"]
      `,
    },
  ],
};

const PUBLIC = /^(?:NEXT_PUBLIC_|VITE_|REACT_APP_|VUE_APP_)\w/;

/** A script that puts values into the built files when the container starts. */
const REWRITES = /envsubst|entrypoint|env\.sh|runtime-env|replace/i;

function* inStep(run: StageRun, step: Step, built: { readonly run: StageRun; readonly step: Step } | undefined, set: Set<string>, lastBuild: number): Generator<Finding> {
  const { instruction } = step;
  if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') return;
  for (const { name } of instruction.pairs) {
    if (!PUBLIC.test(name.text)) continue;
    if (!built) set.add(name.text);
    else if (instruction.keyword === 'ENV' && !set.has(name.text) && step.start > lastBuild) {
      const fixes = built.run === run && instruction.pairs.length === 1 ? moving(step, built.step) : [];
      yield { at: inFile(step, name.span), message: ko.late(name.text), fixes };
    }
  }
}

/** `npm run build`, `next build`, `vite build` … */
const builds = ({ instruction, script }: Step) => instruction.keyword === 'RUN' && buildsIn(script);

const buildsIn = remembered(({ commands }: Script) =>
  commands.some((command) => {
    const program = programOf(command);
    const words = command.words.slice(1).map(({ text }) => text);
    return (/^(?:npm|yarn|pnpm|bun)$/.test(program) && words.some((word) => /^build/.test(word))) || (/^(?:next|vite|react-scripts|npx)$/.test(program) && words.includes('build'));
  }),
);

const rewritesIn = remembered(({ text }: Block) => REWRITES.test(text));

function moving(step: Step, build: Step): Fix[] {
  if (!step.block.text.endsWith('\n')) return [];
  return [{ title: ko.move, edits: [insert(build.start, step.block.text), replace(span(step.start, step.start + step.block.text.length), '')] }];
}
