import { dockerfile } from '../../core/example.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import type { DockerfileRule } from '../rule.ts';
import { type Stray, straysIn } from '../stray.ts';

const ko = {
  comment: (mark: string) => `\`${mark}\` 표시는 도커파일의 주석이 아닙니다. 주석은 줄 맨 앞에 \`#\`을 적으세요.`,
  change: '`#` 주석으로 바꾸기',
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '주석은 `#`으로 시작하세요',
    what: '자바나 HTML에서 쓰는 주석 표시로 시작하는 줄이 있습니다.',
    why: '도커파일이 아는 주석은 `#`뿐입니다. `//`로 시작하는 줄은 모르는 명령으로 읽혀 빌드를 시작하지 않습니다.',
    how: '설명하는 줄마다 맨 앞에 `#`을 적으세요. 여러 줄을 한 번에 묶는 주석은 없습니다.',
  },
  also: ['D103'],
  href: 'https://docs.docker.com/reference/dockerfile/#format',

  *file({ file }) {
    for (const stray of straysIn(file)) {
      if (stray.kind !== 'comment') continue;
      const mark = /^(?:\/\/+|\/\*+|\*\/|<!--)/.exec(stray.instruction.name.text)?.[0] ?? '';
      const { start } = shift(stray.instruction.name.span, stray.start);
      yield { at: { start, end: start + mark.length }, message: ko.comment(mark), fixes: fixesOf(stray, mark) };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        // dependencies first
        ^^
        COPY package.json ./
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        # dependencies first
        COPY package.json ./
      `,
    },
    {
      bad: dockerfile`
        /* shop */
        ^^
        FROM node:24-alpine
      `,
      fixed: dockerfile`
        # shop
        FROM node:24-alpine
      `,
    },
    {
      good: dockerfile`
        # dependencies first
        FROM node:24-alpine
        ADD https://example.com/a.tar.gz /tmp/
      `,
    },
  ],
};

/** Only a comment of one line can be turned as a whole. */
function fixesOf({ start, block, instruction }: Stray, mark: string): Fix[] {
  const line = /[^\r\n]*/.exec(block.text.slice(instruction.name.span.start))?.[0] ?? '';
  const inner = mark.startsWith('//') ? line.slice(mark.length) : /^(?:\/\*+|<!--)(.*?)(?:\*+\/|-->)\s*$/.exec(line)?.[1];
  if (inner === undefined || block.text.trim() !== line.trim()) return [];
  const from = start + instruction.name.span.start;
  return [{ title: ko.change, edits: [replace({ start: from, end: from + line.length }, `# ${inner.trim()}`.trimEnd())] }];
}
