import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  name: (name: string) => `\`${name}\` 이름은 쓸 수 없습니다. 영문자, 숫자, \`.\`, \`_\`, \`-\`만으로 이름을 지으세요.`,
  ulimit: (name: string) => `\`${name}\` 이름은 쓸 수 없습니다. \`nofile\`처럼 영어 소문자로만 적으세요.`,
  empty: '이름이 비어 있습니다. 콜론 앞에 이름을 적으세요.',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '이름은 영문자, 숫자, `.`, `_`, `-`로 지으세요',
    what: '서비스, 네트워크, 볼륨 같은 것의 이름에 쓸 수 없는 글자가 있습니다.',
    why: '컴포즈는 띄어쓰기나 한글이 들어간 이름을 받지 않고 `additional properties ... not allowed` 오류를 냅니다.',
    how: '`my app`은 `my-app`, `웹`은 `web`처럼 영문자와 숫자, `.`, `_`, `-`만 남기세요. 그 이름을 쓰는 다른 자리도 함께 바꾸세요.',
  },
  also: ['C108', 'dclint:invalid-schema'],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'bad-name') continue;
      const { key } = misfit.entry;
      const name = textOf(key);
      yield { at: key.span, message: name === '' ? ko.empty : misfit.path.includes('ulimits') ? ko.ulimit(name) : ko.name(name) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          my app:
        # ^^^^^^
            image: nginx:1.28-alpine
      `,
    },
    {
      bad: compose`
        services:
          웹:
        # ^
            image: nginx:1.28-alpine
      `,
    },
    {
      good: compose`
        services:
          My_App.v2-web:
            image: nginx:1.28-alpine
      `,
    },
  ],
};
