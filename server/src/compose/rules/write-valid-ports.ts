import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  empty: '포트가 비어 있습니다. `"8080:80"`처럼 적으세요.',
  'no-container-port': '컨테이너의 포트가 없습니다. `"호스트포트:컨테이너포트"`의 오른쪽을 채우세요.',
  address: (text: string) => `\`${text}\`는 IP 주소가 아닙니다. 이 자리에는 \`127.0.0.1\` 같은 주소를 적거나, \`"호스트포트:컨테이너포트"\` 두 개만 적으세요.`,
  protocol: (text: string) => `\`${text}\` 프로토콜은 쓸 수 없습니다. \`tcp\`, \`udp\`, \`sctp\` 가운데에서 고르거나 지우세요.`,
  port: (text: string) => `\`${text}\`는 포트 번호가 아닙니다. 0부터 65535까지의 수나 \`8000-8010\` 같은 범위를 적으세요.`,
  ranges: '호스트와 컨테이너의 포트 범위는 개수가 같아야 합니다. 두 범위의 길이를 맞추세요.',
  drop: (text: string) => `\`/${text}\` 지우기`,
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

  *part(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'bad-format') continue;
      const { format, node, problem } = misfit;
      if (!['port', 'address'].includes(format)) continue;
      const { raw } = node;
      const text = raw.text.slice(problem.span.start - raw.span.start, problem.span.end - raw.span.start);
      const say = ko[problem.reason as Exclude<keyof typeof ko, 'drop'>];
      const message = typeof say === 'string' ? say : say(text);
      const fixes = problem.reason === 'protocol' ? [{ title: ko.drop(text), edits: [replace({ start: problem.span.start - 1, end: problem.span.end }, '')] }] : [];
      yield { at: problem.span, message, fixes };
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
              - "\${PORT:-3000}:3000"
      `,
    },
  ],
};
