import { dotenv } from '../../core/example.ts';
import type { DotenvRule } from '../rule.ts';

const ko = {
  curly: (sign: string) => `\`${sign}\` 글자는 따옴표로 치지 않고 값에 그대로 들어갑니다. 키보드의 \`"\` 따옴표로 바꾸세요.`,
  straight: '곧은 따옴표로 바꾸기',
};

export const rule: DotenvRule = {
  severity: 'warning',
  lesson: {
    title: '따옴표는 키보드의 곧은 것으로 적으세요',
    what: '값이 `“ ”`나 `‘ ’`처럼 굽은 따옴표로 감싸여 있습니다.',
    why: '문서나 메신저에서 복사하면 따옴표가 굽은 모양으로 바뀝니다. 컴포즈는 이것을 따옴표로 보지 않으므로 값에 섞여 들어갑니다.',
    how: '`"`나 `\'`로 다시 적으세요.',
  },
  also: [],

  *file({ variables }) {
    for (const { value } of variables) {
      if (value?.quote !== 'none') continue;
      const { raw } = value;
      const [, open = '', inner = ''] = /^([“”‘’„])(.*)[“”‘’]$/.exec(raw.text) ?? [];
      if (open === '') continue;
      const quote = /[‘’]/.test(open) ? "'" : '"';
      const fixes = inner.includes(quote) || (quote === '"' && inner.includes('\\')) ? [] : [{ title: ko.straight, edits: [{ span: raw.span, text: `${quote}${inner}${quote}` }] }];
      yield { at: raw.span, message: ko.curly(open), fixes };
    }
  },

  examples: [
    {
      bad: dotenv`
        TITLE=“shop mall”
              ^^^^^^^^^^^
      `,
      fixed: dotenv`
        TITLE="shop mall"
      `,
    },
    {
      good: dotenv`
        TITLE="“쇼핑몰”에 오신 것을 환영합니다"
        NAME=it’s
      `,
    },
  ],
};
