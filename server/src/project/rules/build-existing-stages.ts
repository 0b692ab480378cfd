import { compose, dockerfile } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import type { StackRule } from '../rule.ts';

const ko = {
  unknown: (target: string, names: readonly string[]) =>
    names.length > 0
      ? `Dockerfile에 \`${target}\`라는 스테이지가 없습니다. ${names.map((name) => `\`${name}\``).join(', ')} 가운데에서 고르세요.`
      : `Dockerfile에 \`${target}\`라는 스테이지가 없습니다. \`FROM … AS ${target}\` 줄을 적거나 \`target\`을 지우세요.`,
  change: (name: string) => `\`${name}\` 스테이지로 바꾸기`,
  stage: '스테이지는 이 파일에 있습니다.',
};

export const rule: StackRule = {
  severity: 'error',
  scope: 'project',
  lesson: {
    title: '`target`에는 Dockerfile에 있는 스테이지를 적으세요',
    what: '컴포즈 파일의 `build.target`이 가리키는 스테이지가 Dockerfile에 없습니다.',
    why: '`docker compose build`가 `target stage could not be found` 오류를 내고 멈춥니다. `docker compose config`는 Dockerfile을 읽지 않으므로 미리 알려 주지 않습니다.',
    how: 'Dockerfile의 `FROM … AS 이름`에 적은 이름을 그대로 적으세요. 대문자와 소문자는 가리지 않습니다.',
  },
  also: ['X103'],
  href: 'https://docs.docker.com/reference/compose-file/build/#target',

  *check(stack) {
    for (const { build, parts } of stack.services) {
      const dockerfile = build?.dockerfile;
      const owner = parts.findLast(({ facts }) => facts.build);
      const target = owner?.facts.build?.target;
      if (!dockerfile || !owner || !target || target.text.includes('$') || dockerfile.facts.stages.length === 0) continue;
      const { stages } = dockerfile.facts;
      const names = stages.map(({ name }) => name).filter((name) => name !== '');
      if (names.some((name) => name.toLowerCase() === target.text.toLowerCase()) || (/^\d+$/.test(target.text) && Number(target.text) < stages.length)) continue;
      const near = nearest(target.text, names) ?? (names.length === 1 ? names[0] : undefined);
      const at = { uri: owner.uri, fact: target };
      const first = stages[0];
      yield {
        at,
        message: ko.unknown(target.text, names),
        fixes: near === undefined ? [] : [{ title: ko.change(near), edits: [{ at, text: near }] }],
        related: first ? [{ at: { uri: dockerfile.uri, fact: first.image }, message: ko.stage }] : [],
      };
    }
  },

  examples: [
    {
      file: 'compose.yaml',
      around: {
        'web/Dockerfile': dockerfile`
          FROM node:24-alpine AS builder
          RUN echo build
          FROM nginx:1.28-alpine AS runner
          COPY --from=builder /app /usr/share/nginx/html
        `,
      },
      bad: compose`
        services:
          web:
            build:
              context: ./web
              target: runer
        #             ^^^^^
      `,
      fixed: compose`
        services:
          web:
            build:
              context: ./web
              target: runner
      `,
    },
    {
      file: 'compose.yaml',
      around: { 'web/Dockerfile': 'FROM node:24-alpine AS Builder\nRUN echo build\n' },
      good: compose`
        services:
          web:
            build:
              context: ./web
              target: builder
      `,
    },
  ],
};
