import { shell } from '../../core/example.ts';
import { type Fix, replace } from '../../core/rule.ts';
import type { Line } from '../line.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  quote: (sign: string) => `\`${sign}\` 따옴표는 셸의 따옴표가 아니어서 글자로 남습니다. 키보드의 따옴표로 고쳐 적으세요.`,
  write: '키보드의 따옴표로 바꾸기',
};

export const rule: CommandRule = {
  severity: 'warning',
  lesson: {
    title: '키보드의 따옴표를 쓰세요',
    what: '명령에 둥근 따옴표(“ ”, ‘ ’)를 썼습니다.',
    why: '블로그나 문서 편집기는 따옴표를 둥근 모양으로 바꾸곤 합니다. 셸은 이것을 따옴표로 보지 않아서, 빈칸에서 값이 잘리고 따옴표가 값에 글자로 들어갑니다.',
    how: '키보드의 `"`나 `\'` 따옴표로 바꾸세요.',
  },
  also: [],

  *line(line) {
    const text = line.raw(line.command.span);
    const open = openingQuote(text);
    if (open < 0) return;
    const start = line.command.span.start + open;
    yield { at: { start, end: start + 1 }, message: ko.quote(text[open] ?? ''), fixes: fixesOf(line, text, open) };
  },

  examples: [
    {
      bad: shell`
        docker run -e GREETING=“hello world” nginx:1.28-alpine
        #                      ^
      `,
      fixed: shell`
        docker run -e GREETING="hello world" nginx:1.28-alpine
      `,
    },
    {
      good: shell`
        docker run -e GREETING="그는 “안녕”이라고 했다" nginx:1.28-alpine
      `,
    },
  ],
};

/** The first round quote outside of the shell's own quotes. */
function openingQuote(text: string): number {
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? '';
    if (quote === '' && /["']/.test(sign)) quote = sign;
    else if (sign === quote) quote = '';
    else if (quote === '' && /[“”‘’]/.test(sign)) return i;
  }
  return -1;
}

/** A pair is mended together; a lone quote is left to the reader. */
function fixesOf(line: Line, text: string, open: number): readonly Fix[] {
  const close = text.slice(open + 1).search(/[“”‘’]/);
  if (close < 0) return [];
  const single = /[‘’]/.test(text[open] ?? '');
  const at = (offset: number) => ({ start: line.command.span.start + offset, end: line.command.span.start + offset + 1 });
  const sign = single ? "'" : '"';
  if (text.slice(open + 1, open + 1 + close).includes(sign)) return [];
  return [{ title: ko.write, edits: [replace(at(open), sign), replace(at(open + 1 + close), sign)] }];
}
