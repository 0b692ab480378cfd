import type { Word } from '../core/text.ts';
import type { DotenvError, DotenvFile, Value, Variable } from './file.ts';

/**
 * Any text as a `.env` file, read as Compose does: `export`, quotes, values over several lines, ` #` for a comment, `:` for `=`.
 * After an error reading goes on with the next line. compose-go: dotenv/parser.go
 * https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
export function parse(text: string): DotenvFile {
  const variables: Variable[] = [];
  const errors: DotenvError[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    at = statementAt(text, at);
    if (at >= text.length) return { text, variables, errors };
    const read = statement(text, at);
    if ('kind' in read) {
      errors.push(read);
      at = lineEnd(text, read.span.start);
      continue;
    }
    if (read.variable) variables.push(read.variable);
    at = read.next;
  }
}

/** Where the next statement begins: behind blanks, line ends and comments. */
function statementAt(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) at++;
    else if (text[at] === '#') at = lineEnd(text, at);
    else break;
  }
  return at;
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

interface Read {
  /** Absent where the text names nothing. */
  readonly variable?: Variable;
  readonly next: number;
}

function statement(text: string, start: number): Read | DotenvError {
  const exported = /^export\s/.test(text.slice(start, start + 7));
  const from = exported ? skipBlanks(text, start + 'export'.length) : start;
  let at = from;
  while (at < text.length && !/[=:\n]/.test(text.charAt(at))) {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (!isBlank(sign) && !/[\p{L}\p{N}_.[\]-]/u.test(sign)) return { kind: 'bad-sign', span: { start: at, end: at + sign.length } };
    at += sign.length;
  }
  // A name alone at the very end of the file is no statement for Compose.
  if (at >= text.length) return { next: at };
  const name = wordAt(text, from, from + text.slice(from, at).trimEnd().length);
  if (name.text.includes(' ')) return { kind: 'space-in-name', span: name.span };
  if (text[at] === '\n') return { next: at, ...(name.text !== '' && { variable: { name, span: name.span, exported } }) };
  const value = valueAt(text, skipBlanks(text, at + 1));
  if ('kind' in value) return value;
  return { next: value.next, ...(name.text !== '' && { variable: { name, value: value.value, span: { start: from, end: value.end }, exported } }) };
}

/** `end` is behind the value, `next` where reading goes on. */
function valueAt(text: string, start: number): { readonly value: Value; readonly end: number; readonly next: number } | DotenvError {
  const quote = text[start];
  if (quote === '"' || quote === "'") return quotedAt(text, start, quote);
  const end = lineEnd(text, start);
  const line = text.slice(start, end);
  const comment = line.indexOf(' #');
  const raw = wordAt(text, start, start + (comment < 0 ? line : line.slice(0, comment)).trimEnd().length);
  return { value: { raw, quote: 'none', text: raw.text }, end: raw.span.end, next: end };
}

function quotedAt(text: string, start: number, quote: '"' | "'"): ReturnType<typeof valueAt> {
  let end = start + 1;
  while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1;
  if (end >= text.length) return { kind: 'unclosed-quote', span: { start, end: start + text.slice(start, lineEnd(text, start)).trimEnd().length } };
  const raw = wordAt(text, start + 1, end);
  const plain = raw.text.replace(quote === '"' ? /\\(["\\])/g : /\\(['\\])/g, (whole, sign) => (sign === quote ? sign : whole));
  return { value: { raw, quote: quote === '"' ? 'double' : 'single', text: quote === '"' ? unescaped(plain) : plain }, end: end + 1, next: end + 1 };
}

const SIGNS: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '"': '"', '\\': '\\', $: '$$' };

/** The escapes of double quotes. `\0` needs three octal digits; an escape nobody knows stays as it is. */
function unescaped(text: string): string {
  return text.replace(/\\(?:([abcfnrtv$"\\])|0(\d{0,3}))/g, (whole, sign: string | undefined, digits: string | undefined) => {
    if (sign !== undefined) return SIGNS[sign] ?? whole;
    const code = /^[0-7]{3}$/.test(digits ?? '') ? Number.parseInt(digits ?? '', 8) : 256;
    return code < 256 ? String.fromCharCode(code) : `\\${digits ?? ''}`;
  });
}

/** Blanks that do not end a line. */
const isBlank = (sign: string) => /[\t\v\f\r \x85\xa0]/.test(sign);

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charAt(at))) at++;
  return at;
}

const wordAt = (text: string, start: number, end: number): Word => ({ text: text.slice(start, end), span: { start, end } });
