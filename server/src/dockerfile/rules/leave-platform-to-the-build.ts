import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  constant: (platform: string) =>
    `이 이미지는 어느 컴퓨터에서 빌드해도 \`${platform}\` 전용이 됩니다. 플랫폼은 \`docker build --platform\`이나 컴포즈의 \`platform\`으로 정하세요.`,
  redundant: '`$TARGETPLATFORM`은 적지 않아도 쓰이는 기본값입니다. 이 옵션을 지우세요.',
  remove: '`--platform` 지우기',
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '플랫폼은 빌드할 때 정하세요',
    what: '`FROM --platform=linux/amd64`처럼 플랫폼을 못 박았거나, 기본값인 `$TARGETPLATFORM`을 적었습니다.',
    why: '플랫폼을 못 박으면 Apple 실리콘 맥 같은 다른 컴퓨터에서는 에뮬레이션으로 느리게 돌고, 여러 플랫폼용 이미지를 만들 수 없습니다.',
    how: '`--platform`을 지우고, 필요하면 `docker build --platform linux/amd64 .`처럼 빌드할 때 정하세요.',
  },
  also: ['D224', 'FromPlatformFlagConstDisallowed', 'RedundantTargetPlatform', 'DL3029'],
  href: 'https://docs.docker.com/reference/build-checks/from-platform-flag-const-disallowed/',

  *instruction(instruction, block) {
    if (instruction.keyword !== 'FROM') return;
    const flag = instruction.flags.find(({ name }) => name.text === 'platform');
    const value = flag?.value?.text;
    if (!flag || !value) return;
    const isRedundant = /^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(value);
    // A stage that is named after its platform is one of several.
    if (!isRedundant && (value.includes('$') || value.split('/').some((part) => instruction.stage?.text.includes(part)))) return;
    const space = /^\s*/.exec(block.text.slice(flag.span.end))?.[0].length ?? 0;
    const whole = { start: flag.span.start, end: flag.span.end + space };
    yield {
      at: flag.span,
      message: isRedundant ? ko.redundant : ko.constant(value),
      fixes: [{ title: ko.remove, edits: [replace(whole, '')], ...(isRedundant && { safe: true as const }) }],
    };
  },

  examples: [
    {
      bad: dockerfile`
        FROM --platform=linux/amd64 node:24-alpine
        #    ^^^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
      `,
    },
    {
      bad: dockerfile`
        FROM --platform=$TARGETPLATFORM node:24-alpine
        #    ^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
      `,
    },
    {
      good: dockerfile`
        FROM --platform=$BUILDPLATFORM golang:1.25 AS build
        FROM --platform=linux/arm64 alpine:3.22 AS run-arm64
      `,
    },
  ],
};
