import { compose } from '../../core/example.ts';
import { namesSecret } from '../../core/secret.ts';
import type { ComposeRule } from '../rule.ts';
import { interpolatedVariables } from '../unset-variables.ts';

const ko = {
  tracked: (name: string) => `\`${name}\` 값이 있는 \`.env\`가 Git에 함께 올라갈 수 있습니다. \`.gitignore\`에 \`.env\` 줄을 적으세요.`,
};

export const rule: ComposeRule = {
  severity: 'information',
  lesson: {
    title: '비밀 값이 있는 `.env`는 `.gitignore`에 적으세요',
    what: '`.env`에 비밀번호나 키로 보이는 값이 있는데 `.gitignore`에 `.env`가 없습니다.',
    why: '한 번 올라간 값은 지워도 Git의 기록에 남아서 누구나 볼 수 있습니다.',
    how: '`.gitignore`에 `.env` 줄을 적고, 값을 뺀 `.env.example`을 대신 올리세요. 이미 올렸다면 `git rm --cached .env`를 실행하고 비밀 값을 바꾸세요.',
  },
  scope: 'project',
  also: ['C506'],
  href: 'https://docs.docker.com/compose/how-tos/environment-variables/best-practices/',

  *file(model, project) {
    if (!project.envFileIsTracked) return;
    for (const { name, span } of interpolatedVariables(model)) {
      const set = namesSecret(name) ? project.variable(name) : undefined;
      if (set?.file !== '.env' || set.value === '' || /[<$]|example|change.?me|your/i.test(set.value)) continue;
      yield { at: span, message: ko.tracked(name) };
      return;
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_DATABASE: \${DB_NAME}
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
        #                          ^^^^^^^^^^^^^^
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
      around: { '.env': 'DB_NAME=shop\nDB_PASSWORD=shop1234\n', '.git/HEAD': 'ref: refs/heads/main\n', '.gitignore': 'node_modules/\n' },
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
      `,
      around: { '.env': 'DB_PASSWORD=shop1234\n', '.git/HEAD': 'ref: refs/heads/main\n', '.gitignore': 'node_modules/\n.env\n' },
    },
  ],
};
