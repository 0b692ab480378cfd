import { compose } from '../../core/example.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  device: '장치의 짧은 문법은 `호스트장치:컨테이너장치:권한`까지만 적습니다. 경로에 콜론이 있으면 `source`와 `target`을 쓰는 긴 문법으로 적으세요.',
  pair: '`이름=값` 형식으로 적어야 합니다. 이름과 값을 `=`로 이으세요.',
  'env-format': '`format`에는 `raw`만 적을 수 있습니다. 보통의 env 파일이라면 이 줄을 지우세요.',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '짧은 문법의 형식을 지키세요',
    what: '짧은 문법으로 적은 값의 형식이 맞지 않습니다.',
    why: '컴포즈는 `confusing device mapping`이나 `expected key=value` 같은 오류를 내고 파일을 거절합니다.',
    how: '메시지에 나온 형식대로 고치거나 긴 문법으로 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *part(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'bad-format') continue;
      const { format, problem } = misfit;
      if (!['device', 'pair', 'env-format'].includes(format)) continue;
      yield { at: problem.span, message: ko[format as keyof typeof ko] };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            devices:
              - /dev/a:/dev/b:rwm:x
        #       ^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            devices:
              - /dev/ttyUSB0:/dev/ttyUSB0:rw
      `,
    },
  ],
};
