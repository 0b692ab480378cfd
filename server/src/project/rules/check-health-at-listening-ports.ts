import { compose } from '../../core/example.ts';
import type { StackRule } from '../rule.ts';
import { callsOf } from '../stack/calls.ts';
import { listensOf } from '../stack/listens.ts';
import { each } from '../stack/stack.ts';

const ko = {
  wrong: (port: string, listening: readonly string[]) =>
    `헬스체크는 컨테이너 안에서 실행되는데, 이 컨테이너는 \`${port}\` 포트가 아니라 \`${listening.join(', ')}\` 포트를 엽니다. 포트를 고치지 않으면 계속 \`unhealthy\`가 됩니다.`,
  change: (port: string) => `\`${port}\` 포트로 바꾸기`,
  here: (port: string) => `여기에 \`${port}\` 포트가 적혀 있습니다.`,
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '헬스체크는 컨테이너가 여는 포트로 하세요',
    what: '헬스체크가 부르는 포트를 그 컨테이너가 열지 않습니다.',
    why: '헬스체크 명령은 그 컨테이너 안에서 실행됩니다. 아무도 열지 않은 포트를 부르면 늘 실패하고, `service_healthy`로 기다리는 서비스는 시작하지 못합니다.',
    how: 'Dockerfile의 `EXPOSE`나 nginx의 `listen`에 적은 포트로 바꾸세요. `ports`의 왼쪽 포트는 컨테이너 안에서 쓰이지 않습니다.',
  },
  also: ['C603'],
  href: 'https://docs.docker.com/reference/compose-file/services/#healthcheck',

  *check(stack) {
    for (const { from, kind, port, target, scheme, host } of callsOf(stack)) {
      if (kind !== 'healthcheck' || target.kind !== 'self') continue;
      const listening = listensOf(from).filter(({ because }) => because !== 'image');
      const number = port?.text ?? (scheme === 'https' ? '443' : '80');
      if (listening.length === 0 || listening.some((it) => it.port === number)) continue;
      if ([...each(from, 'ports')].some(({ it }) => it.host?.text === number)) continue;
      const ports = [...new Set(listening.map((it) => it.port))];
      const [only] = ports;
      const at = port?.at ?? host.at;
      yield {
        at,
        message: ko.wrong(number, ports),
        fixes: only !== undefined && ports.length === 1 ? [{ title: ko.change(only), edits: [{ at, text: port ? only : `${host.text}:${only}` }] }] : [],
        related: listening.flatMap((it) => (it.at ? [{ at: it.at, message: ko.here(it.port) }] : [])),
      };
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
            healthcheck:
              test: ["CMD", "curl", "-f", "http://localhost:9090/actuator/health"]
        #                                                   ^^^^
      `,
      fixed: compose`
        services:
          backend:
            build: ./backend
            healthcheck:
              test: ["CMD", "curl", "-f", "http://localhost:8080/actuator/health"]
      `,
    },
    {
      file: 'compose.yaml',
      around: { 'backend/Dockerfile': 'FROM eclipse-temurin:21-jre\nEXPOSE 8080\nCMD ["java", "-jar", "app.jar"]\n' },
      good: compose`
        services:
          backend:
            build: ./backend
            healthcheck:
              test: ["CMD", "curl", "-f", "http://localhost:8080/actuator/health"]
      `,
    },
  ],
};
