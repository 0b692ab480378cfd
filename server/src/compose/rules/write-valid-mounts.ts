import { compose } from '../../core/example.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  empty: '마운트가 비어 있습니다. `./html:/usr/share/nginx/html`처럼 적으세요.',
  'empty-section': '콜론의 앞이나 뒤가 비어 있습니다. `내 컴퓨터의 경로:컨테이너의 경로` 형식으로 둘 다 적으세요.',
  'too-many-colons': '콜론이 너무 많습니다. `원본:대상:옵션`까지만 적고, 옵션이 여럿이면 `ro,z`처럼 쉼표로 이으세요.',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '마운트는 `원본:대상`으로 적으세요',
    what: '`volumes`의 짧은 문법에서 콜론 앞뒤가 비었거나 콜론이 너무 많습니다.',
    why: '컴포즈는 `empty section between colons`나 `too many colons` 오류를 내고 파일을 거절합니다.',
    how: '`db-data:/var/lib/mysql`이나 `./html:/usr/share/nginx/html:ro`처럼 적으세요. 윈도우 경로가 복잡하면 긴 문법을 쓰세요.',
  },
  also: ['C105'],
  href: 'https://docs.docker.com/reference/compose-file/services/#volumes',

  *part(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'bad-format') continue;
      const { format, problem } = misfit;
      if (!['mount'].includes(format)) continue;
      yield { at: problem.span, message: ko[problem.reason as keyof typeof ko] };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - :/usr/share/nginx/html
        #       ^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/usr/share/nginx/html:ro:z
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/usr/share/nginx/html:ro,z
              - /var/cache/nginx
      `,
    },
  ],
};
