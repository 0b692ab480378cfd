import { dockerfile } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { replace } from '../../core/rule.ts';
import type { Instruction } from '../file.ts';
import { flagsOf } from '../knowledge.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  unknown: (flag: string, keyword: string, known: readonly string[]) =>
    known.length > 0
      ? `\`${keyword}\` 명령에는 \`--${flag}\` 플래그가 없습니다. 쓸 수 있는 것은 ${known.map((name) => `\`--${name}\``).join(', ')}입니다.`
      : `\`${keyword}\` 명령에는 플래그가 없습니다. \`--${flag}\` 부분을 지우거나 \`["…"]\` 배열 안에 넣으세요.`,
  elsewhere: (flag: string, keyword: string, others: string) => `\`--${flag}\` 플래그는 \`${keyword}\` 명령이 아니라 ${others} 명령의 것입니다. 이 줄에서는 지우세요.`,
  change: (flag: string) => `\`--${flag}\`로 고치기`,
};

const KEYWORDS = ['ADD', 'COPY', 'FROM', 'HEALTHCHECK', 'RUN'];

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '명령이 아는 플래그만 쓰세요',
    what: '명령 뒤의 `--`로 시작하는 플래그를 도커가 모릅니다.',
    why: '플래그의 이름이 틀리면 도커는 `unknown flag` 오류를 내고 빌드를 시작하지 않습니다. 플래그는 소문자로만 적습니다.',
    how: '철자를 고치거나, 그 명령이 아는 플래그로 바꾸세요.',
  },
  also: ['D118'],
  href: 'https://docs.docker.com/reference/dockerfile/',

  *instruction(instruction) {
    const { keyword, flags } = instruction;
    if (keyword === 'unknown' || isUnread(instruction)) return;
    const known = flagsOf(keyword);
    let told = false;
    for (const { name, span } of flags) {
      const better = nearest(name.text, known);
      // Several that resemble nothing are one mistake: a command that is missing, or its flags in the wrong place.
      if (known.includes(name.text) || name.text === '' || (!better && told)) continue;
      told = true;
      const others = better ? [] : KEYWORDS.filter((other) => flagsOf(other).includes(name.text.toLowerCase()));
      const message = others.length > 0 ? ko.elsewhere(name.text, keyword, others.map((it) => `\`${it}\``).join(', ')) : ko.unknown(name.text, keyword, known);
      yield { at: { start: span.start, end: name.span.end }, message, ...(better && { fixes: [{ title: ko.change(better), edits: [replace(name.span, better)] }] }) };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        COPY --chwon=node:node . .
        #    ^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        COPY --chown=node:node . .
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        RUN --chown=node:node npm ci
        #   ^^^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        COPY --parents --exclude=*.md a/package.json ./
        RUN npm ci --omit=dev
      `,
    },
  ],
};

/** BuildKit does not look at the flags of `HEALTHCHECK NONE`. */
const isUnread = (instruction: Instruction) => instruction.keyword === 'HEALTHCHECK' && instruction.kind?.text.toUpperCase() === 'NONE';
