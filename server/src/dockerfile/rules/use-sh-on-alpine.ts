import { dockerfile } from '../../core/example.ts';
import { type Finding, type Fix, replace } from '../../core/rule.ts';
import type { Word } from '../../core/text.ts';
import type { DockerfileRule } from '../rule.ts';
import { isInstall, packageCall } from '../shell/packages.ts';
import { inFile, lineage, type StageRun, type Step, shellRunsOf } from '../shell/stages.ts';

const ko = {
  missing: (image: string) => `\`${image}\` 이미지에는 \`bash\`가 없어 \`not found\`로 실패합니다. \`sh\`로 바꾸거나 먼저 \`RUN apk add --no-cache bash\`로 설치하세요.`,
  sh: '`sh`로 바꾸기',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: 'Alpine 이미지에서는 `bash` 대신 `sh`를 쓰세요',
    what: 'Alpine 이미지에서 설치하지 않은 `bash`를 부르고 있습니다.',
    why: 'Alpine은 크기를 줄이려고 작은 셸인 `sh`만 담고 있습니다. `bash`를 부르면 “not found”로 실패합니다.',
    how: '간단한 명령은 `sh`로도 실행됩니다. `bash` 전용 문법이 꼭 필요하면 `RUN apk add --no-cache bash`를 먼저 적으세요.',
  },
  also: ['D239'],
  href: 'https://docs.docker.com/reference/dockerfile/#shell-and-exec-form',

  *file(model) {
    for (const run of shellRunsOf(model)) {
      if (run.base.system === 'alpine' && WITHOUT_BASH.test(run.base.name)) yield* inStage(run);
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        COPY start.sh /start.sh
        CMD ["bash", "/start.sh"]
             ^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        COPY start.sh /start.sh
        CMD ["sh", "/start.sh"]
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.13-alpine
        SHELL ["/bin/bash", "-c"]
               ^^^^^^^^^^^
        RUN pip install --no-cache-dir flask
      `,
      fixed: dockerfile`
        FROM python:3.13-alpine
        SHELL ["/bin/sh", "-c"]
        RUN pip install --no-cache-dir flask
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        RUN apk add --no-cache bash
        CMD ["bash", "-c", "npm start"]
      `,
    },
  ],
};

/** Official images whose Alpine variant brings no `bash`; others may. */
const WITHOUT_BASH = /^(?:alpine|node|python|golang|redis|nginx|php)$/;

function* inStage(run: StageRun): Generator<Finding> {
  for (const parent of [...lineage(run)].slice(1)) if (parent.steps.some((step) => mayBring(step))) return;
  for (const step of run.steps) {
    for (const word of callsOf(step)) {
      if (mayBring(step, word.span.start)) return;
      yield { at: inFile(step, word.span), message: ko.missing(run.base.image), fixes: fixesFor(step, word) };
      // Where the shell itself is missing, every line behind it fails for the same reason.
      if (step.instruction.keyword === 'SHELL') return;
    }
    if (mayBring(step)) return;
  }
}

/** The words that call `bash`, with their quotes in the span. */
function callsOf({ instruction, script }: Step): readonly Word[] {
  const isBash = ({ text }: Word) => /^(?:\/usr)?(?:\/bin\/)?bash$/.test(text);
  if (instruction.keyword === 'SHELL') return (instruction.exec?.elements ?? []).slice(0, 1).filter(isBash);
  return script.commands.flatMap(({ words, tested, before }) => (words[0]?.known && !tested && before !== '||' && isBash(words[0]) ? [words[0]] : [])).slice(0, 1);
}

/** It installs something that may be `bash` or need it, or takes files from elsewhere that may be it. Only up to `until` in its text. */
function mayBring({ instruction, script }: Step, until = Number.POSITIVE_INFINITY): boolean {
  const { keyword, flags } = instruction;
  if (keyword === 'ADD' || flags.some(({ name }) => name.text === 'from' || name.text === 'mount')) return true;
  if (keyword === 'COPY') return /^\/(?:bin|usr|usr\/bin)?\/?$/.test(instruction.destination?.text ?? '/');
  return script.commands.some((command) => {
    const call = command.span.start < until ? packageCall(command) : undefined;
    return call?.manager === 'apk' && isInstall(call) && !call.operands.every(({ text }) => PLAIN.test(text.replace(/[<>=~].*$/, '')));
  });
}

/** Packages that do without `bash`. */
const PLAIN = /^(?:curl|wget|ca-certificates|tzdata|openssl|make|gcc|g\+\+|musl-dev|libc6-compat|build-base|python3|py3-pip|nodejs|npm|jq|zip|unzip|dumb-init|tini|su-exec)$/;

function fixesFor(step: Step, { span }: Word): Fix[] {
  const written = step.block.text.slice(span.start, span.end);
  return [{ title: ko.sh, edits: [replace(inFile(step, span), written.replace('bash', 'sh'))] }];
}
