import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { ComposeRule } from '../rule.ts';
import { mountsOf } from '../services.ts';

const ko = {
  literal: (text: string) => `컴포즈는 명령을 실행하지 않아서 \`${text}\` 부분이 글자 그대로 들어갑니다. 폴더라면 \`.\`이나 \`./폴더\`로 적으세요.`,
  change: '`.`으로 바꾸기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '명령 치환 대신 값을 적으세요',
    what: '마운트나 경로에 `$(pwd)` 같은 셸의 명령 치환이 있습니다.',
    why: '명령 치환은 셸이 하는 일입니다. 컴포즈는 `$(…)`를 그대로 두므로 그런 이름의 폴더를 찾습니다.',
    how: '컴포즈 파일이 있는 폴더는 `.`으로, 그 아래 폴더는 `./src`처럼 적으세요.',
  },
  also: ['C509'],
  href: 'https://docs.docker.com/reference/compose-file/interpolation/',

  *service(service) {
    for (const { source } of mountsOf(service)) {
      const match = source && /^(?:\$\([^)]*\)|`[^`]*`)/.exec(source.text);
      if (!source || !match) continue;
      const at = { start: source.span.start, end: source.span.start + match[0].length };
      yield { at, message: ko.literal(match[0]), ...(/pwd/i.test(match[0]) && { fixes: [{ title: ko.change, edits: [replace(at, '.')] }] }) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - $(pwd)/html:/usr/share/nginx/html
        #       ^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/usr/share/nginx/html
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - \${PWD}/html:/usr/share/nginx/html
      `,
    },
  ],
};
