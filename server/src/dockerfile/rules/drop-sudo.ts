import { dockerfile } from '../../core/example.ts';
import { remembered } from '../../core/remember.ts';
import { type Finding, replace } from '../../core/rule.ts';
import { span } from '../../core/text.ts';
import type { DockerfileRule } from '../rule.ts';
import type { Command, Script } from '../shell/script.ts';
import { inFile, lineage, type Step, shellRunsOf } from '../shell/stages.ts';

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
    for (const run of shellRunsOf(model)) {
      // An image that is nobody's official one may have a user and a `sudo` of its own.
      if (run.base.name === '' || [...lineage(run)].slice(1).some(({ steps }) => steps.some(brings))) continue;
      for (const step of run.steps) {
        if (brings(step)) break;
        if (step.instruction.keyword === 'RUN') for (const command of sudosIn(step.script)) yield* inCommand(step, command);
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

function* inCommand(step: Step, { wrappers, words, assignments }: Command): Generator<Finding> {
  const [wrapper] = wrappers;
  const [program] = words;
  if (wrapper?.raw !== 'sudo' || !program) return;
  const between = span(wrapper.span.end, program.span.start);
  const bare = wrappers.length === 1 && assignments.length === 0 && /^\s*$/.test(step.block.text.slice(between.start, between.end));
  const edit = replace(inFile(step, span(wrapper.span.start, program.span.start)), '');
  yield { at: inFile(step, wrapper.span), message: ko.needless, ...(bare && { fixes: [{ title: ko.drop, edits: [edit] }] }) };
}

const sudosIn = remembered(({ commands }: Script) => commands.filter(({ wrappers }) => wrappers.length > 0));

/** It installs `sudo`, or writes down who may use it. */
const brings = ({ instruction, script, block }: Step) =>
  instruction.keyword === 'ADD' || (instruction.keyword === 'RUN' && block.text.includes('sudo') && installsSudo(script, block.text));

const installsSudo = ({ commands }: Script, text: string) => text.includes('sudoers') || commands.some(({ words }) => words.slice(1).some(({ raw }) => raw === 'sudo'));
