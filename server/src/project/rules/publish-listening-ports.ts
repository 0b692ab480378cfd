import { compose } from '../../core/example.ts';
import type { StackRule } from '../rule.ts';
import { listensOf } from '../stack/listens.ts';
import { each, type Stack, type StackService } from '../stack/stack.ts';
import { witnessesOf } from '../stack/witnesses.ts';

const ko = {
  wrong: (port: string, listening: readonly string[], file: string) =>
    `\`ports\`의 오른쪽에는 컨테이너가 여는 포트를 적습니다. ${file}에는 \`${listening.join(', ')}\` 포트를 연다고 적혀 있는데 \`${port}\` 포트로 연결했습니다.`,
  change: (port: string) => `\`${port}\` 포트로 바꾸기`,
  here: (port: string) => `여기에 \`${port}\` 포트가 적혀 있습니다.`,
  files: { nginx: 'nginx 설정', expose: 'Dockerfile의 `EXPOSE`', variable: '`PORT` 변수', settings: '`server.port` 설정', image: '이미지' },
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '`ports`의 오른쪽에는 컨테이너가 여는 포트를 적으세요',
    what: '`ports`의 오른쪽 포트가 Dockerfile의 `EXPOSE`나 nginx의 `listen`과 다릅니다.',
    why: '컨테이너 안의 프로그램이 열지 않은 포트로 연결하면 컨테이너는 잘 켜져 있는데도 브라우저에서 `ERR_EMPTY_RESPONSE`나 연결 오류가 납니다.',
    how: '왼쪽(내 컴퓨터)의 포트는 그대로 두고, 오른쪽을 프로그램이 여는 포트로 바꾸세요. 프로그램이 정말 그 포트를 연다면 `EXPOSE`를 고치세요.',
  },
  also: ['X105'],
  href: 'https://docs.docker.com/reference/compose-file/services/#ports',

  *check(stack) {
    for (const service of stack.services) {
      const listening = listensOf(service).filter(({ because }) => because !== 'image');
      if (listening.length === 0) continue;
      const ports = [...new Set(listening.map(({ port }) => port))];
      const all = [...each(service, 'ports')];
      for (const { uri, it } of all) {
        const { text } = it.container;
        if (!/^\d+$/.test(text) || ports.includes(text)) continue;
        const at = { uri, fact: it.container };
        // Which of several ports is meant is not known, nor is one that is published already.
        const free = ports.filter((port) => !all.some((other) => other.it.container.text === port));
        const [only] = free;
        yield {
          at,
          message: ko.wrong(text, ports, ko.files[listening[0]?.because ?? 'expose']),
          fixes: only !== undefined && free.length === 1 ? [{ title: ko.change(only), edits: [{ at, text: only }] }] : [],
          related: listening.flatMap((own) => (own.at ? [{ at: own.at, message: ko.here(own.port) }] : [])),
          // Who calls the port that is listened on is right, whatever the compose file alone looks like.
          instead: rightCalls(stack, service, ports),
        };
      }
    }
  },

  examples: [
    {
      file: 'compose.yaml',
      around: { 'backend/Dockerfile': 'FROM eclipse-temurin:21-jre\nEXPOSE 8080\nCMD ["java", "-jar", "app.jar"]\n' },
      bad: compose`
        services:
          backend:
            build: ./backend
            ports:
              - "8080:80"
        #             ^^
      `,
      fixed: compose`
        services:
          backend:
            build: ./backend
            ports:
              - "8080:8080"
      `,
    },
    {
      file: 'compose.yaml',
      around: { 'backend/Dockerfile': 'FROM eclipse-temurin:21-jre\nEXPOSE 8080\nCMD ["java", "-jar", "app.jar"]\n' },
      good: compose`
        services:
          backend:
            build: ./backend
            ports:
              - "80:8080"
      `,
    },
  ],
};

function rightCalls(stack: Stack, service: StackService, ports: readonly string[]) {
  const [told] = listensOf(service);
  return told ? witnessesOf(stack, service, told).filter(({ port }) => ports.includes(port)) : [];
}
