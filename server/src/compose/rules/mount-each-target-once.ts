import { compose } from '../../core/example.ts';
import type { Word } from '../../core/text.ts';
import type { ComposeRule } from '../rule.ts';
import { mountsOf } from '../services.ts';

const ko = {
  again: (target: string) => `\`${target}\` 자리에 두 가지를 마운트했습니다. 나중 것만 남으니 하나를 지우거나 경로를 바꾸세요.`,
  first: '여기에 먼저 마운트한 것은 쓰이지 않습니다.',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '컨테이너의 한 경로에는 하나만 마운트하세요',
    what: '한 서비스의 `volumes`에 컨테이너 쪽 경로가 같은 항목이 둘 있습니다.',
    why: '컴포즈는 경로가 같은 항목을 하나로 합치면서 나중 것만 남깁니다. 오류가 없어서 앞의 폴더나 볼륨이 왜 비어 있는지 알기 어렵습니다.',
    how: '필요 없는 쪽을 지우거나, 컨테이너 쪽 경로를 서로 다르게 적으세요.',
  },
  also: ['C403'],
  href: 'https://docs.docker.com/reference/compose-file/services/#volumes',

  *service(service) {
    const seen = new Map<string, { readonly target: Word; readonly source: string }>();
    for (const { target, source } of mountsOf(service)) {
      if (!target || target.text.includes('$')) continue;
      const place = target.text.replace(/(?<=.)\/+$/, '');
      const before = seen.get(place);
      if (before && before.source !== (source?.text ?? '')) yield { at: target.span, message: ko.again(target.text), related: [{ at: before.target.span, message: ko.first }] };
      else seen.set(place, { target, source: source?.text ?? '' });
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/usr/share/nginx/html
              - ./dist:/usr/share/nginx/html
        #              ^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/usr/share/nginx/html
              - ./conf:/etc/nginx/conf.d
      `,
    },
  ],
};
