import { dockerfile } from '../../core/example.ts';
import { type Finding, replace } from '../../core/rule.ts';
import { type BrokenArray, brokenArray, mended } from '../exec-form.ts';
import type { DockerfileRule } from '../rule.ts';
import { trailingComment } from '../trailing.ts';

const ko = {
  'not-strings': '배열 안에는 큰따옴표로 감싼 문자열만 적을 수 있습니다. 숫자나 안쪽 배열도 `"8080"`처럼 따옴표로 감싸세요.',
  'single-quotes': '배열은 큰따옴표로 적어야 합니다. 작은따옴표로 적으면 도커가 배열이 아니라 셸 명령으로 읽습니다.',
  'smart-quotes': '모양이 굽은 따옴표는 따옴표로 읽히지 않습니다. 자판의 큰따옴표로 다시 적으세요.',
  comma: '배열의 쉼표가 빠졌거나 남습니다. `["npm", "start"]`처럼 문자열 사이에만 쉼표를 적으세요.',
  bracket: '배열을 닫는 `]`가 없습니다. 줄 끝에 `]`를 적으세요.',
  behind: '배열 뒤에 다른 내용이 있습니다. 그러면 전체를 셸 명령으로 읽으니 `]`에서 끝내세요.',
  other: '배열의 모양이 맞지 않아 셸 명령으로 읽힙니다. `["npm", "start"]`처럼 적으세요.',
  change: '올바른 배열로 고치기',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '배열로 적을 때는 JSON의 모양을 지키세요',
    what: '`[`로 시작하지만 JSON 배열이 아닌 내용이 있습니다.',
    why: '도커는 올바른 JSON 배열만 exec 형식으로 읽습니다. 아니면 전체를 셸 명령으로 보고, `[npm,: not found` 같은 알기 어려운 오류가 나중에 납니다.',
    how: '`["npm", "start"]`처럼 큰따옴표로 감싸고 쉼표로 나누세요. 마지막 문자열 뒤에는 쉼표를 적지 않습니다.',
  },
  also: ['D105', 'D106'],
  href: 'https://docs.docker.com/reference/dockerfile/#shell-and-exec-form',

  *instruction(instruction) {
    // SHELL without an array is refused, which has a rule of its own.
    const own = instruction.keyword === 'ONBUILD' && instruction.trigger ? instruction.trigger : instruction;
    const broken = brokenArray(own);
    if (broken && (own.keyword !== 'SHELL' || broken.kind === 'not-strings') && !trailingComment(own)) yield findingOf(broken);
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        CMD ['npm', 'start']
        #   ^^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        CMD ["npm", "start"]
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        CMD ["npm" "start"]
        #   ^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        CMD ["npm", "start"]
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        CMD ["serve", 8080]
        #   ^^^^^^^^^^^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        RUN [ "$NODE_ENV" = "production" ] && npm prune || true
        CMD ["npm", "start"]
      `,
    },
  ],
};

function findingOf(broken: BrokenArray): Finding {
  const better = mended(broken);
  return {
    at: broken.span,
    message: ko[broken.kind],
    ...(broken.kind === 'not-strings' && { severity: 'error' }),
    ...(better && { fixes: [{ title: ko.change, edits: [replace(broken.span, better)] }] }),
  };
}
