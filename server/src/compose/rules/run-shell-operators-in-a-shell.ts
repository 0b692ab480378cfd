import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { textOf } from '../facts.ts';
import { wordsOf } from '../grammar/words.ts';
import type { ComposeRule } from '../rule.ts';
import { scalarAt } from '../services.ts';

const ko = {
  lost: (lost: string) => `셸 없이 실행되므로 \`${lost}\` 뒤는 버려집니다. \`sh -c "…"\`로 감싸세요.`,
  wrap: '`sh -c`로 감싸기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '`&&`와 `|`는 셸에서 실행하세요',
    what: '`command`나 `entrypoint`에 `&&`, `|`, `;`, `>` 같은 셸 기호가 있습니다.',
    why: '컴포즈는 한 줄 명령을 셸 없이 낱말로만 나눕니다. 따옴표 밖의 셸 기호를 만나면 그 뒤를 말없이 버립니다. `npm install && npm start`는 `npm install`만 실행하고 끝납니다.',
    how: '`sh -c "npm install && npm start"`처럼 셸에 통째로 넘기세요.',
  },
  also: ['C127'],
  href: 'https://docs.docker.com/reference/compose-file/services/#command',

  *service({ node }) {
    for (const key of ['command', 'entrypoint'] as const) {
      const scalar = scalarAt(node, key);
      if (!scalar || scalar.style === 'block') continue;
      const found = wordsOf(textOf(scalar));
      if (!found || found.lost === '') continue;
      const operator = /^[;&|<>]+/.exec(found.lost)?.[0] ?? '';
      // What is lost stands at the end of the text, as it is written.
      const start = scalar.raw.text.endsWith(found.lost) ? scalar.raw.span.end - found.lost.length : scalar.raw.span.start;
      const at = { start, end: start + (start === scalar.raw.span.start ? scalar.raw.text.length : operator.length) };
      const isPlain = scalar.style === 'plain' && !/["\\]/.test(scalar.raw.text) && !/: | #/.test(scalar.raw.text) && key === 'command';
      yield { at, message: ko.lost(operator), ...(isPlain && { fixes: [{ title: ko.wrap, edits: [replace(scalar.span, `sh -c "${scalar.raw.text}"`)] }] }) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: node:22-alpine
            command: npm install && npm start
        #                        ^^
      `,
      fixed: compose`
        services:
          web:
            image: node:22-alpine
            command: sh -c "npm install && npm start"
      `,
    },
    {
      good: compose`
        services:
          web:
            image: node:22-alpine
            command: sh -c "npm install && npm start"
            entrypoint: ["sh", "-c", "a | b"]
      `,
    },
  ],
};
