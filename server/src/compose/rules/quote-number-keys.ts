import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  number: (key: string) => `\`${key}\` 키는 글자가 아니라 다른 값으로 읽힙니다. \`"${key}"\`처럼 따옴표로 감싸세요.`,
  empty: '키가 비어 있습니다. 콜론 앞에 이름을 적으세요.',
  quote: '따옴표로 감싸기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '수나 `true`로 된 키는 따옴표로 감싸세요',
    what: '키 자리에 수나 `true`, `null`처럼 글자로 읽히지 않는 값이 있습니다.',
    why: 'YAML은 `123`을 수로, `true`를 참으로 읽습니다. 컴포즈의 키는 글자여야 하므로 `non-string key` 오류를 내고 파일을 거절합니다.',
    how: '`"123":`처럼 따옴표로 감싸세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/compose-file/',

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'unquoted-key') continue;
      const { raw, span } = misfit.entry.key;
      if (raw.text === '') yield { at: span, message: ko.empty };
      else yield { at: span, message: ko.number(raw.text), fixes: [{ title: ko.quote, edits: [replace(span, `"${raw.text}"`)], safe: true }] };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
          404:
        # ^^^
            image: httpd:2.4
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
          "404":
            image: httpd:2.4
      `,
    },
    {
      good: compose`
        services:
          "404":
            image: httpd:2.4
          web2:
            image: nginx:1.28-alpine
      `,
    },
  ],
};
