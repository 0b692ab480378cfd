import { dockerfile } from '../../core/example.ts';
import { isSecretForBuildKit } from '../../core/secret.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  arg: (name: string) => `\`${name}\` 값은 이미지의 기록에 남아 누구나 볼 수 있습니다. \`ARG\` 대신 \`RUN --mount=type=secret\`을 쓰세요.`,
  env: (name: string) => `\`${name}\` 값은 이미지에 그대로 남아 누구나 볼 수 있습니다. 컨테이너를 실행할 때 \`-e\`나 컴포즈의 \`environment\`로 주세요.`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '비밀번호와 키는 이미지에 넣지 마세요',
    what: '`ARG`나 `ENV`에 비밀번호, 토큰, 키로 보이는 변수가 있습니다.',
    why: '`ENV`의 값은 이미지에, `ARG`의 값은 빌드 기록에 남습니다. 이미지를 받은 사람은 `docker history`와 `docker inspect`로 볼 수 있습니다.',
    how: '빌드할 때 필요하면 `RUN --mount=type=secret,id=이름`으로, 실행할 때 필요하면 `docker run -e`나 컴포즈의 `environment`로 주세요.',
  },
  also: ['D222', 'SecretsUsedInArgOrEnv', 'DL3064'],
  href: 'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',

  *instruction(instruction) {
    if (instruction.keyword !== 'ARG' && instruction.keyword !== 'ENV') return;
    for (const { name } of instruction.pairs) {
      if (!isSecretForBuildKit(name.text)) continue;
      yield { at: name.span, message: instruction.keyword === 'ARG' ? ko.arg(name.text) : ko.env(name.text) };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        ARG NPM_TOKEN
        #   ^^^^^^^^^
        ENV DB_PASSWORD=1234
        #   ^^^^^^^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        ARG KEYBOARD=ko
        ENV PUBLIC_KEY=abc
        RUN --mount=type=secret,id=npm_token npm ci
      `,
    },
  ],
};
