import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  old: '`MAINTAINER`는 더 쓰지 않는 명령입니다. `LABEL org.opencontainers.image.authors="이름"`으로 바꾸세요.',
  change: '`LABEL`로 바꾸기',
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '만든 사람은 `LABEL`로 적으세요',
    what: '`MAINTAINER` 명령으로 만든 사람을 적었습니다.',
    why: '`MAINTAINER`는 오래전에 폐기된 명령입니다. `LABEL`로 적으면 다른 정보와 함께 `docker image inspect`에서 볼 수 있습니다.',
    how: '`LABEL org.opencontainers.image.authors="shop@example.com"`처럼 적으세요.',
  },
  also: ['D128', 'MaintainerDeprecated', 'DL4000'],
  href: 'https://docs.docker.com/reference/build-checks/maintainer-deprecated/',

  *instruction({ keyword, name, args }) {
    const [first] = args;
    const last = args.at(-1);
    if (keyword !== 'MAINTAINER' || !first || !last) return;
    const all = args.map(({ text }) => text).join(' ');
    const text = /^"[^"]*"$/.test(all) ? all.slice(1, -1) : all;
    const label = /[\\$`]/.test(text) ? undefined : `LABEL org.opencontainers.image.authors="${text.replace(/"/g, '\\"')}"`;
    const whole = { start: name.span.start, end: last.span.end };
    yield { at: name.span, message: ko.old, tag: 'deprecated', ...(label && { fixes: [{ title: ko.change, edits: [replace(whole, label)], safe: true }] }) };
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        MAINTAINER Kim <kim@example.com>
        ^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        LABEL org.opencontainers.image.authors="Kim <kim@example.com>"
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        LABEL org.opencontainers.image.authors="Kim <kim@example.com>"
      `,
    },
  ],
};
