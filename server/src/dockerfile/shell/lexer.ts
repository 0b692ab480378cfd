import type { Joined } from '../joined.ts';
import type { ShellWord } from './script.ts';

export type Source = Pick<Joined, 'text' | 'spanOf'>;

export type Token =
  | { readonly kind: 'word'; readonly word: ShellWord }
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'redirect'; readonly text: string };

const OPERATORS = ['&&', '||', ';;', '|&', ';', '|', '&', '(', ')', '\n'];
const REDIRECT = /\d*(?:&>>|&>|>>|>\||>&|<<<|<<-|<<|<>|<&|>|<)/y;

/**
 * The words and operators of a shell's text between `start` and `end`, read once from left to right. Comments and the bodies of heredocs are left out.
 * `sure` is false where a quote or a parenthesis is never closed. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html
 */
export function tokensOf(source: Source, start = 0, end = source.text.length): { readonly tokens: readonly Token[]; readonly sure: boolean } {
  const { text } = source;
  const tokens: Token[] = [];
  const heredocs: { readonly name: string; readonly tabs: boolean }[] = [];
  let sure = true;
  let i = start;
  while (i < end) {
    const char = text[i] ?? '';
    if (char === '\\' && isLineBreak(text, i + 1)) i = text.indexOf('\n', i) + 1;
    else if (char === '\n') {
      tokens.push({ kind: 'operator', text: '\n' });
      i = behindBodies(i + 1);
    } else if (/\s/.test(char)) i++;
    else if (char === '#') {
      const newline = text.indexOf('\n', i);
      i = newline < 0 ? end : Math.min(newline, end);
    } else if (!readRedirect() && !readOperator()) readWord();
  }
  return { tokens, sure };

  function readRedirect(): boolean {
    REDIRECT.lastIndex = i;
    const found = REDIRECT.exec(text)?.[0];
    if (!found || i + found.length > end || (/^[<>]$/.test(found) && text[i + 1] === '(')) return false;
    tokens.push({ kind: 'redirect', text: found });
    i += found.length;
    return true;
  }

  function readOperator(): boolean {
    const found = OPERATORS.find((it) => text.startsWith(it, i));
    if (!found) return false;
    tokens.push({ kind: 'operator', text: found });
    i += found.length;
    return true;
  }

  function readWord(): void {
    const before = tokens.at(-1);
    const read = wordAt(text, i, end);
    sure &&= read.closed;
    const to = Math.max(read.end, i + 1);
    const raw = text.slice(i, to);
    tokens.push({ kind: 'word', word: { text: read.text, known: read.known, quoted: read.quoted, raw, from: i, span: source.spanOf(i, to) } });
    if (before?.kind === 'redirect' && /<<-?$/.test(before.text)) heredocs.push({ name: read.text, tabs: before.text.endsWith('-') });
    i = to;
  }

  /** Skips the bodies of the heredocs that the line before opened. */
  function behindBodies(from: number): number {
    let at = from;
    for (const { name, tabs } of heredocs.splice(0)) {
      for (let closed = false; !closed && at < end; ) {
        const newline = text.indexOf('\n', at);
        const next = newline < 0 ? end : newline + 1;
        const line = text.slice(at, next).replace(/\r?\n$/, '');
        closed = (tabs ? line.replace(/^\t+/, '') : line) === name;
        at = next;
      }
    }
    return Math.min(at, end);
  }
}

const isLineBreak = (text: string, at: number) => text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n');

/** Words of the shell's own that look like patterns. */
const GRAMMAR = /^(?:\[\[?|\]\]?|[{}])$/;

/** A word up to white space or an operator, with its quotes taken off. */
function wordAt(text: string, start: number, end: number) {
  let out = '';
  let known = true;
  let quoted = false;
  let closed = true;
  let i = start;
  while (i < end && !/[\s;&|()<>]/.test(text[i] ?? '')) {
    const char = text[i] ?? '';
    if (char === '\\') {
      if (isLineBreak(text, i + 1)) i = text.indexOf('\n', i) + 1;
      else {
        out += text[i + 1] ?? '';
        quoted = true;
        i += 2;
      }
    } else if (char === "'") {
      const close = text.indexOf("'", i + 1);
      quoted = true;
      if (close < 0 || close >= end) return { text: out, known: false, quoted, closed: false, end };
      out += text.slice(i + 1, close);
      i = close + 1;
    } else if (char === '"') {
      quoted = true;
      i = readDoubleQuotes(i + 1);
    } else if (char === '$' || char === '`') i = readExpansion(i);
    else {
      if (/[*?[{]/.test(char)) known = false;
      out += char;
      i++;
    }
  }
  // `<(…)` is a word whose text nobody knows.
  if (i === start && /[<>]/.test(text[i] ?? '') && text[i + 1] === '(') i = readExpansion(i);
  if (GRAMMAR.test(out)) known = true;
  return { text: out, known, quoted, closed, end: Math.min(i, end) };

  function readDoubleQuotes(from: number): number {
    let at = from;
    while (at < end) {
      const char = text[at] ?? '';
      if (char === '"') return at + 1;
      if (char === '\\') {
        const next = text[at + 1] ?? '';
        out += /["\\$`]/.test(next) ? next : next === '\n' ? '' : char + next;
        at += 2;
      } else if (char === '$' || char === '`') at = readExpansion(at);
      else {
        out += char;
        at++;
      }
    }
    closed = false;
    known = false;
    return end;
  }

  function readExpansion(at: number): number {
    if (text[at] === '$' && !/[\w({'"@*#?!$-]/.test(text[at + 1] ?? '')) {
      out += '$';
      return at + 1;
    }
    known = false;
    const to = expansionEnd(text, at, end);
    if (to < 0) closed = false;
    const next = to < 0 ? end : to;
    out += text.slice(at, next);
    return next;
  }
}

/** Behind `$X`, `${…}`, `$(…)`, `<(…)` or `` `…` ``; -1 where it is never closed. Quotes inside are respected. */
function expansionEnd(text: string, start: number, end: number): number {
  if (text[start] === '`') {
    for (let i = start + 1; i < end; i++) {
      if (text[i] === '\\') i++;
      else if (text[i] === '`') return i + 1;
    }
    return -1;
  }
  const open = text[start + 1] ?? '';
  if (open !== '(' && open !== '{') {
    if (open === "'" || open === '"') return start + 1;
    let i = start + 2;
    if (/[A-Za-z_]/.test(open)) while (i < end && /\w/.test(text[i] ?? '')) i++;
    return i;
  }
  const close = open === '(' ? ')' : '}';
  let depth = 0;
  for (let i = start + 1; i < end; i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (char === "'" || char === '"') {
      i = quoteEnd(text, i, end);
      if (i < 0) return -1;
    } else if (char === open) depth++;
    else if (char === close && --depth === 0) return i + 1;
  }
  return -1;
}

function quoteEnd(text: string, start: number, end: number): number {
  const quote = text[start];
  for (let i = start + 1; i < end; i++) {
    if (text[i] === quote) return i;
    if (quote === '"' && text[i] === '\\') i++;
  }
  return -1;
}
