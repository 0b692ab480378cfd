import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { within } from '../places.ts';
import { exposedPort } from '../ports.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  upper: (text: string) => `프로토콜 \`${text}\` 부분을 소문자로 적으세요.`,
  change: (text: string) => `\`${text}\`로 고치기`,
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '포트 뒤의 프로토콜은 소문자로 적으세요',
    what: '`EXPOSE`의 프로토콜이 `TCP`처럼 대문자로 적혀 있습니다.',
    why: '동작은 같지만 도커가 보여 주는 모양은 언제나 소문자라서, 찾을 때 어긋납니다.',
    how: '`80/tcp`, `53/udp`처럼 적으세요.',
  },
  also: ['D123', 'ExposeProtoCasing'],
  href: 'https://docs.docker.com/reference/build-checks/expose-proto-casing/',

  *instruction({ keyword, args }) {
    if (keyword !== 'EXPOSE') return;
    for (const word of args) {
      const slash = word.text.lastIndexOf('/');
      const { protocol, problem } = exposedPort(word.text);
      const lower = protocol.toLowerCase();
      if (/["'$]/.test(word.text) || problem || protocol === lower) continue;
      const at = within(word, slash + 1, word.text.length);
      yield { at, message: ko.upper(protocol), fixes: [{ title: ko.change(lower), edits: [replace(at, lower)], safe: true }] };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.28-alpine
        EXPOSE 80/TCP
        #         ^^^
      `,
      fixed: dockerfile`
        FROM nginx:1.28-alpine
        EXPOSE 80/tcp
      `,
    },
    {
      good: dockerfile`
        FROM nginx:1.28-alpine
        EXPOSE 80/tcp 53/udp
      `,
    },
  ],
};
