import { dotenv } from '../../core/example.ts';
import type { Edit, Finding } from '../../core/rule.ts';
import type { Span } from '../../core/text.ts';
import type { DotenvError, DotenvFile } from '../file.ts';
import { lineAt, variableBefore } from '../lines.ts';
import { continuedAt } from '../reading.ts';
import type { DotenvRule } from '../rule.ts';

const ko = {
  comment: (mark: string) => `\`${mark}\` 표시는 주석이 아니어서 컴포즈가 이 파일을 거부합니다. 주석은 \`#\` 글자로 시작하세요.`,
  asComment: '`#` 주석으로 바꾸기',
  noEquals: '이 줄은 `이름=값` 형식이 아니어서 컴포즈가 이 파일을 거부합니다. 변수라면 `=`을 넣고, 설명이라면 줄 앞에 `#`을 붙이세요.',
  addEquals: (line: string) => `\`${line}\` 줄로 고치기`,
  commentOut: '주석으로 만들기',
  sign: (sign: string) => `이름에 \`${sign}\` 글자는 쓸 수 없어 컴포즈가 이 파일을 거부합니다. 이름은 영문자, 숫자, \`_\` 글자로 적으세요.`,
  space: '이름에 공백이 있어 컴포즈가 이 파일을 거부합니다. 공백을 빼거나 `_`로 바꾸세요.',
  unclosed: (quote: string) => `닫는 따옴표 \`${quote}\` 글자가 없어 컴포즈가 이 파일을 거부합니다. 값의 끝에 따옴표를 적으세요.`,
  behind: '따옴표가 닫힌 뒤에 글자가 남아 있어 컴포즈가 이 파일을 거부합니다. 값 전체를 한 쌍의 따옴표로 감싸세요.',
  close: '따옴표 닫기',
  unquote: '따옴표 빼기',
  change: (text: string) => `\`${text}\` 이름으로 고치기`,
  wrap: (quote: string) => `값 전체를 \`${quote}\` 따옴표로 감싸기`,
  half: '`=` 반각 글자로 바꾸기',
};

export const rule: DotenvRule = {
  severity: 'error',
  lesson: {
    title: '컴포즈가 읽을 수 있는 줄만 적으세요',
    what: '`이름=값`, 빈 줄, `#` 주석 가운데 어느 것도 아닌 줄이 있습니다. 이름에 공백이나 쓸 수 없는 글자가 있거나 따옴표가 닫히지 않은 줄도 그렇습니다.',
    why: '컴포즈는 이런 줄을 하나라도 만나면 `failed to read` 오류를 내고 파일 전체를 쓰지 않습니다. 컨테이너는 하나도 시작하지 않습니다.',
    how: '한 줄에 변수 하나를 `이름=값`으로 적으세요. 설명은 `#`으로 시작하고, 따옴표는 같은 것으로 닫으세요.',
  },
  also: ['E101'],
  href: 'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax',

  *file(file) {
    for (const error of file.errors) {
      // What stands behind a `\` at a line's end is told there.
      if (continuedAt(file, error.span.start)) continue;
      yield { severity: 'error', ...findingOf(file, error) };
    }
  },

  examples: [
    {
      bad: dotenv`
        DB PASSWORD=shop1234
        ^^^^^^^^^^^
      `,
      fixed: dotenv`
        DB_PASSWORD=shop1234
      `,
    },
    {
      bad: dotenv`
        // database
        ^^
        DB_NAME=shop
      `,
      fixed: dotenv`
        # database
        DB_NAME=shop
      `,
    },
    {
      bad: dotenv`
        DB_HOST mysql
        ^^^^^^^^^^^^^
      `,
      fixed: dotenv`
        DB_HOST=mysql
      `,
    },
    {
      bad: dotenv`
        TITLE="shop
              ^^^^^
      `,
      fixed: dotenv`
        TITLE="shop"
      `,
    },
    {
      bad: dotenv`
        TITLE="shop
              ^^^^^
        NAME="mall"
      `,
      fixed: dotenv`
        TITLE="shop"
        NAME="mall"
      `,
    },
    {
      good: dotenv`
        export DB_PASSWORD = shop1234
        DB_HOST: mysql
        HOME
        CERT="one
        two"
      `,
    },
  ],
};

function findingOf(file: DotenvFile, error: DotenvError): Finding {
  const { text } = file;
  const line = lineAt(text, error.span.start);
  const own = text.slice(line.start, line.end);
  if (error.kind === 'unclosed-quote') return unclosed(text, error.span);
  const before = variableBefore(file, error.span.start);
  if (before?.value && before.value.quote !== 'none' && before.span.end >= line.start)
    return behindQuote(text, { start: before.value.raw.span.start - 1, end: line.end }, error.span);
  const mark = /^\s*(\/\/+|;+|--+(?=\s))/.exec(own);
  if (mark?.[1] !== undefined) {
    const at = { start: line.start + mark[0].length - mark[1].length, end: line.start + mark[0].length };
    return { at, message: ko.comment(mark[1]), fixes: [{ title: ko.asComment, edits: [{ span: at, text: '#' }] }] };
  }
  if (!/[=:＝]/.test(own)) return noEquals(own, line.start);
  return error.kind === 'space-in-name' ? spaceIn(text, error.span) : badSign(own, line.start, error.span);
}

/** A quote that the line does not close; the value may have gone on for lines to a quote that was meant for another. */
function unclosed(text: string, at: Span): Finding {
  const quote = text[at.start] ?? '';
  const line = text.slice(at.start, at.end);
  const isPath = /^"[^"$#]*\\"$/.test(line) || /^'[^'$#]*\\'$/.test(line);
  const comment = line.indexOf(' #');
  const end = at.start + (comment < 0 ? line : line.slice(0, comment)).trimEnd().length;
  const closing = { title: ko.close, edits: [{ span: { start: end, end }, text: quote }] };
  const bare = { title: ko.unquote, edits: [{ span: at, text: line.slice(1, -1) }] };
  return { at, message: ko.unclosed(quote), fixes: [isPath ? bare : closing] };
}

function behindQuote(text: string, value: Span, at: Span): Finding {
  const quote = text[value.start] ?? '';
  const first = lineAt(text, value.start);
  // The quote was closed by one on a later line.
  if (first.end < at.start) return unclosed(text, { start: value.start, end: value.start + text.slice(value.start, first.end).trimEnd().length });
  const whole = text.slice(value.start, value.end).trimEnd();
  const inner = whole.endsWith(quote) && whole.length > 1 ? whole.slice(1, -1) : undefined;
  const other = inner === undefined ? undefined : (["'", '"'] as const).find((it) => it !== quote && !inner.includes(it) && (it === "'" || !/[\\$]/.test(inner)));
  const edits: Edit[] = other === undefined ? [] : [{ span: { start: value.start, end: value.start + whole.length }, text: `${other}${inner}${other}` }];
  return { at, message: ko.behind, fixes: other === undefined ? [] : [{ title: ko.wrap(other), edits }] };
}

function noEquals(own: string, start: number): Finding {
  const indent = /^\s*/.exec(own)?.[0].length ?? 0;
  const words = own.trim();
  const at = { start: start + indent, end: start + indent + words.length };
  const pair = /^([A-Za-z_]\w*)\s+("[^"]*"|'[^']*'|[^\s"'#]+)$/.exec(words);
  const line = pair && `${pair[1]}=${pair[2]}`;
  const setting = line ? [{ title: ko.addEquals(line), edits: [{ span: at, text: line }] }] : [];
  const isConflict = /^(?:<{7}|>{7})/.test(words);
  return { at, message: ko.noEquals, fixes: isConflict ? [] : [...setting, { title: ko.commentOut, edits: [{ span: { start: at.start, end: at.start }, text: '# ' }] }] };
}

function spaceIn(text: string, at: Span): Finding {
  const name = text.slice(at.start, at.end);
  // As Windows and other languages set variables.
  const bare = name.replace(/^(?:setx?|let|const|var|ENV)\s+/, '').replace(/\s+/g, '_');
  return { at, message: ko.space, fixes: /^[A-Za-z_][\w.-]*$/.test(bare) ? [{ title: ko.change(bare), edits: [{ span: at, text: bare }] }] : [] };
}

function badSign(own: string, start: number, at: Span): Finding {
  const sign = own.slice(at.start - start, at.end - start);
  const message = ko.sign(sign);
  if (sign === '＝' && /^\s*[A-Za-z_]\w*\s*$/.test(own.slice(0, at.start - start))) return { at, message, fixes: [{ title: ko.half, edits: [{ span: at, text: '=' }] }] };
  const match = /^(\s*(?:export\s+)?)([^=:\s]+)(?=\s*[=:])/.exec(own);
  if (match?.[1] === undefined || match[2] === undefined) return { at, message };
  const name = match[2]
    .replace(/^['"$]+|['"]+$/g, '')
    .replace(/[^\p{L}\p{N}_.-]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  const span = { start: start + match[1].length, end: start + match[1].length + match[2].length };
  return { at, message, fixes: /^[A-Za-z_]/.test(name) ? [{ title: ko.change(name), edits: [{ span, text: name }] }] : [] };
}
