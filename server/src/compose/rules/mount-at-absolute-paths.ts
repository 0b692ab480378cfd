import { compose } from '../../core/example.ts';
import { insert, replace } from '../../core/rule.ts';
import type { ComposeRule } from '../rule.ts';
import { mountsOf } from '../services.ts';

const ko = {
  relative: (target: string) => `컨테이너 쪽 경로 \`${target}\`는 \`/\`로 시작해야 합니다. \`/${target}\`처럼 적으세요.`,
  option: (mode: string) => `\`${mode}\`는 마운트 옵션이 아니라서 무시됩니다. 읽기 전용은 \`ro\`로 적으세요.`,
  slash: '앞에 `/` 붙이기',
  ro: '`ro`로 바꾸기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '컨테이너 쪽 경로는 `/`로 시작하세요',
    what: '마운트의 오른쪽 경로가 `/`로 시작하지 않거나, 모르는 옵션이 붙어 있습니다.',
    why: '`docker compose config`는 통과하지만 컨테이너를 만들 때 `invalid mount path ... must be absolute` 오류가 납니다. 모르는 옵션은 말없이 무시됩니다.',
    how: '`./html:/app`처럼 오른쪽을 절대 경로로 적으세요.',
  },
  also: ['C401', 'C402'],
  href: 'https://docs.docker.com/reference/compose-file/services/#volumes',

  *service(service) {
    for (const { node, short, target } of mountsOf(service)) {
      if (!short?.source || !target || target.text === '' || (node.kind === 'scalar' && node.raw.text.includes('\\'))) continue;
      if (/^[A-Za-z0-9_.]/.test(target.text) && !/^[A-Za-z]:|\\/.test(target.text)) {
        const plain = target.text.replace(/^\.?\/?/, '');
        if (!/^\.\./.test(target.text))
          yield { at: target.span, message: ko.relative(target.text), fixes: plain === target.text ? [{ title: ko.slash, edits: [insert(target.span.start, '/')] }] : [] };
      }
      for (const mode of short.mode) {
        if (/^read[-_]?only$/i.test(mode.text)) yield { at: mode.span, message: ko.option(mode.text), fixes: [{ title: ko.ro, edits: [replace(mode.span, 'ro')] }] };
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:app
        #              ^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/app
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/app:readonly
        #                   ^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/app:ro
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/app:ro
              - ./win:C:\\data
      `,
    },
  ],
};
