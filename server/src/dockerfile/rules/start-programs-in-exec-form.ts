import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { type Span, shift } from '../../core/text.ts';
import { brokenArray } from '../exec-form.ts';
import type { Instruction } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  shell: (keyword: string) => `\`${keyword}\` 명령을 셸이 대신 실행해 멈추라는 신호가 프로그램에 닿지 않습니다. \`["npm", "start"]\` 같은 배열로 적으세요.`,
  change: '배열로 고치기',
};

export const rule: DockerfileRule = {
  severity: 'information',
  lesson: {
    title: '`CMD`와 `ENTRYPOINT`는 배열로 적으세요',
    what: '`CMD`나 `ENTRYPOINT`가 배열이 아니라 셸 명령으로 적혀 있습니다.',
    why: '셸 명령으로 적으면 `/bin/sh -c`가 먼저 실행되고 프로그램은 그 아래에서 돕니다. `docker stop`의 신호를 셸이 받아 버려, 프로그램은 10초 뒤에 강제로 꺼집니다.',
    how: '`CMD ["npm", "start"]`처럼 단어를 나누어 적으세요. 변수나 `&&`가 꼭 필요하면 `["sh", "-c", "…"]`로 적으세요.',
  },
  also: ['D221', 'JSONArgsRecommended', 'DL3025'],
  href: 'https://docs.docker.com/reference/build-checks/json-args-recommended/',

  *file({ facts }) {
    const withShell = new Set<string>();
    for (const { name, image, instructions } of facts.stages) {
      // Somebody who has chosen a shell means it; a stage inherits the choice.
      let hasShell = image !== undefined && withShell.has(image.text.toLowerCase());
      for (const { start, block } of instructions) {
        if (block.keyword === 'SHELL') hasShell = true;
        const at = hasShell ? undefined : shellFormOf(block);
        const better = at && arrayOf(block);
        if (at) yield { at: shift(at, start), message: ko.shell(block.keyword), ...(better && { fixes: [{ title: ko.change, edits: [replace(shift(at, start), better)] }] }) };
      }
      if (hasShell && name) withShell.add(name.text.toLowerCase());
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        CMD npm start
        #   ^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        CMD ["npm", "start"]
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        CMD npm run migrate && npm start
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine AS base
        SHELL ["/bin/bash", "-c"]
        FROM base
        CMD npm start
      `,
    },
  ],
};

function shellFormOf(block: Instruction): Span | undefined {
  const [first] = block.args;
  const last = block.args.at(-1);
  const starts = block.keyword === 'CMD' || block.keyword === 'ENTRYPOINT';
  return starts && first && last && !block.exec && !brokenArray(block) ? { start: first.span.start, end: last.span.end } : undefined;
}

/** The same words as an array, where no shell is needed to read them. */
function arrayOf({ args }: Instruction): string | undefined {
  if (args.some(({ text, span }) => !/^[\w@%+=:,./-]+$/.test(text) || text.length !== span.end - span.start) || /=|^(?:exec|cd|export|source|\.)$/.test(args[0]?.text ?? ''))
    return undefined;
  return `[${args.map(({ text }) => JSON.stringify(text)).join(', ')}]`;
}
