import { dockerfile } from '../../core/example.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  secret: (file: string) =>
    `\`${file}\` 파일이 이미지에 그대로 남아, 이미지를 받은 사람은 누구나 꺼내 볼 수 있습니다. 빌드할 때만 필요하면 \`RUN --mount=type=secret\`, 실행할 때 필요하면 \`env_file\`이나 볼륨으로 넘기세요.`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '비밀 파일은 이미지에 넣지 마세요',
    what: '`.env`, `id_rsa`, `*.pem`처럼 비밀번호나 키가 든 파일을 `COPY`나 `ADD`로 복사합니다.',
    why: '복사한 파일은 레이어에 남습니다. 뒤에서 `RUN rm`으로 지워도 이미지를 받은 사람은 앞의 레이어에서 꺼낼 수 있습니다.',
    how: '빌드할 때만 필요하면 `RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci`처럼 쓰세요. 실행할 때 필요하면 컴포즈의 `env_file`이나 `secrets`로 넘기고, `.dockerignore`에도 적으세요.',
  },
  also: ['D223'],
  href: 'https://docs.docker.com/build/building/secrets/',

  *instruction(instruction) {
    if ((instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') || instruction.flags.some(({ name }) => name.text === 'from')) return;
    for (const source of instruction.sources) {
      const file = source.text.replace(/^["']|["']$/g, '').replace(/^.*\//, '');
      if (isSecret(file)) yield { at: source.span, message: ko.secret(file), ...(file === '.npmrc' && { severity: 'hint' as const }) };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package.json .env ./
        #                 ^^^^
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY .env.example ca.pem id_rsa.pub ./
        COPY --from=build /app/.env ./
        RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
      `,
    },
  ],
};

/** Names under which passwords and private keys go. Examples, public keys and certificates are none. */
function isSecret(file: string): boolean {
  if (/example|sample|template|dist$|public|test|dummy|\.pub$/i.test(file)) return false;
  if (/^\.env(?:\*|\.\*|\.(?:local|prod(?:uction)?|staging|secret)(?:\.local)?)?$/.test(file)) return true;
  if (/^(?:\.npmrc|\.netrc|\.pypirc|\.pgpass|\.git-credentials|id_(?:rsa|dsa|ecdsa|ed25519))$/.test(file)) return true;
  return /\.(?:pem|key|p12|pfx)$/i.test(file) && !/\bca\b|cert|crt|chain|root|bundle|^pub|gpg|apt|repo|sign|archive/i.test(file);
}
