import { compose } from '../../core/example.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { type BadFormat, badFormats } from '../bad-formats.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  empty: '포트가 비어 있습니다. `"8080:80"`처럼 적으세요.',
  'no-container-port': '컨테이너의 포트가 없습니다. `"8080:80"`처럼 콜론 오른쪽에 컨테이너의 포트를 적으세요.',
  zero: '컨테이너의 포트로 `0`은 쓸 수 없습니다. 프로그램이 듣고 있는 포트 번호를 적으세요.',
  address: (text: string) => `\`${text}\` 부분은 IP 주소가 아닙니다. \`127.0.0.1\` 같은 주소를 적거나, \`"8080:80"\`처럼 포트 두 개만 적으세요.`,
  'no-host-port': (text: string) => `주소 \`${text}\` 뒤에 호스트의 포트가 빠졌습니다. \`"127.0.0.1:8080:80"\`처럼 주소, 호스트의 포트, 컨테이너의 포트를 모두 적으세요.`,
  protocol: (text: string) => `\`${text}\` 프로토콜은 쓸 수 없습니다. \`tcp\`, \`udp\`, \`sctp\` 가운데에서 고르거나 지우세요.`,
  space: '포트 안에는 띄어쓰기를 둘 수 없습니다. `"8080:80"`처럼 붙여 적으세요.',
  'not-a-port': (text: string) => `\`${text}\` 부분은 포트 번호가 아닙니다. \`8080\` 같은 수나 \`8000-8010\` 같은 범위를 적으세요.`,
  'too-large': (text: string) => `포트 번호 \`${text}\` 값은 너무 큽니다. 1부터 65535까지의 수를 적으세요.`,
  negative: (text: string) => `포트 번호 \`${text}\` 값은 쓸 수 없습니다. 1부터 65535까지의 수를 적으세요.`,
  backwards: (text: string) => `범위 \`${text}\` 순서가 거꾸로입니다. 작은 번호를 앞에 적으세요.`,
  ranges: '호스트와 컨테이너의 포트 범위는 개수가 같아야 합니다. `"3000-3001:80-81"`처럼 두 범위의 길이를 맞추세요.',
  'not-whole': (text: string) => `포트 \`${text}\` 값이 소수나 지수로 읽힙니다. 따옴표로 감싼 정수를 적으세요.`,
  drop: (text: string) => `\`/${text}\` 지우기`,
  turn: (text: string) => `\`${text}\` 값으로 바꾸기`,
  loopback: '`127.0.0.1`로 바꾸기',
  glue: '띄어쓰기 지우기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '포트는 `"호스트포트:컨테이너포트"`로 적으세요',
    what: '`ports`의 값에 포트 번호, 주소, 프로토콜로 읽을 수 없는 부분이 있습니다.',
    why: '컴포즈는 `invalid containerPort`, `invalid hostPort`, `invalid proto`, `invalid IP address` 같은 오류를 내지만 어느 줄인지는 알려 주지 않습니다.',
    how: '`"8080:80"`처럼 왼쪽에 내 컴퓨터의 포트를, 오른쪽에 컨테이너의 포트를 적으세요. 주소를 정하려면 `"127.0.0.1:8080:80"`으로 적으세요.',
  },
  also: ['C301'],
  href: 'https://docs.docker.com/reference/compose-file/services/#ports',

  *misfits(part) {
    for (const found of badFormats(part, 'port', 'published-port')) yield { at: found.problem.span, message: say(found.problem.reason, found.piece), fixes: fixesFor(found) };
    for (const { problem, piece } of badFormats(part, 'host-ip')) yield { at: problem.span, message: ko.address(piece) };
    for (const { problem, text } of badFormats(part, 'target-port')) {
      const reason = problem.reason === 'negative' || problem.reason === 'too-large' || problem.reason === 'not-whole' ? problem.reason : 'not-a-port';
      yield { at: problem.span, message: ko[reason](text) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80/http"
        #                ^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80"
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80000"
        #             ^^^^^
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - localhost:8080:80
        #       ^^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - 127.0.0.1:8080:80
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - target: 80
                published: "8080번"
        #                   ^^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80"
              - 127.0.0.1:8443:443/tcp
              - "9000-9002:9000-9002"
              - "8000-8010:80"
              - "\${PORT:-3000}:3000"
      `,
    },
  ],
};

type BadPort = BadFormat<'port' | 'published-port'>;

function say(reason: BadPort['problem']['reason'], piece: string): string {
  const words = ko[reason];
  return typeof words === 'string' ? words : words(piece);
}

function fixesFor({ problem: { reason, span }, piece, node }: BadPort): Fix[] {
  if (reason === 'protocol') return [{ title: ko.drop(piece), edits: [replace({ start: span.start - 1, end: span.end }, '')] }];
  if (reason === 'backwards') {
    const turned = piece.split('-').reverse().join('-');
    return [{ title: ko.turn(turned), edits: [replace(span, turned)], safe: true }];
  }
  if (reason === 'address' && piece === 'localhost') return [{ title: ko.loopback, edits: [replace(span, '127.0.0.1')], safe: true }];
  if (reason === 'space' && node.style !== 'block') return [{ title: ko.glue, edits: [replace(node.raw.span, node.raw.text.replace(/\s/g, ''))], safe: true }];
  return [];
}
