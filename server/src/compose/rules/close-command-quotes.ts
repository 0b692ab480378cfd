import { compose } from '../../core/example.ts';
import { badFormats } from '../bad-formats.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  'open-quote': (key: string) => `\`${key}\`에서 여기서 연 따옴표나 괄호가 닫히지 않았습니다. 짝을 맞추거나 \`["sh", "-c", "…"]\`처럼 목록으로 적으세요.`,
  parenthesis: (key: string) => `\`${key}\`에는 따옴표 밖의 괄호를 쓸 수 없습니다. 따옴표로 감싸거나 \`["sh", "-c", "…"]\`처럼 목록으로 적으세요.`,
  'trailing-backslash': (key: string) => `\`${key}\` 값이 \`\\\`로 끝납니다. 뒤에 아무것도 없으니 \`\\\`를 지우세요.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '명령의 따옴표와 괄호를 닫으세요',
    what: '`command`나 `entrypoint`에 적은 명령에서 따옴표나 괄호의 짝이 맞지 않습니다.',
    why: '컴포즈는 한 줄로 적은 명령을 스스로 낱말로 나눕니다. 짝이 맞지 않으면 `invalid command line string` 오류를 냅니다. 셸이 아니므로 따옴표 밖의 `(`도 쓸 수 없습니다.',
    how: '따옴표를 닫거나, `["sh", "-c", "echo (hi)"]`처럼 목록으로 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/compose-file/services/#command',

  *misfits(part) {
    for (const { problem, key } of badFormats(part, 'command')) yield { at: problem.span, message: ko[problem.reason](key) };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            command: sh -c "echo hello
        #                  ^^^^^^^^^^^
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            command: echo (hello)
        #                 ^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            command: sh -c "echo (hello)"
      `,
    },
  ],
};
