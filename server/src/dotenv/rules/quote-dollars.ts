import { dotenv } from '../../core/example.ts';
import { isSecretName } from '../../core/secret.ts';
import { literalDollars, type Reference, referencesIn } from '../dollars.ts';
import type { DotenvFile } from '../file.ts';
import { soundVariables } from '../reading.ts';
import type { DotenvRule } from '../rule.ts';

const ko = {
  read: (text: string) => `\`${text}\` 부분은 변수로 읽히는데 그런 변수가 없어 빈 글자가 됩니다. \`$\` 글자를 그대로 쓰려면 값을 작은따옴표로 감싸세요.`,
  quote: '작은따옴표로 감싸기',
  double: '`$$`로 적기',
};

export const rule: DotenvRule = {
  severity: 'warning',
  lesson: {
    title: '`$`가 든 값은 작은따옴표로 감싸세요',
    what: '따옴표가 없거나 큰따옴표인 값에 `$`가 있고, 뒤따르는 이름의 변수가 없습니다.',
    why: '컴포즈는 `pa$word`에서 `$word`를 변수로 보고 그 값을 넣습니다. 변수가 없으면 `pa`만 남아, 비밀번호가 틀렸다는 오류로 돌아옵니다.',
    how: "`PASSWORD='pa$word'`처럼 작은따옴표로 감싸세요. 그 안에서는 `$`가 글자 그대로 남습니다.",
  },
  also: ['E103'],
  href: 'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax',

  *file(file) {
    const set = namesIn(file);
    for (const { name, value } of soundVariables(file)) {
      if (!value) continue;
      const isSecret = isSecretName(name.text);
      const reference = referencesIn(value).find((it) => !set.has(it.name) && isSign(it, value.raw, isSecret));
      if (!reference) continue;
      const at = { start: reference.span.start, end: reference.span.end };
      yield { at, message: ko.read(reference.text), fixes: literalDollars(value, at, ko) };
    }
  },

  examples: [
    {
      bad: dotenv`
        DB_PASSWORD=pa$word
                      ^^^^^
      `,
      fixed: dotenv`
        DB_PASSWORD='pa$word'
      `,
    },
    {
      bad: dotenv`
        API_SECRET="it's$cret"
                        ^^^^^
      `,
      fixed: dotenv`
        API_SECRET="it's$$cret"
      `,
    },
    {
      good: dotenv`
        DB_PASSWORD='pa$word'
        DB_USER=shop
        DB_URL=mysql://$DB_USER@\${DB_HOST:-mysql}
        DATA=$HOME/data
        PRICE=$5
        TOKEN=$CI_TOKEN
      `,
    },
  ],
};

const namesIn = ({ variables }: DotenvFile): ReadonlySet<string> => new Set(variables.map(({ name }) => name.text));

/** Whether a `$` stands for itself. A name in braces or in capitals is meant as a variable, except in the middle of a secret. */
function isSign({ name, braced, span }: Reference, raw: { readonly text: string; readonly span: { readonly start: number } }, isSecret: boolean): boolean {
  if (braced) return false;
  if (/[a-z]/.test(name)) return !/^[a-z]+(?:_[a-z]+)+$/.test(name) || isSecret;
  return isSecret && /[A-Za-z0-9]/.test(raw.text[span.start - raw.span.start - 1] ?? '');
}
