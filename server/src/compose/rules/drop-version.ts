import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  obsolete: '`version`은 이제 쓰이지 않습니다. 이 줄을 지우세요.',
  remove: '`version` 줄 지우기',
};

export const rule: ComposeRule = {
  severity: 'hint',
  lesson: {
    title: '`version` 줄을 지우세요',
    what: '파일 맨 위에 `version`이 적혀 있습니다.',
    why: '지금의 컴포즈는 이 값을 읽지 않고 `the attribute version is obsolete` 경고만 보여 줍니다. 오래된 글에서 옮겨 온 것이 대부분입니다.',
    how: '줄을 지우면 됩니다. 다른 것은 달라지지 않습니다.',
  },
  also: ['C113', 'dclint:no-version-field'],
  href: 'https://docs.docker.com/reference/compose-file/version-and-name/',

  *part({ section, key, value, block }) {
    if (section !== undefined || textOf(key) !== 'version' || (value && value.kind !== 'scalar')) return;
    const end = (value ?? key).span.end;
    const newline = block.text.indexOf('\n', end);
    const isAlone = /^[ \t]*(?:\r?\n|$)/.test(block.text.slice(value ? end : end + 1));
    const lineStart = block.text.lastIndexOf('\n', key.span.start - 1) + 1;
    const fixes =
      isAlone && lineStart === key.span.start
        ? [{ title: ko.remove, edits: [{ span: { start: lineStart, end: newline < 0 ? block.text.length : newline + 1 }, text: '' }], safe: true as const }]
        : [];
    yield { at: key.span, message: ko.obsolete, tag: 'unnecessary', fixes };
  },

  examples: [
    {
      bad: compose`
        version: "3.8"
        ^^^^^^^
        services:
          web:
            image: nginx:1.28-alpine
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
      `,
    },
    {
      good: compose`
        name: shop
        services:
          web:
            image: nginx:1.28-alpine
      `,
    },
  ],
};
