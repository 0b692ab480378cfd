import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { type MountProblem, mountFlags, mountProblem } from '../mounts.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  type: ({ text }: MountProblem) => `\`${text}\` 종류의 마운트는 없습니다. \`bind\`, \`cache\`, \`tmpfs\`, \`secret\`, \`ssh\` 가운데 하나를 적으세요.`,
  key: ({ text }: MountProblem) => `\`${text}\` 옵션은 마운트에 없습니다. \`target\`, \`source\`, \`from\`, \`id\` 같은 이름을 쉼표 뒤에 띄어쓰기 없이 적으세요.`,
  empty: () => '쉼표 사이나 뒤에 옵션이 없습니다. 쉼표를 지우거나, 쉼표 뒤의 띄어쓰기를 지워 옵션을 붙여 적으세요.',
  'no-value': ({ text }: MountProblem) => `\`${text}\` 옵션에 값이 없습니다. \`${text}=값\`처럼 적으세요.`,
  'not-for-type': ({ text, type }: MountProblem) => `\`${type}\` 종류의 마운트에는 \`${text}\` 옵션을 쓸 수 없습니다. 이 옵션을 지우거나 \`type\`을 바꾸세요.`,
  boolean: ({ text }: MountProblem) => `\`${text}\` 자리에는 \`true\`나 \`false\`만 적을 수 있습니다.`,
  number: ({ text }: MountProblem) => `\`${text}\` 자리에는 \`1000\` 같은 번호를 적어야 합니다. 사용자 이름은 쓸 수 없습니다.`,
  mode: ({ text }: MountProblem) => `\`${text}\` 값은 파일 권한이 아닙니다. \`0755\`처럼 0부터 7까지의 숫자로 적으세요.`,
  sharing: ({ text }: MountProblem) => `\`${text}\` 방식의 나눠 쓰기는 없습니다. \`shared\`, \`private\`, \`locked\` 가운데 하나를 적으세요.`,
  size: ({ text }: MountProblem) => `\`${text}\` 값은 크기가 아닙니다. \`64m\`처럼 숫자와 단위를 적으세요.`,
  'from-variable': () => '마운트의 `from`에는 변수를 쓸 수 없습니다. 변수를 쓴 `FROM` 줄로 스테이지를 만들고 그 이름을 적으세요.',
  'secret-name': () => '어느 비밀 값인지 알 수 없습니다. `type=secret,id=이름`처럼 `id`를 적으세요.',
  target: () => '어디에 연결할지 적혀 있지 않습니다. `target=/root/.npm`처럼 컨테이너 안의 경로를 적으세요.',
  change: (text: string) => `\`${text}\`로 고치기`,
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '`RUN --mount`에는 아는 옵션만 적으세요',
    what: '`--mount`의 종류나 옵션을 도커가 모르거나, 서로 맞지 않습니다.',
    why: '빌드할 때만 쓰는 마운트는 쉼표로 이은 `이름=값`으로 읽힙니다. 이름이 틀리면 도커는 빌드를 시작하지 않습니다.',
    how: '`--mount=type=cache,target=/root/.npm`처럼 띄어쓰기 없이 적으세요.',
  },
  also: ['D118'],
  href: 'https://docs.docker.com/reference/dockerfile/#run---mount',

  *instruction(instruction) {
    for (const { value } of mountFlags(instruction)) {
      const problem = value && value.text !== '' ? mountProblem(value) : undefined;
      if (!problem) continue;
      const { at, reason, better } = problem;
      yield {
        at,
        message: ko[reason](problem),
        ...(reason === 'target' && { severity: 'warning' as const }),
        ...(better && { fixes: [{ title: ko.change(better), edits: [replace(at, better)] }] }),
      };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        RUN --mount=type=cahce,target=/root/.npm npm ci
        #                ^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        RUN --mount=type=cache,target=/root/.npm npm ci
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        RUN --mount=type=cache,traget=/root/.npm npm ci
        #                      ^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        RUN --mount=type=cache,target=/root/.npm npm ci
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        RUN --mount=type=secret npm ci
        #           ^^^^^^^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        RUN --mount=type=secret,id=npmrc,required,target=/root/.npmrc npm ci
        RUN --mount=target=/src,ro --mount=type=tmpfs,target=/tmp,size=64m ls /src
        RUN --mount=type=cache,id=npm,sharing=locked,dst=/root/.npm npm ci
      `,
    },
  ],
};
