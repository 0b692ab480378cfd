import { span, type Word } from '../core/text.ts';

/** A piece of JavaScript or TypeScript; the span of a string is what stands between its quotes. */
export interface ScriptToken extends Word {
  readonly kind: 'word' | 'string' | 'template' | 'sign';
}

/** The tokens of a script, comments and regular expressions left out. Only as exact as configuration files need it; never fails. */
export function tokensOf(text: string): ScriptToken[] {
  const found: ScriptToken[] = [];
  let templatesClose = true;
  for (let i = 0; i < text.length; ) {
    const char = text.charAt(i);
    if (/[\s\uFEFF]/.test(char)) i++;
    else if (text.startsWith('//', i)) i = orEnd(text, text.indexOf('\n', i));
    else if (text.startsWith('/*', i)) i = orEnd(text, text.indexOf('*/', i + 2), 2);
    else if (char === '/' && mayBegin(found.at(-1))) i = expressionEnd(text, i);
    else if (char === '"' || char === "'") i = push(found, 'string', text, i + 1, quoteEnd(text, i));
    else if (char === '`') {
      const close: number = templatesClose ? templateEnd(text, i) : -1;
      templatesClose = close >= 0;
      i = push(found, 'template', text, i + 1, close < 0 ? orEnd(text, text.indexOf('\n', i)) : close);
    } else {
      const end = wordEnd(text, i);
      found.push(end > i ? { kind: 'word', text: text.slice(i, end), span: span(i, end) } : { kind: 'sign', text: char, span: span(i, i + 1) });
      i = Math.max(end, i + 1);
    }
  }
  return found;
}

const orEnd = (text: string, at: number, length = 0) => (at < 0 ? text.length : at + length);

/** Answers with the place behind the closing quote. */
function push(found: ScriptToken[], kind: 'string' | 'template', text: string, from: number, to: number): number {
  found.push({ kind, text: text.slice(from, to), span: span(from, to) });
  return to + 1;
}

/** Where a value may begin, a slash begins a regular expression. */
const mayBegin = (before: ScriptToken | undefined) => !before || (before.kind === 'sign' && !/[)\]}]/.test(before.text)) || before.text === 'return';

function expressionEnd(text: string, from: number): number {
  let inClass = false;
  for (let i = from + 1; i < text.length && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '[') inClass = true;
    else if (text[i] === ']') inClass = false;
    else if (text[i] === '/' && !inClass) return i + 1;
  }
  return from + 1;
}

/** At the closing quote, or the end of the line of one that is still open. */
function quoteEnd(text: string, open: number): number {
  let i = open + 1;
  while (i < text.length && text[i] !== text[open] && text[i] !== '\n') i += text[i] === '\\' ? 2 : 1;
  return Math.min(i, text.length);
}

/** At the closing backtick; backticks inside `${…}` belong to templates of their own. */
function templateEnd(text: string, open: number): number {
  let depth = 0;
  for (let i = open + 1; i < text.length; i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (char === '$' && text[i + 1] === '{') {
      depth++;
      i++;
    } else if (char === '{' && depth > 0) depth++;
    else if (char === '}' && depth > 0) depth--;
    else if (char === '`' && depth === 0) return i;
  }
  return -1;
}

/** Letters, digits and `_$`, in any script. */
function wordEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && /[\w$\u0080-\uFEFE]/.test(text.charAt(i))) i++;
  return i;
}
