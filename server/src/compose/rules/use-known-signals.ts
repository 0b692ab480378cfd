import { compose } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { replace } from '../../core/rule.ts';
import { badFormats } from '../bad-formats.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  unknown: (text: string) => `\`${text}\` 신호는 없습니다. \`SIGTERM\`, \`SIGINT\`, \`SIGQUIT\`, \`SIGKILL\` 같은 이름을 적으세요.`,
  change: (value: string) => `\`${value}\`로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '`stop_signal`에는 있는 신호를 적으세요',
    what: '컨테이너를 멈출 때 보낼 신호로 없는 이름이 적혀 있습니다.',
    why: '`docker compose config`는 통과하지만 컨테이너를 만들 때 `invalid signal` 오류가 납니다.',
    how: '보통은 이 줄을 지워도 됩니다. 바꾸려면 `SIGINT`처럼 신호의 이름을 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/compose-file/services/#stop_signal',

  *misfits(part) {
    for (const { problem, text } of badFormats(part, 'signal')) {
      const other = nearest(text, ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGKILL', 'SIGHUP', 'SIGUSR1', 'SIGUSR2', 'SIGWINCH']);
      yield { at: problem.span, message: ko.unknown(text), ...(other && { fixes: [{ title: ko.change(other), edits: [replace(problem.span, other)] }] }) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            stop_signal: SIGQIUT
        #                ^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            stop_signal: SIGQUIT
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            stop_signal: sigint
          db:
            image: postgres:17
            stop_signal: SIGRTMIN+3
      `,
    },
  ],
};
