import { dockerfile } from '../../core/example.ts';
import type { DockerfileRule } from '../rule.ts';
import { isApt, packageCall } from '../shell/packages.ts';
import { scriptIn } from '../shell/read.ts';

const ko = {
  upgrade: (action: string) => `\`${action}\` 명령은 배포판 전체를 바꾸어 이미지를 키우고, 빌드할 때마다 결과가 달라집니다. \`FROM\`의 태그를 새 버전으로 바꾸세요.`,
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '배포판을 올릴 때는 `FROM`의 태그를 바꾸세요',
    what: '`apt-get dist-upgrade`로 이미지 안의 배포판 전체를 올리고 있습니다.',
    why: '이미 들어 있는 패키지를 새 레이어에 또 담으므로 이미지가 커지고, 같은 Dockerfile에서 날마다 다른 이미지가 나옵니다.',
    how: '베이스 이미지의 새 태그를 쓰고 `docker build --pull`로 다시 빌드하세요. 보안 수정은 공식 이미지에 곧 담깁니다.',
  },
  also: ['DL3005'],
  href: 'https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often',

  *instruction(instruction, block, escape) {
    if (instruction.keyword !== 'RUN') return;
    for (const command of scriptIn(block, escape).commands) {
      const call = packageCall(command);
      if (!call || !isApt(call) || !/^(?:dist-upgrade|full-upgrade)$/.test(call.action.text)) continue;
      yield { at: { start: call.program.span.start, end: call.action.span.end }, message: ko.upgrade(`${call.manager} ${call.action.text}`) };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM ubuntu:22.04
        RUN apt-get update && apt-get dist-upgrade -y
                              ^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM ubuntu:24.04
        RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
      `,
    },
  ],
};
