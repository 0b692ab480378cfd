import { dockerfile } from '../../core/example.ts';
import type { Instruction } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  empty: (keyword: string, example: string) => `\`${keyword}\` 뒤에 내용이 없습니다. \`${keyword} ${example}\`처럼 적으세요.`,
  destination: (keyword: string) => `\`${keyword}\` 명령에는 복사할 것과 놓을 곳이 모두 필요합니다. \`${keyword} package.json ./\`처럼 두 가지를 적으세요.`,
  heredoc: (keyword: string) => `\`${keyword}\` 명령의 마지막에는 놓을 곳이 와야 합니다. 히어독 뒤에 \`/app/config\` 같은 경로를 적으세요.`,
  volume: '볼륨의 경로가 비어 있습니다. `VOLUME ["/data"]`처럼 경로를 적으세요.',
};

/** What may stand behind an instruction that needs something. */
const EXAMPLES: Readonly<Record<string, string>> = {
  ARG: 'VERSION=1.0',
  ENV: 'NODE_ENV=production',
  LABEL: 'version="1.0"',
  EXPOSE: '3000',
  MAINTAINER: 'shop@example.com',
  ONBUILD: 'COPY . /app',
  STOPSIGNAL: 'SIGQUIT',
  USER: 'node',
  VOLUME: '/data',
  WORKDIR: '/app',
  HEALTHCHECK: 'CMD curl -f http://localhost/ || exit 1',
  SHELL: '["/bin/bash", "-c"]',
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '명령 뒤에 필요한 내용을 모두 적으세요',
    what: '명령만 있고 뒤에 올 내용이 없거나, `COPY`에 놓을 곳이 없습니다.',
    why: '도커는 명령마다 필요한 내용의 개수를 먼저 확인합니다. 모자라면 빌드를 시작하지 않습니다.',
    how: '필요한 내용을 적으세요. 쓰지 않을 줄이라면 지우세요.',
  },
  also: ['D108'],
  href: 'https://docs.docker.com/reference/dockerfile/#overview',

  *instruction(instruction) {
    const message = problemOf(instruction);
    if (message) yield { at: instruction.name.span, message };
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR
        ^^^^^^^
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        COPY package.json
        ^^^^
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        COPY <<EOF /app/config
        port=3000
        EOF
        HEALTHCHECK NONE
      `,
    },
  ],
};

function problemOf({ keyword, args, exec, heredocs }: Instruction): string | undefined {
  const count = exec && keyword !== 'HEALTHCHECK' ? exec.elements.length : args.length;
  if (keyword === 'COPY' || keyword === 'ADD') {
    if (count < 2) return ko.destination(keyword);
    const last = args.at(-1);
    return last && heredocs.some(({ marker }) => marker.start === last.span.start) ? ko.heredoc(keyword) : undefined;
  }
  const example = EXAMPLES[keyword];
  if (example !== undefined && count === 0) return ko.empty(keyword, example);
  return keyword === 'VOLUME' && exec?.elements.some(({ text }) => text.trim() === '') ? ko.volume : undefined;
}
