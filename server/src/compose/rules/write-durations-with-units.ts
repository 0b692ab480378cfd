import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { badFormats } from '../bad-formats.ts';
import { durationOf } from '../grammar/durations.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  empty: (key: string) => `\`${key}\` 값이 비어 있습니다. \`10s\`처럼 수와 단위를 적으세요.`,
  'no-unit': (key: string, text: string) => `\`${key}\` 값 \`${text}\` 뒤에 시간 단위가 없습니다. \`10s\`나 \`1m30s\`처럼 단위까지 적으세요.`,
  space: (key: string, text: string) => `\`${key}\` 값 \`${text}\` 안의 띄어쓰기를 지우세요. 시간은 \`10s\`처럼 수와 단위를 붙여 적습니다.`,
  'unknown-unit': (key: string, _: string, unit: string) => `\`${key}\` 값에 컴포즈가 모르는 시간 단위 \`${unit}\` 표기가 있습니다. \`s\`, \`m\`, \`h\` 같은 단위로 고치세요.`,
  'not-a-duration': (key: string, text: string) => `\`${key}\` 값 \`${text}\` 표기는 시간으로 읽을 수 없습니다. \`10s\`나 \`1m30s\`처럼 적으세요.`,
  'too-long': (key: string, text: string) => `\`${key}\` 값 \`${text}\` 시간은 너무 깁니다. 292년보다 짧게 적으세요.`,
  change: (value: string) => `\`${value}\` 값으로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '시간은 `10s`처럼 단위를 붙여 적으세요',
    what: '시간을 받는 키에 단위가 없거나, 컴포즈가 모르는 단위가 적혀 있습니다.',
    why: '컴포즈는 `ms`, `s`, `m`, `h`, `d`, `w` 단위가 바로 붙은 수만 시간으로 읽습니다. 아니면 `missing unit in duration`이나 `unknown unit` 오류를 냅니다.',
    how: '`10초`나 `10 s`가 아니라 `10s`처럼 띄지 않고 적으세요. `1m30s`처럼 이어 적을 수도 있습니다.',
  },
  also: ['C115'],
  href: 'https://docs.docker.com/reference/compose-file/extension/#specifying-durations',

  *misfits(part) {
    for (const { node, problem, key, text, piece } of badFormats(part, 'duration')) {
      const better = meantBy(text);
      yield {
        at: problem.span,
        message: ko[problem.reason](key, text, piece),
        ...(better && { fixes: [{ title: ko.change(better), edits: [replace(node.raw.span, better)] }] }),
      };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            healthcheck:
              test: ["CMD", "curl", "-f", "http://localhost"]
              interval: 10초
        #                 ^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            healthcheck:
              test: ["CMD", "curl", "-f", "http://localhost"]
              interval: 10s
      `,
    },
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            stop_grace_period: "30"
        #                       ^^
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            stop_grace_period: "30s"
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            stop_grace_period: 1m30s
            healthcheck:
              test: ["CMD", "curl", "-f", "http://localhost"]
              interval: \${INTERVAL:-10}
              start_period: 0.5h
      `,
    },
  ],
};

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:ms|msecs?|millis(?:econds?)?|밀리초)$/i, 'ms'],
  [/^(?:|s|secs?|seconds?|초)$/i, 's'],
  [/^(?:m|mins?|minutes?|분)$/i, 'm'],
  [/^(?:h|hrs?|hours?|시간)$/i, 'h'],
  [/^(?:d|days?|일)$/i, 'd'],
];

/** What was probably meant: `10 s`, `10초`, `10sec`, `"10"`, `1m 30s`. */
function meantBy(text: string): string | undefined {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([^\d\s.]*)/g)];
  if (
    parts
      .map(([part]) => part)
      .join('')
      .replace(/\s/g, '') !== text.replace(/\s/g, '')
  )
    return undefined;
  const better = parts.map(([, number = '', unit = '']) => `${number}${UNITS.find(([word]) => word.test(unit))?.[1] ?? '?'}`).join('');
  return durationOf(better) ? better : undefined;
}
