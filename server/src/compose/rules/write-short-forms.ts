import { compose } from '../../core/example.ts';
import { badFormats } from '../bad-formats.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  device: '장치의 짧은 문법은 `호스트의 장치:컨테이너의 장치:권한`까지만 적습니다. 경로에 콜론이 있으면 `source`와 `target`을 쓰는 긴 문법으로 적으세요.',
  pair: (text: string) => `\`${text}\` 항목에 \`=\`가 없습니다. \`이름=경로\`처럼 이름과 값을 \`=\`로 이으세요.`,
  ssh: (text: string) => `\`${text}\` 항목은 SSH 키로 쓸 수 없습니다. \`default\`를 적거나 \`이름=키의 경로\`처럼 적으세요.`,
  security: (text: string) => `\`${text}\` 항목은 보안 옵션으로 읽을 수 없습니다. \`no-new-privileges:true\`나 \`seccomp=unconfined\`처럼 적으세요.`,
  'env-format': (text: string) => `\`${text}\` 형식은 쓸 수 없습니다. \`format\`에는 \`raw\`만 적을 수 있으니, 보통의 env 파일이라면 이 줄을 지우세요.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '짧은 문법의 형식을 지키세요',
    what: '`devices`, `ssh`, `additional_contexts`, `security_opt`처럼 한 줄로 줄여 적는 값의 형식이 맞지 않습니다.',
    why: '컴포즈는 `confusing device mapping`, `invalid ssh key`, `expected key=value`, `Invalid security-opt` 같은 오류를 냅니다.',
    how: '메시지에 나온 형식대로 고치거나 긴 문법으로 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *misfits(part) {
    for (const { problem } of badFormats(part, 'device')) yield { at: problem.span, message: ko.device };
    for (const { problem, text } of badFormats(part, 'pair', 'ssh', 'security', 'env-format')) yield { at: problem.span, message: ko[problem.format](text) };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            devices:
              - /dev/a:/dev/b:rwm:x
        #                        ^^
      `,
    },
    {
      bad: compose`
        services:
          web:
            build:
              context: ./web
              ssh:
                - ~/.ssh/id_ed25519
        #         ^^^^^^^^^^^^^^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            build:
              context: ./web
              ssh:
                - default
                - github=~/.ssh/id_ed25519
            devices:
              - /dev/ttyUSB0:/dev/ttyUSB0:rw
            security_opt:
              - no-new-privileges:true
      `,
    },
  ],
};
