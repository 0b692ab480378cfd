import { compose } from '../../core/example.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { type BadFormat, badFormats } from '../bad-formats.ts';
import type { ComposeRule } from '../rule.ts';

const FORMATS = ['integer', 'natural', 'float', 'percent', 'count', 'limit', 'build-limit', 'mode', 'number', 'whole'] as const;

type NumberFormat = (typeof FORMATS)[number];

const ko = {
  empty: (key: string, _: string, wanted: string) => `\`${key}\` 값이 비어 있습니다. ${wanted} 적으세요.`,
  'not-a-number': (key: string, text: string, wanted: string) => `\`${key}\` 값 \`${text}\` 표기는 수로 읽을 수 없습니다. ${wanted} 적으세요.`,
  space: (key: string) => `\`${key}\` 값의 앞뒤에 띄어쓰기가 있습니다. 띄어쓰기를 지우세요.`,
  comma: (key: string, text: string) => `\`${key}\` 값 \`${text}\` 표기는 수로 읽을 수 없습니다. 소수점은 쉼표가 아니라 점으로 적으세요.`,
  unit: (key: string, text: string, wanted: string) => `\`${key}\` 값 \`${text}\` 표기에서 단위를 지우세요. 수 뒤에 단위를 붙이지 않고 ${wanted} 적습니다.`,
  'not-whole': (key: string, text: string) => `\`${key}\`에는 정수를 적어야 합니다. \`${text}\` 값은 소수나 지수로 읽힙니다.`,
  negative: (key: string, text: string) => `\`${key}\` 값 \`${text}\` 수는 쓸 수 없습니다. 0 이상의 정수를 적으세요.`,
  'too-large': (key: string, text: string) => `\`${key}\` 값 \`${text}\` 수가 너무 큽니다. 더 작은 수를 적으세요.`,
  quoted: (key: string) => `\`${key}\`에는 따옴표 없는 수를 적어야 합니다. 글자는 쓸 수 없습니다.`,
  'not-octal': (key: string, text: string) => `\`${key}\` 값 \`${text}\` 표기는 파일 권한으로 읽을 수 없습니다. \`"0440"\`처럼 0부터 7까지의 숫자로 적으세요.`,
  change: (value: string) => `\`${value}\` 값으로 고치기`,
  unquote: '따옴표 지우기',
};

const WANTED: Readonly<Record<NumberFormat, string>> = {
  integer: '정수를',
  natural: '`3` 같은 0 이상의 정수를',
  float: '`0.5` 같은 수를',
  percent: '0부터 100까지의 정수를',
  count: '`all`이나 정수를',
  limit: '정수를',
  'build-limit': '따옴표 없는 정수를',
  mode: '`"0440"` 같은 권한을',
  number: '따옴표 없는 수를',
  whole: '정수를',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '수를 받는 키에는 수를 적으세요',
    what: '수를 받는 키에 수로 읽을 수 없는 값이 적혀 있습니다.',
    why: '컴포즈는 `failed to cast to expected type`이나 `invalid syntax` 오류를 내고 파일을 거절합니다.',
    how: '단위나 설명을 붙이지 말고 수만 적으세요. 소수점은 점으로 적습니다.',
  },
  also: ['C105'],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *misfits(part) {
    for (const found of badFormats(part, ...FORMATS)) {
      const { problem, key, text } = found;
      yield { at: problem.span, message: ko[problem.reason](key, text, WANTED[problem.format]), fixes: fixesFor(found) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            cpus: "0,5"
        #          ^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            cpus: "0.5"
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            deploy:
              replicas: 두 개
        #               ^^^
      `,
    },
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            healthcheck:
              test: ["CMD", "mysqladmin", "ping"]
              retries: 5회
        #              ^^
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            healthcheck:
              test: ["CMD", "mysqladmin", "ping"]
              retries: 5
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            cpus: "0.5"
            pids_limit: 100
            deploy:
              replicas: "2"
      `,
    },
  ],
};

function fixesFor({ problem: { reason, format }, node, text }: BadFormat<NumberFormat>): Fix[] {
  const change = (better: string): Fix[] => [{ title: ko.change(better), edits: [replace(node.raw.span, better)] }];
  if (node.style === 'block') return [];
  if (reason === 'comma' && format === 'float') return change(text.replace(',', '.'));
  if (reason === 'space') return change(text.trim());
  const number = /^[-+]?\d+(?:\.\d+)?/.exec(text)?.[0] ?? '';
  if (reason === 'unit' && number !== '' && (format === 'float' || !number.includes('.')) && !text.endsWith('%')) return change(number);
  if (reason === 'quoted' && /^\d+$/.test(text) && node.style !== 'plain') return [{ title: ko.unquote, edits: [replace(node.span, text)], safe: true }];
  return [];
}
