import { dockerfile } from '../../core/example.ts';
import { type Finding, replace } from '../../core/rule.ts';
import type { Instruction } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';
import { scriptIn } from '../shell/read.ts';
import { type Command, programOf } from '../shell/script.ts';

const ko = {
  everybody: (mode: string) => `\`${mode}\` 권한은 누구나 이 파일을 고칠 수 있게 합니다. 실행만 하면 \`755\`로 충분하고, 앱이 써야 하면 \`chown\`으로 주인을 바꾸세요.`,
  narrow: '`755`로 바꾸기',
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '파일 권한은 필요한 만큼만 주세요',
    what: '`chmod 777`로 모든 사용자에게 읽기, 쓰기, 실행을 허용합니다.',
    why: '침입자나 버그가 있는 프로그램이 실행 파일을 바꿔치기할 수 있습니다. 권한 오류의 원인은 대부분 주인이 다른 것이라, 권한을 여는 것으로는 가려질 뿐입니다.',
    how: '실행할 스크립트는 `chmod 755`나 `chmod +x`, 앱이 쓸 폴더는 `COPY --chown=node:node`나 `chown`으로 주인을 맞추세요.',
  },
  also: ['D267'],
  href: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',

  *instruction(instruction, block, escape) {
    yield* ofFlags(instruction);
    if (instruction.keyword !== 'RUN') return;
    for (const command of scriptIn(block, escape).commands) {
      const mode = programOf(command) === 'chmod' ? command.words.find(({ text }) => EVERYBODY.test(text)) : undefined;
      if (!mode?.known) continue;
      const fixes = isOneScript(command) ? [{ title: ko.narrow, edits: [replace(mode.span, '755')] }] : [];
      yield { at: mode.span, message: ko.everybody(mode.text), fixes };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM python:3.13-slim
        COPY entrypoint.sh /entrypoint.sh
        RUN chmod 777 /entrypoint.sh
                  ^^^
      `,
      fixed: dockerfile`
        FROM python:3.13-slim
        COPY entrypoint.sh /entrypoint.sh
        RUN chmod 755 /entrypoint.sh
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        RUN mkdir /data && chmod -R 777 /data
                                    ^^^
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        COPY --chmod=755 entrypoint.sh /entrypoint.sh
        RUN mkdir /data && chown node:node /data
      `,
    },
  ],
};

const EVERYBODY = /^(?:0?777|a\+rwx|ugo\+rwx|a=rwx)$/;

function* ofFlags({ keyword, flags }: Instruction): Generator<Finding> {
  if (keyword !== 'COPY' && keyword !== 'ADD') return;
  for (const { name, value } of flags)
    if (name.text === 'chmod' && value && EVERYBODY.test(value.text))
      yield { at: value.span, message: ko.everybody(value.text), fixes: [{ title: ko.narrow, edits: [replace(value.span, '755')] }] };
}

const isOneScript = ({ words }: Command) => words.length === 3 && /\.sh$/.test(words[2]?.text ?? '');
