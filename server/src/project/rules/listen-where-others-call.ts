import { compose, dockerfile } from '../../core/example.ts';
import type { StackRule } from '../rule.ts';
import { type Listening, listensOf } from '../stack/listens.ts';
import type { Stack, StackService } from '../stack/stack.ts';
import { type Witness, witnessesOf } from '../stack/witnesses.ts';

const ko = {
  odd: (service: string, port: string, other: string, count: number) =>
    `\`${service}\` 서비스가 \`${port}\` 포트를 연다고 여기에만 적혀 있고, 다른 ${count}곳은 모두 \`${other}\` 포트로 접속합니다. \`${other}\` 포트로 되돌리거나 다른 곳을 모두 고치세요.`,
  shared: (service: string, port: string, other: string) =>
    `이 폴더로 만든 이미지는 \`${port}\` 포트를 여는데, \`${service}\` 서비스는 어디에서나 \`${other}\` 포트로 불립니다. 다른 서비스의 빌드 폴더를 적은 것이 아닌지 확인하세요.`,
  here: (port: string) => `여기에 \`${port}\` 포트가 적혀 있습니다.`,
  change: (port: string) => `\`${port}\` 포트로 바꾸기`,
  other: (port: string) => `여기에서는 \`${port}\` 포트로 봅니다.`,
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '다른 파일이 접속하는 포트를 여세요',
    what: '컨테이너가 여는 포트를 정하는 줄이, 그 컨테이너에 접속하는 다른 모든 줄과 다른 포트를 말합니다.',
    why: '포트 번호는 nginx 설정, 헬스체크, `ports`, 다른 서비스의 환경 변수에 함께 적혀 있습니다. 한 곳만 바꾸면 `Connection refused`나 `502 Bad Gateway`가 나고 헬스체크는 계속 실패합니다.',
    how: '여기의 번호를 다른 곳과 같게 되돌리세요. 포트를 정말 바꾸려면 접속하는 곳을 하나도 빠짐없이 함께 바꾸세요.',
  },
  also: ['X105', 'X108'],
  href: 'https://docs.docker.com/compose/how-tos/networking/',

  *check(stack) {
    for (const service of stack.services) {
      const odd = oddOf(stack, service);
      if (!odd) continue;
      const { told, witnesses, port } = odd;
      const shared = stack.services.some((it) => it !== service && listensOf(it).some(({ at }) => at?.uri === told.at.uri && at.fact === told.at.fact));
      if (shared && service.build) {
        yield { at: service.build.at, message: ko.shared(service.name, told.port, port), related: [{ at: told.at, message: ko.here(told.port) }], instead: witnesses };
        continue;
      }
      yield {
        at: told.at,
        message: ko.odd(service.name, told.port, port, witnesses.length),
        fixes: told.at.fact.text === told.port ? [{ title: ko.change(port), edits: [{ at: told.at, text: port }] }] : [],
        related: witnesses.map(({ at }) => ({ at, message: ko.other(port) })),
        instead: witnesses,
      };
    }
  },

  examples: [
    {
      file: 'api/Dockerfile',
      around: {
        'compose.yaml': compose`
          services:
            web:
              image: node:24-alpine
              environment:
                API_URL: http://api:8080
            api:
              build: ./api
              ports:
                - "80:8080"
        `,
      },
      bad: dockerfile`
        FROM node:24-alpine
        ENV PORT=3000
        #        ^^^^
        USER node
        CMD ["node", "server.js"]
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        ENV PORT=8080
        USER node
        CMD ["node", "server.js"]
      `,
    },
    {
      file: 'api/Dockerfile',
      around: {
        'compose.yaml': compose`
          services:
            web:
              image: node:24-alpine
              environment:
                API_URL: http://api:8080
            api:
              build: ./api
              ports:
                - "80:3000"
        `,
      },
      good: dockerfile`
        FROM node:24-alpine
        ENV PORT=3000
        USER node
        CMD ["node", "server.js"]
      `,
    },
  ],
};

interface Odd {
  readonly told: Listening & { readonly at: NonNullable<Listening['at']> };
  readonly port: string;
  readonly witnesses: readonly Witness[];
}

/** The one line that says otherwise than all others, which are at least two. */
function oddOf(stack: Stack, service: StackService): Odd | undefined {
  const listening = listensOf(service);
  const [told] = listening;
  const at = told?.at;
  if (!told || !at || listening.length > 1) return undefined;
  const witnesses = witnessesOf(stack, service, told);
  const port = witnesses[0]?.port ?? told.port;
  if (witnesses.length < 2 || port === told.port || !/^\d+$/.test(port) || witnesses.some((it) => it.port !== port)) return undefined;
  return { told: { ...told, at }, port, witnesses };
}
