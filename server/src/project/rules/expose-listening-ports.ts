import { compose, dockerfile } from '../../core/example.ts';
import type { StackRule } from '../rule.ts';
import { listensOf } from '../stack/listens.ts';

const ko = {
  wrong: (exposed: string, port: string) => `\`EXPOSE\`에는 \`${exposed}\` 포트를 적었지만 프로그램은 \`PORT\` 변수대로 \`${port}\` 포트를 엽니다. 둘을 같게 적으세요.`,
  change: (port: string) => `\`${port}\` 포트로 바꾸기`,
  here: (port: string) => `프로그램은 이 변수를 읽어 \`${port}\` 포트를 엽니다.`,
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '`EXPOSE`에는 프로그램이 여는 포트를 적으세요',
    what: 'Dockerfile의 `EXPOSE`가 `PORT` 변수로 정한 포트와 다릅니다.',
    why: '`EXPOSE`는 포트를 여는 명령이 아니라 사람과 도구에게 남기는 표시입니다. 표시가 틀리면 `ports`나 nginx 설정을 적는 사람이 열리지 않은 포트로 연결하게 됩니다.',
    how: '`EXPOSE`를 프로그램이 여는 포트로 고치세요. 포트를 바꾸려던 것이라면 `PORT` 변수를 함께 바꾸세요.',
  },
  also: ['X105'],
  href: 'https://docs.docker.com/reference/dockerfile/#expose',

  *check(stack) {
    for (const service of stack.services) {
      const { build } = service;
      const [told] = listensOf(service);
      const last = build?.stages.at(-1);
      // What Compose sets holds for this service; the image may be used elsewhere too.
      if (!build?.dockerfile || !last || told?.because !== 'variable' || told.at?.uri !== build.dockerfile.uri) continue;
      const { exposed } = last;
      const [only] = exposed;
      if (!only || exposed.length > 1 || !/^\d+(?:\/tcp)?$/.test(only.text) || only.text.replace('/tcp', '') === told.port) continue;
      const at = { uri: build.dockerfile.uri, fact: only };
      yield {
        at,
        message: ko.wrong(only.text, told.port),
        fixes: [{ title: ko.change(told.port), edits: [{ at, text: told.port }] }],
        related: [{ at: told.at, message: ko.here(told.port) }],
      };
    }
  },

  examples: [
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build: ./web\n' },
      bad: dockerfile`
        FROM node:24-alpine
        ENV PORT=3000
        USER node
        EXPOSE 8080
        #      ^^^^
        CMD ["node", "server.js"]
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        ENV PORT=3000
        USER node
        EXPOSE 3000
        CMD ["node", "server.js"]
      `,
    },
    {
      file: 'web/Dockerfile',
      around: {
        'compose.yaml': compose`
        services:
          web:
            build: ./web
            environment:
              PORT: 4000
      `,
      },
      good: dockerfile`
        FROM node:24-alpine
        USER node
        EXPOSE 3000
        CMD ["node", "server.js"]
      `,
    },
  ],
};
