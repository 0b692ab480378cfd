import { dotenv } from '../../core/example.ts';
import { lineAt } from '../lines.ts';
import type { DotenvRule } from '../rule.ts';

const ko = {
  continued: '줄 끝의 `\\` 글자는 다음 줄로 이어 주지 않고 값에 그대로 들어갑니다. 값을 한 줄에 적거나 큰따옴표로 감싸세요.',
  join: '한 줄로 잇기',
};

export const rule: DotenvRule = {
  severity: 'warning',
  lesson: {
    title: '긴 값을 `\\`로 나누지 말고 한 줄에 적으세요',
    what: '따옴표 없는 값이 `\\`로 끝나고 다음 줄에 나머지가 있습니다.',
    why: 'env 파일은 셸 스크립트가 아닙니다. `\\`는 값의 마지막 글자가 되고, 다음 줄은 다른 변수로 읽히거나 오류가 됩니다.',
    how: '한 줄에 이어 적으세요. 값에 줄바꿈이 필요하면 큰따옴표로 감싸고 그 안에서 줄을 바꾸세요.',
  },
  also: [],
  href: 'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax',

  *file({ text, variables, errors }) {
    const refused = new Set(errors.map(({ span }) => lineAt(text, span.start).start));
    for (const { value } of variables) {
      if (value?.quote !== 'none' || !value.raw.text.endsWith('\\')) continue;
      const line = lineAt(text, value.raw.span.end);
      const newline = text.indexOf('\n', line.end);
      const next = newline < 0 ? line : lineAt(text, newline + 1);
      const rest = newline < 0 ? '' : text.slice(next.start, next.end).trim();
      // A path of Windows may end so.
      if (line.end !== value.raw.span.end || rest === '' || /^#|^(?:export\s+)?[\w.-]+\s*(?:[=:]|$)/.test(rest)) continue;
      const at = { start: value.raw.span.end - 1, end: value.raw.span.end };
      const start = next.start + (text.slice(next.start, next.end).length - text.slice(next.start, next.end).trimStart().length);
      const isRefused = refused.has(next.start);
      yield {
        at,
        message: ko.continued,
        fixes: [{ title: ko.join, edits: [{ span: { start: at.start, end: start }, text: '' }] }],
        ...(isRefused && { severity: 'error' as const }),
      };
    }
  },

  examples: [
    {
      bad: dotenv`
        JAVA_OPTS=-Xms256m \
                           ^
          -Xmx512m -Dx=1
      `,
      fixed: dotenv`
        JAVA_OPTS=-Xms256m -Xmx512m -Dx=1
      `,
    },
    {
      good: dotenv`
        DATA_DIR=C:\data\
        DB_NAME=shop
        LINES="one \
        two"
      `,
    },
  ],
};
