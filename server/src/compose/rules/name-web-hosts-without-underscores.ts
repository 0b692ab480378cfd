import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { callersIn, serviceNamed } from '../networks.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  underscore: (host: string) =>
    `\`${host}\` 이름에는 밑줄이 있어서 웹 주소로 쓰면 거절하는 프로그램이 많습니다. 서비스 이름을 \`${host.replaceAll('_', '-')}\`처럼 \`-\`로 바꾸세요.`,
  name: '이름을 정한 곳입니다.',
};

export const rule: ComposeRule = {
  severity: 'information',
  lesson: {
    title: '웹 주소로 쓸 서비스 이름에는 밑줄을 쓰지 마세요',
    what: '이름에 밑줄(`_`)이 있는 서비스를 `http://` 주소로 부릅니다.',
    why: '호스트 이름에는 밑줄을 쓸 수 없습니다. 도커는 찾아 주지만 자바의 `URI`, 톰캣, 장고는 이런 주소를 잘못된 이름으로 보고 거절합니다.',
    how: '서비스 이름의 밑줄을 `-`로 바꾸거나, `networks`의 `aliases`로 밑줄 없는 이름을 더하세요.',
  },
  also: ['C804'],
  href: 'https://docs.docker.com/reference/compose-file/services/#aliases',

  *file(model) {
    const told = new Set<string>();
    for (const { service, answer: endpoints } of callersIn(model)) {
      for (const { host, scheme } of endpoints) {
        const other = host.text.includes('_') && /^https?$/.test(scheme ?? '') ? serviceNamed(model, host.text) : undefined;
        if (!other || told.has(host.text)) continue;
        told.add(host.text);
        yield { ...placed(service.start, { at: host.span, message: ko.underscore(host.text) }), related: [{ at: shift(other.key.span, other.start), message: ko.name }] };
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            environment:
              BACKEND_URL: http://shop_api:8080
        #                         ^^^^^^^^
          shop_api:
            build: ./api
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            environment:
              BACKEND_URL: http://shop-api:8080
              CACHE_URL: redis://shop_cache:6379
          shop-api:
            build: ./api
          shop_cache:
            image: redis:8-alpine
      `,
    },
  ],
};
