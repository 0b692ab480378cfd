import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { badFormats } from '../bad-formats.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  'no-address': (text: string) => `\`${text}\` 항목에 IP 주소가 없습니다. \`my-pc=192.168.0.10\`처럼 이름과 주소를 적으세요.`,
  'empty-address': (text: string) => (text === '' ? 'IP 주소가 비어 있습니다. `192.168.0.10` 같은 주소나 `host-gateway`를 적으세요.' : ko['no-address'](text)),
  'no-name': (text: string) => `\`${text}\` 항목에 이름이 없습니다. \`my-pc=192.168.0.10\`처럼 이름과 주소를 적으세요.`,
  'bad-name': (_: string, piece: string) => `\`${piece}\` 부분은 이름으로 쓸 수 없습니다. 이름과 주소는 \`=\` 하나로만 이으세요.`,
  'bad-address': (_: string, piece: string) => `\`${piece}\` 부분은 IP 주소가 아닙니다. \`192.168.0.10\` 같은 주소나 \`host-gateway\`를 적으세요.`,
  gateway: '`host-gateway`로 바꾸기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '`extra_hosts`에는 이름과 주소를 함께 적으세요',
    what: '`extra_hosts`의 항목에 이름이나 주소가 빠졌거나, 주소 자리에 IP 주소가 아닌 것이 있습니다.',
    why: '이 목록은 컨테이너의 `/etc/hosts`에 그대로 들어갑니다. 주소가 없으면 컴포즈가 `invalid additional host, missing IP` 오류를, IP 주소가 아니면 도커가 `invalid IP address in add-host` 오류를 냅니다.',
    how: '`my-pc=192.168.0.10`처럼 적으세요. 내 컴퓨터를 가리키려면 `host.docker.internal=host-gateway`를 적으세요.',
  },
  also: ['C121'],
  href: 'https://docs.docker.com/reference/compose-file/services/#extra_hosts',

  *misfits(part) {
    for (const { problem, text, piece } of badFormats(part, 'extra-host', 'host-address')) {
      const isHost = problem.reason === 'bad-address' && piece === 'localhost';
      yield {
        at: problem.span,
        message: ko[problem.reason](text, piece),
        ...(isHost && { fixes: [{ title: ko.gateway, edits: [replace(problem.span, 'host-gateway')] }] }),
      };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            extra_hosts:
              - my-pc
        #       ^^^^^
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            extra_hosts:
              - "host.docker.internal:localhost"
        #                             ^^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            extra_hosts:
              - "host.docker.internal:host-gateway"
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            extra_hosts:
              - "my-pc=192.168.0.10"
              - "printer:[fe80::1]"
              - "host.docker.internal:host-gateway"
      `,
    },
  ],
};
