import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { isSecretName } from '../../core/secret.ts';
import type { ComposeRule } from '../rule.ts';
import { variablesUnder } from '../services.ts';

const ko = {
  cut: (rest: string) => `빈칸 뒤의 \`#\`부터는 주석이라 \`${rest}\` 부분이 값에서 빠집니다. 값이라면 작은따옴표로 감싸세요.`,
  quote: '작은따옴표로 감싸기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '`#`이 든 값은 따옴표로 감싸세요',
    what: '비밀번호 같은 값의 뒤에 `#`으로 시작하는 글자가 붙어 있습니다.',
    why: 'YAML에서는 빈칸 뒤의 `#`부터 줄 끝까지가 주석입니다. 오류 없이 값이 잘려서 비밀번호가 다르다는 오류로 나타납니다.',
    how: "`'abc #123'`처럼 값 전체를 따옴표로 감싸세요. 주석이라면 `#` 뒤에 빈칸을 두면 뜻이 분명해집니다.",
  },
  also: ['Y020'],
  href: 'https://docs.docker.com/reference/compose-file/services/#environment',

  *service({ node, block: { text }, alone }) {
    if (!alone) return;
    for (const { name, value, node: scalar } of variablesUnder(node)) {
      if (!isSecretName(name.text) || scalar.style !== 'plain') continue;
      const isItem = scalar.span.start === name.span.start && value !== undefined;
      const end = value ? scalar.span.end : name.span.end + 1;
      const line = /^[^\r\n]*/.exec(text.slice(end))?.[0] ?? '';
      const rest = /^[ \t]+(#[\x21-\x7e]{1,40})[ \t]*$/.exec(line)?.[1];
      if (rest === undefined || !/[\d!@%^&*]/.test(rest) || text[name.span.end] === '"') continue;
      const hash = end + line.indexOf('#');
      const whole = { start: value ? (isItem ? scalar.span.start : value.span.start) : hash, end: hash + rest.length };
      const quoted = `'${text.slice(whole.start, whole.end).replaceAll("'", "''")}'`;
      yield { at: { start: hash, end: whole.end }, message: ko.cut(rest), fixes: [{ title: ko.quote, edits: [replace(whole, quoted)] }] };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: abc #123!
        #                              ^^^^^
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
              MYSQL_ROOT_PASSWORD: 'abc #123!'
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
    {
      bad: compose`
        services:
          api:
            build: .
            environment:
              - DB_USER=shop
              - DB_PASSWORD=abc #123!
        #                       ^^^^^
      `,
      fixed: compose`
        services:
          api:
            build: .
            environment:
              - DB_USER=shop
              - 'DB_PASSWORD=abc #123!'
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: abc#123! # 연습용
              MYSQL_PASSWORD: 'abc #123!'
              MYSQL_USER: shop
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
  ],
};
