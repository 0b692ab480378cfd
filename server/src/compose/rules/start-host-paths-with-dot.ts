import { compose } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import type { ComposeRule } from '../rule.ts';
import { mountsOf } from '../services.ts';
import { weight } from '../undefined-names.ts';

const ko = {
  path: (source: string) => `\`${source}\` 부분이 볼륨 이름으로 읽힙니다. 내 컴퓨터의 폴더라면 \`./${source}\`처럼 \`./\`로 시작하세요.`,
  change: (source: string) => `\`./${source}\` 경로로 바꾸기`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '내 컴퓨터의 경로는 `./`로 시작하세요',
    what: '마운트의 왼쪽이 경로처럼 보이지만 `./`나 `/`로 시작하지 않습니다.',
    why: '컴포즈는 `.`, `/`, `~`로 시작하지 않는 것을 모두 볼륨 이름으로 읽습니다. 그래서 `refers to undefined volume` 오류가 납니다.',
    how: '`./html/site:/app`처럼 앞에 `./`를 붙이세요.',
  },
  also: ['C209'],
  href: 'https://docs.docker.com/reference/compose-file/services/#volumes',

  *service(service) {
    for (const { type, source, short } of mountsOf(service)) {
      if (!short || type !== 'volume' || !source || !/[/\\]/.test(source.text) || source.text.includes('$')) continue;
      yield { at: source.span, message: ko.path(source.text), fixes: [{ title: ko.change(source.text), edits: [insert(source.span.start, './')] }], ...weight(service) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - html/site:/usr/share/nginx/html
        #       ^^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html/site:/usr/share/nginx/html
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html/site:/usr/share/nginx/html
              - ~/logs:/var/log/nginx
      `,
    },
  ],
};
