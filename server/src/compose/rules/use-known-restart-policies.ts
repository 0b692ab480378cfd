import { compose } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { replace } from '../../core/rule.ts';
import { badFormats } from '../bad-formats.ts';
import { child } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  unknown: (key: string, value: string) => `\`${key}\`에 \`${value}\` 값은 쓸 수 없습니다. \`no\`, \`always\`, \`on-failure\`, \`unless-stopped\` 가운데에서 고르세요.`,
  retries: (_: string, value: string) => `다시 시작할 횟수는 \`on-failure:3\`처럼 \`on-failure\` 뒤에만 적을 수 있습니다. \`${value}\` 부분을 지우세요.`,
  negative: (_: string, value: string) => `다시 시작할 횟수로 \`${value}\` 값은 쓸 수 없습니다. 1 이상의 수를 적으세요.`,
  change: (value: string) => `\`${value}\` 값으로 고치기`,
  drop: (value: string) => `\`${value}\` 지우기`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '`restart`에는 정해진 값을 적으세요',
    what: '`restart`에 도커가 모르는 정책이 적혀 있습니다.',
    why: '`docker compose config`는 통과하지만 컨테이너를 만들 때 `invalid restart policy` 오류가 납니다.',
    how: '`unless-stopped`나 `on-failure:3`처럼 적으세요. 다시 시작하지 않으려면 `"no"`로 적으세요.',
  },
  also: ['C107'],
  href: 'https://docs.docker.com/reference/compose-file/services/#restart',

  *part(part) {
    // `deploy.restart_policy` takes its place.
    const isReplaced = child(child(part.value, 'deploy'), 'restart_policy') !== undefined;
    for (const { problem, key, path, piece } of badFormats(part, 'restart', 'condition')) {
      if (isReplaced && path.length === 3) continue;
      const other = problem.reason === 'unknown' ? nearest(piece.replace(/_/g, '-'), ['always', 'on-failure', 'unless-stopped', 'no']) : undefined;
      const fix =
        problem.reason === 'retries' ? { title: ko.drop(piece), edits: [replace(problem.span, '')] } : other && { title: ko.change(other), edits: [replace(problem.span, other)] };
      yield { at: problem.span, message: ko[problem.reason](key, piece), ...(fix && { fixes: [fix] }) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            restart: alway
        #            ^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            restart: always
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            restart: unless-stopped:3
        #                          ^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            restart: unless-stopped
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            restart: on-failure:3
          api:
            image: eclipse-temurin:21-jre
            restart: "no"
            deploy:
              restart_policy:
                condition: none
      `,
    },
  ],
};
