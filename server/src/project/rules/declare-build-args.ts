import { compose, dockerfile } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { predefinedTopic } from '../../dockerfile/knowledge.ts';
import type { StackRule } from '../rule.ts';

const ko = {
  undeclared: (name: string) => `Dockerfile에 \`ARG ${name}\` 줄이 없어 이 값은 빌드에 쓰이지 않습니다. Dockerfile에 \`ARG ${name}\` 줄을 적으세요.`,
  change: (name: string) => `\`${name}\` 이름으로 바꾸기`,
  dockerfile: '이 Dockerfile이 선언한 인수에는 없는 이름입니다.',
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '`build.args`로 넘길 인수는 Dockerfile에 `ARG`로 선언하세요',
    what: '컴포즈 파일이 넘기는 빌드 인수를 Dockerfile이 선언하지 않았습니다.',
    why: '선언하지 않은 인수는 조용히 버려집니다. 빌드는 성공하지만 값이 들어가지 않아, 기본값이나 빈 값으로 만든 이미지가 나옵니다.',
    how: '값을 쓰는 스테이지의 `FROM` 뒤에 `ARG 이름` 줄을 적으세요. 이름을 잘못 적었다면 고치세요.',
  },
  also: ['X104'],
  href: 'https://docs.docker.com/reference/compose-file/build/#args',

  *check(stack) {
    for (const { build, parts } of stack.services) {
      const file = build?.dockerfile;
      if (!file || file.facts.stages.length === 0) continue;
      const declared = new Set([...file.facts.globalArgs, ...file.facts.stages.flatMap(({ args }) => args)].map(({ name }) => name.text));
      for (const { uri, facts } of parts) {
        for (const { name } of facts.build?.args ?? []) {
          if (name.text === '' || name.text.includes('$') || declared.has(name.text) || predefinedTopic(name.text) || /^BUILDKIT_/.test(name.text)) continue;
          const given = new Set(facts.build?.args.map((it) => it.name.text));
          const near = nearest(
            name.text,
            [...declared].filter((it) => !given.has(it)),
          );
          const at = { uri, fact: name };
          const [first] = file.facts.stages;
          yield {
            at,
            message: ko.undeclared(name.text),
            fixes: near === undefined ? [] : [{ title: ko.change(near), edits: [{ at, text: near }] }],
            related: first ? [{ at: { uri: file.uri, fact: first.image }, message: ko.dockerfile }] : [],
          };
        }
      }
    }
  },

  examples: [
    {
      file: 'compose.yaml',
      around: {
        'web/Dockerfile': dockerfile`
          FROM node:24-alpine
          ARG NEXT_PUBLIC_API_URL
          RUN npm run build
        `,
      },
      bad: compose`
        services:
          web:
            build:
              context: ./web
              args:
                NEXT_PUBLIC_API_ULR: /api
        #       ^^^^^^^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            build:
              context: ./web
              args:
                NEXT_PUBLIC_API_URL: /api
      `,
    },
    {
      file: 'compose.yaml',
      around: { 'web/Dockerfile': 'ARG NODE=24\nFROM node:$NODE-alpine\n' },
      good: compose`
        services:
          web:
            build:
              context: ./web
              args:
                NODE: "22"
                HTTP_PROXY: http://proxy.example.com
      `,
    },
  ],
};
