import { dockerfile } from '../../core/example.ts';
import { type Finding, replace } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { execForm, inShell, lastOf, plainWords } from '../commands.ts';
import type { Instruction } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  one: (text: string) => `\`${text}\` 전체를 프로그램 이름 하나로 읽어 실행하지 못합니다. 낱말마다 따옴표로 나누어 적으세요.`,
  split: '낱말마다 나누기',
  wrap: '`sh -c`로 감싸기',
};

export const rule: DockerfileRule = {
  // Docker accepts the file; what fails is the build or the program.
  severity: 'warning',
  lesson: {
    title: 'exec 형식은 낱말마다 나누어 적으세요',
    what: '`["npm start"]`처럼 명령 전체가 따옴표 하나에 들어 있습니다.',
    why: 'exec 형식의 첫 항목은 실행할 프로그램의 이름입니다. `npm start`라는 이름의 프로그램을 찾다가 `executable file not found`나 `Cannot find module` 오류로 끝납니다.',
    how: '`["npm", "start"]`처럼 띄어쓰기가 있던 자리마다 항목을 나누세요.',
  },
  also: ['D243'],
  href: 'https://docs.docker.com/reference/dockerfile/#exec-form',

  *file(model) {
    for (const stage of model.facts.stages) {
      // What an ENTRYPOINT makes of its arguments is its own matter.
      const hasEntrypoint = lastOf(stage, 'ENTRYPOINT') !== undefined;
      for (const { start, block } of stage.instructions) if (block.exec && (block.keyword !== 'CMD' || !hasEntrypoint)) yield* judge(block, start);
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        CMD ["npm start"]
        #    ^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        CMD ["npm", "start"]
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        ENTRYPOINT ["npm ci && npm start"]
        #           ^^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        ENTRYPOINT ["sh", "-c", "npm ci && npm start"]
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        ENTRYPOINT ["sh", "-c"]
        CMD ["npm start"]
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        RUN ["/opt/My Tools/setup"]
        CMD ["node", "--title=my shop"]
      `,
    },
  ],
};

function* judge({ exec, keyword }: Instruction, start: number): Generator<Finding> {
  const isCommand = keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'RUN' || keyword === 'HEALTHCHECK';
  const first = exec?.elements[0];
  if (!exec || !first || !isCommand) return;
  const text = first.text.trim();
  // A path may have spaces in it; a program's name has none.
  if (!/^(?:[\w.-]+\s+\S|[\w./-]+\s+-)/.test(text)) return;
  const rest = exec.elements.slice(1).map((it) => it.text);
  const words = plainWords(text);
  const whole = rest.length === 0;
  const fixed = words ? execForm([...words, ...rest]) : whole ? inShell(text) : undefined;
  const fixes = fixed === undefined ? [] : [{ title: words ? ko.split : ko.wrap, edits: [replace(shift(exec.span, start), fixed)] }];
  yield { at: shift(first.span, start), message: ko.one(text), fixes };
}
