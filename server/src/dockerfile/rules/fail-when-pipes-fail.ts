import { dockerfile } from '../../core/example.ts';
import { remembered } from '../../core/remember.ts';
import { type Fix, insert } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';
import { programOf, type Script } from '../shell/script.ts';
import { inFile, type StageRun, type Step, shellRunsOf } from '../shell/stages.ts';

const ko = {
  hidden: '`|` 앞의 명령이 실패해도 빌드는 성공한 것으로 보고 계속합니다. 앞에 `pipefail`을 켜는 `SHELL` 줄을 적으세요.',
  shell: '`pipefail`을 켜는 `SHELL` 줄 넣기',
};

export const rule: DockerfileRule = {
  severity: 'off',
  lesson: {
    title: '파이프 앞의 실패도 빌드를 멈추게 하세요',
    what: '`RUN`이 `|`로 명령을 잇지만 `pipefail`이 꺼져 있습니다.',
    why: '셸은 파이프의 마지막 명령이 성공했는지만 봅니다. `curl`이 실패해도 뒤의 명령이 끝나면 빌드는 성공으로 끝나, 빈 파일이 이미지에 담깁니다.',
    how: '`SHELL ["/bin/bash", "-o", "pipefail", "-c"]`를 앞에 적으세요. Alpine에서는 `["/bin/ash", "-eo", "pipefail", "-c"]`입니다.',
  },
  also: ['D217', 'DL4006'],
  href: 'https://docs.docker.com/build/building/best-practices/#using-pipes',

  *file(model) {
    for (const run of shellRunsOf(model)) {
      for (const step of run.steps) {
        if (step.instruction.keyword !== 'RUN' || !step.script.shell || step.shell?.some((word) => /pipefail|zsh|pwsh/.test(word))) continue;
        const piped = pipedIn(step.script);
        // What these write always goes well.
        if (!piped || step.block.text.includes('pipefail') || /^(?:echo|printf|yes|true|cat)$/.test(programOf(piped))) continue;
        yield { at: inFile(step, piped.span), message: ko.hidden, fixes: fixesFor(run, step) };
      }
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-bookworm
        RUN curl -fsSL https://get.pnpm.io/install.sh | sh -
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-bookworm
        SHELL ["/bin/bash", "-o", "pipefail", "-c"]
        RUN curl -fsSL https://get.pnpm.io/install.sh | sh -
      `,
    },
    {
      good: dockerfile`
        FROM node:24-bookworm
        SHELL ["/bin/bash", "-o", "pipefail", "-c"]
        RUN curl -fsSL https://get.pnpm.io/install.sh | sh -
      `,
    },
  ],
};

const pipedIn = remembered(({ commands }: Script) => commands.find(({ after, within }) => (after === '|' || after === '|&') && !within.includes('shell')));

function fixesFor({ base }: StageRun, { start, instruction, shell }: Step): Fix[] {
  const line =
    base.system === 'alpine'
      ? 'SHELL ["/bin/ash", "-eo", "pipefail", "-c"]'
      : /^(?:debian|ubuntu|redhat)$/.test(base.system ?? '')
        ? 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]'
        : '';
  return line === '' || shell ? [] : [{ title: ko.shell, edits: [insert(start + instruction.span.start, `${line}\n`)] }];
}
