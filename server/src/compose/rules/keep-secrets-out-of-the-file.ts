import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { namesSecret } from '../../core/secret.ts';
import { valueOf } from '../environment.ts';
import type { ComposeRule } from '../rule.ts';
import { variablesUnder } from '../services.ts';

const ko = {
  plain: (name: string) => `\`${name}\`의 값이 파일에 그대로 적혀 있어 커밋하면 누구나 볼 수 있습니다. 값은 \`.env\`에 적고 \`\${${name}}\`처럼 가져오세요.`,
  weak: (name: string) => `\`${name}\`의 값은 누구나 먼저 넣어 보는 비밀번호입니다. 다른 값을 \`.env\`에 적고 \`\${${name}}\`처럼 가져오세요.`,
  change: (name: string) => `\`.env\`의 \`${name}\` 변수를 쓰게 바꾸기`,
};

export const rule: ComposeRule = {
  severity: 'hint',
  lesson: {
    title: '비밀번호는 컴포즈 파일 밖에 두세요',
    what: '비밀번호나 토큰을 컴포즈 파일에 그대로 적었습니다.',
    why: '컴포즈 파일은 보통 Git에 올립니다. 한 번 올라간 비밀번호는 지워도 기록에 남습니다. `root`나 `1234`처럼 쉬운 값이면 포트를 여는 순간 뚫립니다.',
    how: '`.env`에 값을 적고 `.gitignore`에 `.env`를 넣은 뒤, 컴포즈 파일에는 `${DB_PASSWORD}`처럼 이름만 적으세요. 내 컴퓨터에서만 쓰는 연습용이라면 그대로 두어도 됩니다.',
  },
  also: ['C135', 'C136'],
  href: 'https://docs.docker.com/compose/how-tos/environment-variables/set-environment-variables/',

  *service(service) {
    for (const variable of variablesUnder(service.node)) {
      const { name, value } = variable;
      const text = valueOf(variable);
      if (!value || text === undefined || !/^[A-Z][A-Z0-9_]*$/.test(name.text) || !namesSecret(name.text) || !isSecret(text)) continue;
      const fixes = [{ title: ko.change(name.text), edits: [replace(value.span, `\${${name.text}}`)] }];
      yield { at: value.span, message: WEAK.test(text) ? ko.weak(name.text) : ko.plain(name.text), fixes };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: shop-8f3k
        #                          ^^^^^^^^^
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${MYSQL_ROOT_PASSWORD}
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
              MYSQL_PASSWORD_FILE: /run/secrets/db-password
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
  ],
};

const isSecret = (text: string) => text !== '' && !/^(?:true|false|yes|no|on|off|none|null|0|1)$/i.test(text) && !/^[/.<]|^https?:|\{/.test(text);

/** What an attacker tries first. */
const WEAK =
  /^(?:root|admin|password|passwd|pass|secret|test|guest|user|postgres|mysql|mongo|example|changeme|qwerty|0{4,8}|1{4,8}|1234|12345|123456|1234567|12345678|123456789|root1234|admin1234|password123)$/i;
