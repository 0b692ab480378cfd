import { dotenv } from '../../core/example.ts';
import { isSecretName } from '../../core/secret.ts';
import { lineAt } from '../lines.ts';
import type { DotenvRule } from '../rule.ts';

const ko = {
  cut: (rest: string) => `공백 뒤의 \`#\` 글자부터 주석이라 \`${rest}\` 부분이 값에서 빠집니다. 값의 일부라면 전체를 작은따옴표로 감싸세요.`,
  quote: '작은따옴표로 감싸기',
};

export const rule: DotenvRule = {
  severity: 'warning',
  lesson: {
    title: '공백과 `#`이 든 비밀번호는 따옴표로 감싸세요',
    what: '비밀번호나 키의 값에서 공백 뒤에 `#`과 글자가 바로 이어집니다.',
    why: '컴포즈는 공백 다음의 `#`부터 주석으로 보고 버립니다. 오류 없이 짧아진 비밀번호가 들어가 로그인만 되지 않습니다.',
    how: "`DB_PASSWORD='abc #1'`처럼 작은따옴표로 감싸세요. 설명을 붙인 것이라면 `#` 뒤에 한 칸을 띄우세요.",
  },
  also: ['E104'],
  href: 'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax',

  *file({ text, variables }) {
    for (const { name, value } of variables) {
      if (value?.quote !== 'none' || value.raw.text === '' || !isSecretName(name.text)) continue;
      const { start, end } = value.raw.span;
      const rest = text.slice(end, lineAt(text, end).end).trimEnd();
      // A comment is made of words: with a blank behind its sign, in letters only, or in another alphabet than passwords are.
      if (!/^ #[!-~]{1,32}$/.test(rest) || /^ #[A-Za-z]+[.!?]?$/.test(rest)) continue;
      const at = { start: end + 1, end: end + rest.length };
      const whole = text.slice(start, at.end);
      const fixes = whole.includes("'") ? [] : [{ title: ko.quote, edits: [{ span: { start, end: at.end }, text: `'${whole}'` }] }];
      yield { at, message: ko.cut(rest.slice(1)), fixes };
    }
  },

  examples: [
    {
      bad: dotenv`
        DB_PASSWORD=abc #1
                        ^^
      `,
      fixed: dotenv`
        DB_PASSWORD='abc #1'
      `,
    },
    {
      good: dotenv`
        DB_PASSWORD='abc #1'
        API_KEY=abc#1
        JWT_SECRET=abcd # 바꾸세요
        TOKEN=abcd #바꾸세요
        PRIVATE_KEY=abcd #changeme
        WEB_PORT=80 #80
      `,
    },
  ],
};
