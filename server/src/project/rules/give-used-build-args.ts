import { compose, dockerfile } from '../../core/example.ts';
import { predefinedTopic } from '../../dockerfile/knowledge.ts';
import type { StackRule } from '../rule.ts';
import type { StackService } from '../stack/stack.ts';

const ko = {
  empty: (name: string) =>
    `\`${name}\` 인수에 기본값이 없고 컴포즈 파일도 값을 넘기지 않아 빈 값으로 빌드됩니다. \`ARG ${name}=기본값\`으로 적거나 컴포즈 파일의 \`build.args\`에 값을 적으세요.`,
  build: '이 빌드는 값을 넘기지 않습니다.',
};

export const rule: StackRule = {
  severity: 'hint',
  scope: 'project',
  lesson: {
    title: '쓰는 빌드 인수에는 값을 넘기세요',
    what: 'Dockerfile이 기본값 없는 `ARG`를 쓰는데, 이 Dockerfile을 빌드하는 컴포즈 서비스 가운데 값을 넘기는 서비스가 없습니다.',
    why: '값이 없는 인수는 빈 글자가 됩니다. 빌드는 대개 성공하지만 주소나 버전이 빈 채로 이미지에 들어갑니다.',
    how: '컴포즈 파일의 `build.args`에 값을 적거나, `ARG` 줄에 기본값을 적으세요.',
  },
  also: ['X104'],
  href: 'https://docs.docker.com/reference/compose-file/build/#args',

  *check(stack) {
    // Whoever builds a Dockerfile by hand gives arguments by hand.
    if (stack.compose.length === 0) return;
    const byFile = new Map<string, StackService[]>();
    for (const service of stack.services) {
      const uri = service.build?.dockerfile?.uri;
      if (uri !== undefined) byFile.set(uri, [...(byFile.get(uri) ?? []), service]);
    }
    for (const [uri, services] of byFile) {
      const file = services[0]?.build?.dockerfile;
      const given = new Set(services.flatMap(({ parts }) => parts.flatMap(({ facts }) => facts.build?.args.map(({ name }) => name.text) ?? [])));
      const withDefault = new Set(file?.facts.globalArgs.flatMap(({ name, hasDefault }) => (hasDefault ? [name.text] : [])));
      const seen = new Set<string>();
      for (const { args } of file?.facts.stages ?? []) {
        for (const { name, hasDefault, isUsed } of args) {
          if (hasDefault || !isUsed || given.has(name.text) || withDefault.has(name.text) || seen.has(name.text) || predefinedTopic(name.text)) continue;
          seen.add(name.text);
          yield { at: { uri, fact: name }, message: ko.empty(name.text), related: services.flatMap(({ build }) => (build ? [{ at: build.at, message: ko.build }] : [])) };
        }
      }
    }
  },

  examples: [
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build: ./web\n' },
      bad: dockerfile`
        FROM node:24-alpine
        ARG NEXT_PUBLIC_API_URL
        #   ^^^^^^^^^^^^^^^^^^^
        ENV NEXT_PUBLIC_API_URL=$NEXT_PUBLIC_API_URL
        USER node
        CMD ["node", "server.js"]
      `,
    },
    {
      file: 'web/Dockerfile',
      around: {
        'compose.yaml': compose`
          services:
            web:
              build:
                context: ./web
                args:
                  NEXT_PUBLIC_API_URL: /api
        `,
      },
      good: dockerfile`
        FROM node:24-alpine
        ARG NEXT_PUBLIC_API_URL
        ARG TARGETARCH
        ENV NEXT_PUBLIC_API_URL=$NEXT_PUBLIC_API_URL
        USER node
        CMD ["node", "server.js"]
      `,
    },
  ],
};
