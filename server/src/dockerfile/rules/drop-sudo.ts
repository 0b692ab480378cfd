import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { span } from '../../core/text.ts';
import type { DockerfileRule } from '../rule.ts';
import { before, inFile, runCommands, runsOf, type StageRun, type Step } from '../shell/stages.ts';

const ko = {
  needless: '빌드는 이미 `root` 사용자로 실행되고, 이미지에는 보통 `sudo`가 없어 `not found`로 실패합니다. `sudo`를 지우세요.',
  drop: '`sudo` 지우기',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '`RUN`에서는 `sudo`를 빼세요',
    what: '`RUN`의 명령 앞에 `sudo`가 있습니다.',
    why: '`USER`를 적기 전까지 `RUN`은 `root` 사용자로 실행되므로 권한을 올릴 필요가 없습니다. 대부분의 이미지에는 `sudo`가 설치되어 있지도 않습니다.',
    how: '`sudo`를 지우세요. `USER`로 사용자를 바꾼 뒤라면 `USER root`로 되돌린 다음 실행하세요.',
  },
  also: ['D212', 'DL3004'],
  href: 'https://docs.docker.com/build/building/best-practices/#user',

  *file(model) {
    for (const run of runsOf(model)) {
      for (const { step, command } of runCommands(run)) {
        const [wrapper] = command.wrappers;
        const [program] = command.words;
        if (wrapper?.raw !== 'sudo' || !program || mayHaveSudo(run, step)) continue;
        const bare = command.wrappers.length === 1 && command.assignments.length === 0 && program === nextTo(step, wrapper.span.end, program);
        const edit = replace(inFile(step, span(wrapper.span.start, program.span.start)), '');
        yield { at: inFile(step, wrapper.span), message: ko.needless, ...(bare && { fixes: [{ title: ko.drop, edits: [edit] }] }) };
      }
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-bookworm-slim
        RUN sudo apt-get update && sudo apt-get install -y curl
            ^^^^                   ^^^^
      `,
      fixed: dockerfile`
        FROM node:24-bookworm-slim
        RUN apt-get update && sudo apt-get install -y curl
      `,
    },
    {
      good: dockerfile`
        FROM ubuntu:24.04
        RUN apt-get update && apt-get install -y sudo
        USER ubuntu
        RUN sudo apt-get install -y curl
      `,
    },
  ],
};

/** The word itself where nothing but blanks stands between it and `sudo`: no option. */
const nextTo = <W extends { readonly span: { readonly start: number } }>({ block }: Step, from: number, word: W) =>
  /^\s*$/.test(block.text.slice(from, word.span.start)) ? word : undefined;

/** It is installed here or before, or the image is nobody's official one: it may have a user and a `sudo` of its own. */
function mayHaveSudo(run: StageRun, step: Step): boolean {
  if (INSTALLS.test(step.block.text) || run.base.name === '') return true;
  for (const { block } of before(run, step)) if (INSTALLS.test(block.text)) return true;
  return false;
}

/** `sudo` among other words of a list of packages, or in a file of its own. */
const INSTALLS = /(?:install|add|-S)\b[^&;]*[\s'"]sudo(?:[\s'"\\]|$)|sudoers|^\s+sudo\s*\\?$/m;
