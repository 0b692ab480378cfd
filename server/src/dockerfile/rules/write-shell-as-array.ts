import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { brokenArray, mended } from '../exec-form.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  text: '`SHELL`은 배열로만 적을 수 있습니다. `SHELL ["/bin/bash", "-c"]`처럼 큰따옴표와 쉼표로 적으세요.',
  change: '올바른 배열로 고치기',
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '`SHELL`은 JSON 배열로 적으세요',
    what: '`SHELL` 뒤의 내용이 JSON 배열이 아닙니다.',
    why: '셸 자체를 정하는 명령이라 셸이 읽는 형식으로는 적을 수 없습니다. 도커는 배열이 아니면 빌드를 시작하지 않습니다.',
    how: '`SHELL ["/bin/bash", "-o", "pipefail", "-c"]`처럼 단어마다 큰따옴표로 감싸세요.',
  },
  also: ['D131'],
  href: 'https://docs.docker.com/reference/dockerfile/#shell',

  *instruction(instruction) {
    const { keyword, args, exec } = instruction;
    const [first] = args;
    const last = args.at(-1);
    const broken = brokenArray(instruction);
    if (keyword !== 'SHELL' || !first || !last || exec || broken?.kind === 'not-strings') return;
    const at = { start: first.span.start, end: last.span.end };
    const better = broken ? mended(broken) : args.every(({ text }) => /^[\w./-]+$/.test(text)) ? `[${args.map(({ text }) => `"${text}"`).join(', ')}]` : undefined;
    yield { at, message: ko.text, ...(better && { fixes: [{ title: ko.change, edits: [replace(at, better)] }] }) };
  },

  examples: [
    {
      bad: dockerfile`
        FROM debian:13-slim
        SHELL /bin/bash -c
        #     ^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM debian:13-slim
        SHELL ["/bin/bash", "-c"]
      `,
    },
    {
      bad: dockerfile`
        FROM debian:13-slim
        SHELL ['/bin/bash', '-c']
        #     ^^^^^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM debian:13-slim
        SHELL ["/bin/bash", "-c"]
      `,
    },
    {
      good: dockerfile`
        FROM debian:13-slim
        SHELL ["/bin/bash", "-o", "pipefail", "-c"]
      `,
    },
  ],
};
