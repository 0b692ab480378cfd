import { dockerfile } from '../../core/example.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  host: (source: string) => `\`COPY\`는 내 컴퓨터의 \`${source}\` 경로를 읽지 못합니다. 파일을 빌드 컨텍스트 폴더 안에 두고 그 폴더부터의 경로로 적으세요.`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '복사할 파일은 컨텍스트부터의 경로로 적으세요',
    what: '`COPY /Users/kim/app .`이나 `COPY C:\\app .`처럼 내 컴퓨터의 절대 경로를 적었습니다.',
    why: '`COPY`의 원본은 언제나 빌드 컨텍스트가 기준입니다. 맨 앞의 `/`는 컨텍스트 폴더를 뜻하므로, 컨텍스트 안에서 `Users/kim/app`을 찾다가 `not found`로 실패합니다.',
    how: 'Dockerfile이 있는 폴더(빌드 컨텍스트) 안에 파일을 두고 `COPY app .`처럼 적으세요.',
  },
  also: ['D258'],
  href: 'https://docs.docker.com/build/concepts/context/',

  *instruction(instruction, _block, escape) {
    if ((instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') || instruction.flags.some(({ name }) => name.text === 'from')) return;
    for (const source of instruction.sources) if (isHostPath(source.text, escape === '`')) yield { at: source.span, message: ko.host(source.text) };
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        COPY /Users/kim/shop/server.js /app/
        #    ^^^^^^^^^^^^^^^^^^^^^^^^^
        COPY ~/.npmrc /root/
        #    ^^^^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        COPY /src /app/src
        COPY --from=build /home/node/app /app
        ADD https://example.com/Users/kim /x
      `,
    },
  ],
};

/** Somebody's own folder, a Windows drive or its mount, or `~`. Windows images are left alone. */
const isHostPath = (source: string, isWindows: boolean) =>
  /^["']?(?:\/Users\/[^/]|\/home\/[^/]+\/|\/mnt\/[a-z]\/|~\/)/.test(source) || (!isWindows && /^["']?[A-Za-z]:[\\/]/.test(source));
