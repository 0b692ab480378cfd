import { dockerfile } from '../../core/example.ts';
import { type Fix, replace } from '../../core/rule.ts';
import type { Pair } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  legacy: (keyword: string, name: string) => `띄어쓰기로 나눈 옛 모양입니다. \`${keyword} ${name}=값\`처럼 \`=\`로 이으세요.`,
  change: '`=`로 잇기',
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '`ENV`와 `LABEL`은 `=`로 이으세요',
    what: '이름과 값을 띄어쓰기로 나눈 옛 모양으로 적었습니다.',
    why: '옛 모양에서는 줄 끝까지가 모두 값이 되어, 한 줄에 하나만 적을 수 있고 다른 변수를 덧붙이면 값에 섞여 들어갑니다.',
    how: '`ENV NODE_ENV=production`처럼 적고, 값에 띄어쓰기가 있으면 `"…"`로 감싸세요.',
  },
  also: ['D126', 'LegacyKeyValueFormat'],
  href: 'https://docs.docker.com/reference/build-checks/legacy-key-value-format/',

  *instruction(instruction, { text }) {
    if ((instruction.keyword !== 'ENV' && instruction.keyword !== 'LABEL') || !instruction.legacy) return;
    const [pair] = instruction.pairs;
    // A colon or a sign with spaces around is told by the rule about equals signs.
    if (!pair?.value || /^[A-Z_]\w*:$/i.test(pair.name.text) || pair.value.text.startsWith('=')) return;
    yield { at: pair.name.span, message: ko.legacy(instruction.keyword, pair.name.text), fixes: fixesFor(pair, text) };
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        ENV NODE_ENV production
        #   ^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        ENV NODE_ENV=production
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        ENV GREETING hello world
        #   ^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        ENV GREETING="hello world"
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        ENV NODE_ENV=production GREETING="hello world"
      `,
    },
  ],
};

/** Only where the value means the same behind `=`. */
function fixesFor({ name, value }: Pair, source: string): Fix[] {
  if (!value || source.slice(value.span.start, value.span.end) !== value.text || /[\\`\n]/.test(value.text)) return [];
  const gap = { start: name.span.end, end: value.span.start };
  if (/^(?:[^\s"']+|"[^"]*"|'[^']*')$/.test(value.text)) return [{ title: ko.change, edits: [replace(gap, '=')], safe: true }];
  if (/["']/.test(value.text)) return [];
  return [{ title: ko.change, edits: [replace({ start: gap.start, end: value.span.end }, `="${value.text}"`)], safe: true }];
}
