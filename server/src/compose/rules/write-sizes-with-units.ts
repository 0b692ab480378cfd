import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { badFormats } from '../bad-formats.ts';
import { bytesOf } from '../grammar/sizes.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  empty: (key: string) => `\`${key}\` 값이 비어 있습니다. \`512m\`이나 \`1g\`처럼 적으세요.`,
  'not-a-size': (key: string, text: string) => `\`${key}\` 값 \`${text}\` 표기는 크기로 읽을 수 없습니다. \`512m\`이나 \`1.5g\`처럼 수 뒤에 단위를 붙여 적으세요.`,
  space: (key: string, text: string) => `\`${key}\` 값 \`${text}\` 안의 띄어쓰기를 지우세요. 크기는 \`512m\`처럼 붙여 적습니다.`,
  'unknown-unit': (key: string, _: string, unit: string) =>
    `\`${key}\` 값에 컴포즈가 모르는 단위 \`${unit}\` 표기가 있습니다. \`k\`, \`m\`, \`g\`나 \`kb\`, \`mb\`, \`gb\` 단위로 고치세요.`,
  negative: (key: string) => `\`${key}\` 값은 0보다 작을 수 없습니다. \`512m\`처럼 적으세요.`,
  change: (value: string) => `\`${value}\` 값으로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '크기는 `512m`처럼 적으세요',
    what: '메모리 같은 크기를 받는 키에 읽을 수 없는 값이 적혀 있습니다.',
    why: '컴포즈는 `b`, `k`, `m`, `g`와 `kb`, `mb`, `gb` 같은 단위만 압니다. 아니면 `invalid size`나 `invalid suffix` 오류를 냅니다.',
    how: '`512m`, `1.5g`, `64mb`처럼 적으세요. 소수점은 쉼표가 아니라 점으로 적습니다.',
  },
  also: ['C116'],
  href: 'https://docs.docker.com/reference/compose-file/extension/#specifying-byte-values',

  *misfits(part) {
    for (const { node, problem, key, text, piece } of badFormats(part, 'bytes')) {
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
          api:
            image: eclipse-temurin:21-jre
            mem_limit: 512MBs
        #                 ^^^
      `,
      fixed: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            mem_limit: 512MB
      `,
    },
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            deploy:
              resources:
                limits:
                  memory: 1,5g
        #                 ^^^^
      `,
      fixed: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            deploy:
              resources:
                limits:
                  memory: 1.5g
      `,
    },
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            mem_limit: 많이
        #              ^^
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            mem_limit: 512MB
            mem_reservation: 256 MiB
            shm_size: 67108864
      `,
    },
  ],
};

/** What was probably meant: `512 MBs`, `1,5g`, `512메가`. */
function meantBy(text: string): string | undefined {
  const match = /^\s*(\d+)(?:[.,](\d+))?\s*(메가|기가|킬로)?([a-z]*)\S*\s*$/i.exec(text);
  if (!match) return undefined;
  const [, whole = '', fraction, korean, latin = ''] = match;
  const unit = korean === '메가' ? 'm' : korean === '기가' ? 'g' : korean === '킬로' ? 'k' : (/^(?:[kmgtp](?:i?b)?|b)/i.exec(latin)?.[0] ?? '');
  if (unit === '' && /\S/.test(latin)) return undefined;
  const better = `${whole}${fraction === undefined ? '' : `.${fraction}`}${unit}`;
  return unit !== '' && better !== text && bytesOf(better) !== undefined ? better : undefined;
}
