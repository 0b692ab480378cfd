import { dockerfile } from '../../core/example.ts';
import { platformProblem } from '../../core/grammar/platforms.ts';
import { type Fix, replace } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  fixed: (platform: string) => `이 스테이지는 어느 컴퓨터에서 빌드해도 \`${platform}\` 이미지만 씁니다. 꼭 필요하지 않으면 \`--platform\`을 지우세요.`,
  remove: '`--platform` 지우기',
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '`FROM`에 플랫폼을 못박지 마세요',
    what: '`FROM`의 `--platform`에 `linux/amd64` 같은 값이 그대로 적혀 있습니다.',
    why: '애플 실리콘 맥처럼 프로세서가 다른 컴퓨터에서는 느린 흉내 내기로 실행되고, 여러 플랫폼의 이미지를 한꺼번에 만들 수 없게 됩니다.',
    how: '플래그를 지우고, 한 번만 필요하면 `docker build --platform linux/amd64`로 빌드하세요. 일부러 고정한다면 스테이지 이름에 `amd64`처럼 드러내세요.',
  },
  also: ['D224', 'FromPlatformFlagConstDisallowed', 'DL3029'],
  href: 'https://docs.docker.com/reference/build-checks/from-platform-flag-const-disallowed/',

  *instruction(instruction) {
    if (instruction.keyword !== 'FROM') return;
    const { flags, args, stage } = instruction;
    const flag = flags.find(({ name }) => name.text === 'platform');
    const text = flag?.value?.text ?? '';
    if (!flag || text === '' || text.includes('$') || platformProblem(text)) return;
    const name = stage?.text.toLowerCase() ?? '';
    if (name !== '' && text.split('/').some((part) => name.includes(part))) return;
    const fixes: Fix[] = [{ title: ko.remove, edits: [replace({ start: flag.span.start, end: args[0]?.span.start ?? flag.span.end }, '')] }];
    yield { at: flag.span, message: ko.fixed(text), fixes };
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
      good: dockerfile`
        FROM --platform=linux/amd64 node:24-alpine AS build-amd64
        FROM --platform=$BUILDPLATFORM node:24-alpine
      `,
    },
  ],
};
