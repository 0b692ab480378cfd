import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';
import { packageCallsIn } from '../shell/packages.ts';
import { isForeignManager } from '../shell/programs.ts';
import { inFile, shellRunsOf } from '../shell/stages.ts';

const ko = {
  unstable: '`apt`는 사람이 터미널에서 쓰는 명령이라 출력과 옵션이 바뀔 수 있습니다. Dockerfile에는 `apt-get`을 쓰세요.',
  replace: '`apt-get`으로 바꾸기',
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: 'Dockerfile에는 `apt` 대신 `apt-get`을 쓰세요',
    what: '`RUN`에서 `apt` 명령을 쓰고 있습니다.',
    why: '`apt`는 진행 막대와 색을 보여 주는, 사람을 위한 명령입니다. 버전마다 동작이 바뀔 수 있어 빌드할 때 경고가 나옵니다.',
    how: '`apt install`은 `apt-get install`로 바꾸세요. 하위 명령의 이름은 같습니다.',
  },
  also: ['D211', 'DL3027'],
  href: 'https://docs.docker.com/build/building/best-practices/#apt-get',

  *file(model) {
    for (const run of shellRunsOf(model)) {
      for (const step of run.steps)
        for (const { call } of step.instruction.keyword === 'RUN' ? packageCallsIn(step.script) : []) {
          if (call.manager !== 'apt' || !SHARED.test(call.action.text) || call.program.raw !== 'apt' || isForeignManager(run.base, 'apt')) continue;
          const at = inFile(step, call.program.span);
          yield { at, message: ko.unstable, fixes: [{ title: ko.replace, edits: [replace(at, 'apt-get')], safe: true }] };
        }
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM python:3.13-slim
        RUN apt update && apt install -y gcc
            ^^^           ^^^
      `,
      fixed: dockerfile`
        FROM python:3.13-slim
        RUN apt-get update && apt install -y gcc
      `,
    },
    {
      good: dockerfile`
        FROM python:3.13-slim
        RUN apt-get update && apt-get install -y gcc && rm -rf /var/lib/apt/lists/*
      `,
    },
  ],
};

/** What both programs know under one name. */
const SHARED = /^(?:install|update|upgrade|remove|purge|autoremove|clean|autoclean|build-dep)$/;
