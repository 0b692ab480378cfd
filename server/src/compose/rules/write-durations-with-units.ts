import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  unit: (key: string, value: string) => `\`${key}\` 값 \`${value}\`는 시간으로 읽을 수 없습니다. \`10s\`, \`1m30s\`처럼 수 바로 뒤에 단위를 붙여 적으세요.`,
  change: (value: string) => `\`${value}\`로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '시간은 `10s`처럼 단위를 붙여 적으세요',
    what: '시간을 받는 키에 단위가 없거나 모르는 단위가 적혀 있습니다.',
    why: '컴포즈는 `ms`, `s`, `m`, `h`, `d` 같은 단위가 붙은 수만 시간으로 읽습니다. 아니면 `missing unit in duration`이나 `unknown unit` 오류를 냅니다.',
    how: '`10초`나 `10 s`가 아니라 `10s`처럼 띄지 않고 적으세요.',
  },
  also: ['C115'],
  href: 'https://docs.docker.com/reference/compose-file/services/#healthcheck',

  *part(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'bad-format') continue;
      const { format, node, problem, path } = misfit;
      if (!['duration'].includes(format)) continue;
      const key = path.findLast((step) => step !== '[]') ?? '';
      const text = textOf(node);
      const better = seconds(text);
      yield { at: problem.span, message: ko.unit(key, text), ...(better && { fixes: [{ title: ko.change(better), edits: [replace(node.raw.span, better)] }] }) };
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
        #               ^^^
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
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            stop_grace_period: 1m30s
            healthcheck:
              test: ["CMD", "curl", "-f", "http://localhost"]
              interval: \${INTERVAL:-10}
      `,
    },
  ],
};

/** What was probably meant: `10 s`, `10초`, `10sec`, `"10"`, `5분`. */
function seconds(text: string): string | undefined {
  const match = /^\s*(\d+)\s*(s|sec|secs|seconds?|초|m|min|mins|minutes?|분|h|hours?|시간)?\s*$/i.exec(text);
  if (!match) return undefined;
  const unit = match[2] ?? 's';
  return `${match[1]}${/^(?:m|분)/i.test(unit) ? 'm' : /^(?:h|시)/i.test(unit) ? 'h' : 's'}`;
}
