import { dotenv } from '../../core/example.ts';
import type { Fix } from '../../core/rule.ts';
import type { Span } from '../../core/text.ts';
import { literalDollars } from '../dollars.ts';
import type { Value } from '../file.ts';
import { soundVariables } from '../reading.ts';
import type { DotenvRule } from '../rule.ts';
import { valuesOf } from '../values.ts';

const ko = {
  bad: (text: string) => `\`${text}\` 부분은 변수 형식이 아니어서 컴포즈가 이 파일을 거부합니다. \`\${이름}\` 형식으로 적거나, 글자 그대로라면 값을 작은따옴표로 감싸세요.`,
  close: '`}` 닫기',
  quote: '작은따옴표로 감싸기',
  double: '`$$`로 적기',
};

export const rule: DotenvRule = {
  severity: 'error',
  lesson: {
    title: '값 안의 변수는 `${이름}` 형식으로 적으세요',
    what: '값에 `${`로 시작하지만 변수 형식이 아닌 것이 있습니다.',
    why: '컴포즈는 `${`를 변수의 시작으로 읽습니다. 닫는 `}`가 없거나 이름이 아닌 글자가 있으면 `invalid template` 오류를 내고 파일 전체를 쓰지 않습니다.',
    how: '`${이름}`이나 `${이름:-기본값}`으로 적으세요. 글자 그대로 넣을 값이라면 작은따옴표로 감싸세요.',
  },
  also: ['E101'],
  href: 'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax',

  *file(file) {
    for (const { problem, variable } of valuesOf({ ...file, variables: soundVariables(file) }).problems) {
      const { value } = variable;
      if (problem.kind !== 'invalid' || !value) continue;
      const from = value.raw.text.indexOf(problem.text);
      const start = value.raw.span.start + Math.max(from, 0);
      const at = { start, end: from < 0 ? value.raw.span.end : start + problem.text.length };
      yield { at, message: ko.bad(problem.text), fixes: fixesOf(value, at, problem.text) };
    }
  },

  examples: [
    {
      bad: dotenv`
        NAME=shop
        DB_NAME=\${NAME
                ^^^^^^
      `,
      fixed: dotenv`
        NAME=shop
        DB_NAME=\${NAME}
      `,
    },
    {
      bad: dotenv`
        DB_PASSWORD=a\${b c}
                     ^^^^^^
      `,
      fixed: dotenv`
        DB_PASSWORD='a\${b c}'
      `,
    },
    {
      good: dotenv`
        NAME=shop
        DB_NAME=\${NAME}-\${SUFFIX:-dev}
        PATTERN='\${b c}'
        PRICE=$5
      `,
    },
  ],
};

function fixesOf(value: Value, at: Span, text: string): Fix[] {
  const literal = literalDollars(value, at, ko);
  return /^\$\{[A-Za-z_]\w*$/.test(text) ? [{ title: ko.close, edits: [{ span: { start: at.end, end: at.end }, text: '}' }] }, ...literal] : literal;
}
