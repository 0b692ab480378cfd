import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  missing: (text: string) => `\`${text}\`에 IP 주소가 없습니다. \`이름=주소\` 형식으로 적으세요.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '`extra_hosts`에는 이름과 주소를 함께 적으세요',
    what: '`extra_hosts`의 항목에 이름이나 주소가 빠져 있습니다.',
    why: '이 목록은 컨테이너의 `/etc/hosts`에 그대로 들어갑니다. 주소가 없으면 컴포즈가 `invalid additional host, missing IP` 오류를 냅니다.',
    how: '`my-pc=192.168.0.10`처럼 적으세요. 내 컴퓨터를 가리키려면 `host.docker.internal=host-gateway`를 적으세요.',
  },
  also: ['C121'],
  href: 'https://docs.docker.com/reference/compose-file/services/#extra_hosts',

  *part(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'bad-format') continue;
      const { format, node, problem } = misfit;
      if (!['extra-host'].includes(format)) continue;
      yield { at: problem.span, message: ko.missing(textOf(node)) };
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
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            extra_hosts:
              - "my-pc=192.168.0.10"
              - "host.docker.internal:host-gateway"
      `,
    },
  ],
};
