import { compose } from '../../core/example.ts';
import type { ComposeRule } from '../rule.ts';
import { unsetVariables } from '../unset-variables.ts';

const ko = {
  unset: (name: string) => `\`${name}\` 변수가 \`.env\`에 없고 기본값도 없습니다. \`.env\`에 \`${name}=값\` 줄을 적거나 \`\${${name}:-기본값}\` 형식으로 적으세요.`,
  required: (name: string) => `꼭 있어야 하는 \`${name}\` 변수가 없습니다. \`.env\`에 \`${name}=값\`을 적으세요.`,
};

export const rule: ComposeRule = {
  severity: 'information',
  lesson: {
    title: '쓰는 변수를 `.env`에 적으세요',
    what: '컴포즈 파일이 쓰는 변수가 `.env`에 없고 기본값도 없습니다.',
    why: '셸에도 없으면 빈 글자가 되고 `The "…" variable is not set. Defaulting to a blank string.` 경고가 나옵니다. `:?`를 붙인 변수라면 오류가 나고 시작하지 못합니다.',
    how: '`.env`에 변수를 적거나, 파일에 `${이름:-기본값}`처럼 기본값을 적으세요. 셸에서 정하는 변수라면 그대로 두어도 됩니다.',
  },
  scope: 'project',
  also: ['C502', 'C503'],
  href: 'https://docs.docker.com/reference/compose-file/interpolation/',

  *file(model, project) {
    if (!project.hasEnvFile) return;
    for (const { name, span: at, required, envFile } of unsetVariables(model, project)) {
      if (envFile !== undefined) continue;
      yield required ? { at, message: ko.required(name), severity: 'warning' } : { at, message: ko.unset(name) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
        #                          ^^^^^^^^^^^^^^
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
      around: { '.env': 'DB_NAME=shop\n' },
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
              MYSQL_DATABASE: \${DB_NAME:-shop}
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
      around: { '.env': 'DB_PASSWORD=shop1234\n' },
    },
  ],
};
