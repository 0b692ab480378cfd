import { compose } from '../../core/example.ts';
import { platformProblem } from '../../core/grammar/platforms.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { type BadFormat, badFormats } from '../bad-formats.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  unknown: (text: string) => `\`${text}\` 플랫폼은 없습니다. \`linux/amd64\`나 \`linux/arm64\`처럼 운영체제와 프로세서를 적으세요.`,
  'too-many-parts': (text: string) => `\`${text}\` 값에 \`/\`가 너무 많습니다. \`linux/amd64\`나 \`linux/arm64/v8\`처럼 적으세요.`,
  'bad-part': (text: string) => `\`${text}\` 값은 플랫폼으로 읽을 수 없습니다. \`linux/amd64\`처럼 운영체제와 프로세서를 \`/\` 하나로 이으세요.`,
  change: (value: string) => `\`${value}\`로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '플랫폼은 `linux/amd64`처럼 적으세요',
    what: '`platform`에 읽을 수 없는 플랫폼이 적혀 있습니다.',
    why: '`docker compose config`는 통과하지만, 이미지를 내려받거나 빌드할 때 `unknown operating system or architecture` 같은 오류가 납니다.',
    how: '인텔·AMD 컴퓨터용은 `linux/amd64`, 애플 실리콘 맥용은 `linux/arm64`로 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/compose-file/services/#platform',

  *misfits(part) {
    for (const found of badFormats(part, 'platform')) yield { at: found.problem.span, message: ko[found.problem.reason](found.text), fixes: fixesFor(found) };
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            platform: linux_amd64
        #             ^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            platform: linux/amd64
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            platform: linux/amd64
          web:
            image: nginx:1.28-alpine
            platform: linux/arm64/v8
      `,
    },
  ],
};

function fixesFor({ problem: { span }, text }: BadFormat<'platform'>): Fix[] {
  const better = text
    .trim()
    .toLowerCase()
    .replace(/^(linux|windows)\s*[-_:/\\ ]+\s*(?=\w)/, '$1/');
  return better !== text && /^\w+\/(?:amd64|arm64|arm\/v7)$/.test(better) && !platformProblem(better) ? [{ title: ko.change(better), edits: [replace(span, better)] }] : [];
}
