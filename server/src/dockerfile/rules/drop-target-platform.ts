import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  redundant: '`--platform=$TARGETPLATFORM`은 적지 않아도 같은 뜻입니다. 지우세요.',
  remove: '`--platform` 지우기',
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '`--platform=$TARGETPLATFORM`은 지우세요',
    what: '`FROM`에 `--platform=$TARGETPLATFORM`이 적혀 있습니다.',
    why: '`FROM`은 아무것도 적지 않아도 만들려는 플랫폼의 이미지를 고릅니다. 같은 말을 두 번 하면 특별한 까닭이 있는 듯 보입니다.',
    how: '플래그를 지우세요. 빌드하는 컴퓨터의 플랫폼을 쓰려면 `--platform=$BUILDPLATFORM`으로 적으세요.',
  },
  also: ['D224', 'RedundantTargetPlatform'],
  href: 'https://docs.docker.com/reference/build-checks/redundant-target-platform/',

  *instruction({ keyword, flags, args }) {
    if (keyword !== 'FROM') return;
    const flag = flags.find(({ name }) => name.text === 'platform');
    if (!flag?.value || !/^["']?\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})["']?$/.test(flag.value.text)) return;
    const end = args[0]?.span.start ?? flag.span.end;
    yield { at: flag.span, message: ko.redundant, tag: 'unnecessary', fixes: [{ title: ko.remove, edits: [replace({ start: flag.span.start, end }, '')], safe: true }] };
  },

  examples: [
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
        FROM --platform=$BUILDPLATFORM node:24-alpine AS build
      `,
    },
  ],
};
