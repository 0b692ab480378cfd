import { compose } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { replace } from '../../core/rule.ts';
import { badFormats } from '../bad-formats.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  word: (key: string, value: string) => `\`${key}\`에는 \`true\`나 \`false\`를 적어야 합니다. \`${value}\` 값은 쓸 수 없습니다.`,
  empty: (key: string) => `\`${key}\` 값이 비어 있습니다. \`true\`나 \`false\`를 적으세요.`,
  change: (value: string) => `\`${value}\` 값으로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '참·거짓 자리에는 `true`나 `false`를 적으세요',
    what: '참·거짓을 받는 키에 다른 값이 적혀 있습니다.',
    why: '컴포즈는 `invalid boolean` 오류를 내고 파일을 거절합니다. 따옴표로 감싼 `1`이나 `0`도 쓸 수 없습니다.',
    how: '켜려면 `true`, 끄려면 `false`를 따옴표 없이 적으세요.',
  },
  also: ['C105'],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *misfits(part) {
    for (const { node, problem, key, text } of badFormats(part, 'boolean')) {
      const better = meantBy(text);
      yield {
        at: problem.span,
        message: text === '' ? ko.empty(key) : ko.word(key, text),
        ...(better && { fixes: [{ title: ko.change(better), edits: [replace(node.span, better)] }] }),
      };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            tty: "1"
        #         ^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            tty: true
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            read_only: 아니요
        #              ^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            read_only: false
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            tty: true
            read_only: \${READ_ONLY:-false}
      `,
    },
  ],
};

function meantBy(text: string): string | undefined {
  if (/^(?:1|예|네|참|enabled?)$/i.test(text.trim())) return 'true';
  if (/^(?:0|아니[요오]|거짓|disabled?)$/i.test(text.trim())) return 'false';
  return nearest(text, ['true', 'false']);
}
