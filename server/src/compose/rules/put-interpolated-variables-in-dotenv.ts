import { compose } from '../../core/example.ts';
import type { ComposeRule } from '../rule.ts';
import { unsetVariables } from '../unset-variables.ts';

const ko = {
  notRead: (name: string, file: string) =>
    `\`env_file\`은 컨테이너에만 변수를 넣으므로 \`${file}\` 파일의 \`${name}\` 변수는 여기에 채워지지 않습니다. \`.env\`에 \`${name}=값\`을 적으세요.`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '컴포즈 파일이 쓰는 변수는 `.env`에 적으세요',
    what: '컴포즈 파일의 `${변수}`가 `.env`에는 없고 `env_file`로 적은 파일에만 있습니다.',
    why: '`env_file`은 컨테이너 안의 환경 변수를 정합니다. 컴포즈가 파일의 `${변수}`를 채울 때에는 셸과 `.env`만 보므로 빈 글자가 됩니다.',
    how: '`.env`에 그 변수를 적거나, `docker compose --env-file 파일 up`으로 실행하세요.',
  },
  scope: 'project',
  also: ['C505'],
  href: 'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/',

  *file(model, project) {
    for (const { name, span, envFile } of unsetVariables(model, project)) if (envFile !== undefined) yield { at: span, message: ko.notRead(name, envFile) };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            env_file: web.env
            ports:
              - "\${WEB_PORT}:80"
        #        ^^^^^^^^^^^
      `,
      around: { 'web.env': 'WEB_PORT=8080\n' },
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            env_file: web.env
            ports:
              - "\${WEB_PORT}:\${INNER_PORT:-80}"
      `,
      around: { 'web.env': 'WEB_PORT=8080\nINNER_PORT=80\n', '.env': 'WEB_PORT=8080\n' },
    },
  ],
};
