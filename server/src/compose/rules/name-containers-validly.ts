import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { kindOf } from '../scalars.ts';
import { scalarAt } from '../services.ts';
import { hasVariable } from '../walk.ts';

const ko = {
  name: (name: string) => `\`${name}\` 값은 컨테이너 이름으로 쓸 수 없습니다. 영문자나 숫자로 시작하고 영문자, 숫자, \`_\`, \`.\`, \`-\`만 써서 두 글자 이상으로 지으세요.`,
  change: (name: string) => `\`${name}\` 이름으로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '컨테이너 이름은 영문자와 숫자로 지으세요',
    what: '`container_name`에 쓸 수 없는 글자가 있습니다.',
    why: '컨테이너 이름은 영문자나 숫자로 시작해야 하고 띄어쓰기나 한글을 쓸 수 없습니다. 컴포즈가 `does not match pattern` 오류를 내거나, 컨테이너를 만들 때 도커가 `Invalid container name` 오류를 냅니다.',
    how: '`shop-db`처럼 영문자, 숫자, `_`, `.`, `-`로만 지으세요.',
  },
  also: ['C109'],
  href: 'https://docs.docker.com/reference/compose-file/services/#container_name',

  *service({ node }) {
    const name = scalarAt(node, 'container_name');
    if (!name || kindOf(name) !== 'string' || hasVariable(name)) return;
    const text = textOf(name);
    // The engine drops a leading slash.
    if (/^\/?[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(text)) return;
    const better = text
      .trim()
      .replace(/[^a-zA-Z0-9_.-]+/g, '-')
      .replace(/^[^a-zA-Z0-9]+|-+$/g, '');
    const fixes = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(better) ? [{ title: ko.change(better), edits: [replace(name.raw.span, better)] }] : [];
    yield { at: name.raw.span, message: ko.name(text), fixes };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            container_name: my shop
        #                   ^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            container_name: my-shop
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            container_name: 쇼핑몰
        #                   ^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            container_name: shop_web.1
      `,
    },
  ],
};
