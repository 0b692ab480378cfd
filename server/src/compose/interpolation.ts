import type { Word } from '../core/text.ts';

export type InterpolationOperator = '-' | ':-' | '+' | ':+' | '?' | ':?';

/** `$NAME`, `${NAME…}` or `$$` in a value. */
export interface Interpolation extends Word {
  /** Empty for `$$`. */
  readonly name: string;
  readonly operator?: InterpolationOperator;
  readonly operand?: Word;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*/;

/** Nobody nests deeper. */
const DEPTH = 20;

/**
 * The variables of a value, outermost first. What is not a variable by Compose's rules is left out.
 * https://docs.docker.com/reference/compose-file/interpolation/
 */
export function interpolations({ text, span: { start } }: Word): Interpolation[] {
  const found: Interpolation[] = [];
  // A `}` that is missing once is missing for all that is nested.
  let unclosed = false;
  scan(0, text.length, 0);
  return found;

  function word(from: number, to: number): Word {
    return { text: text.slice(from, to), span: { start: start + from, end: start + to } };
  }

  function scan(from: number, to: number, depth: number): void {
    for (let i = text.indexOf('$', from); i >= 0 && i < to; i = text.indexOf('$', i)) i = readDollar(i, to, depth);
  }

  /** Reads one `$…`; answers where to go on. */
  function readDollar(dollar: number, to: number, depth: number): number {
    if (text[dollar + 1] === '$') {
      found.push({ ...word(dollar, dollar + 2), name: '' });
      return dollar + 2;
    }
    const braced = text[dollar + 1] === '{';
    const nameStart = dollar + (braced ? 2 : 1);
    const name = NAME.exec(text.slice(nameStart, to))?.[0];
    if (!name) return dollar + 1;
    const nameEnd = nameStart + name.length;
    if (!braced) {
      found.push({ ...word(dollar, nameEnd), name });
      return nameEnd;
    }
    const close = unclosed ? -1 : closing(dollar + 1, to);
    if (close < 0) {
      unclosed = true;
      return nameEnd;
    }
    const operator = /^:?[-+?]/.exec(text.slice(nameEnd, close))?.[0] as InterpolationOperator | undefined;
    if (!operator) {
      if (nameEnd === close) found.push({ ...word(dollar, close + 1), name });
      return close + 1;
    }
    const operand = word(nameEnd + operator.length, close);
    found.push({ ...word(dollar, close + 1), name, operator, operand });
    if (depth < DEPTH) scan(nameEnd + operator.length, close, depth + 1);
    return close + 1;
  }

  function closing(open: number, to: number): number {
    let depth = 0;
    for (let i = open; i < to; i++) {
      if (text[i] === '{' && (i === open || text[i - 1] === '$')) depth++;
      else if (text[i] === '}' && --depth === 0) return i;
    }
    return -1;
  }
}

/**
 * The pieces of a value that begin like a variable and are none, which Compose refuses. Once a `}` is missing nothing behind it is read.
 * compose-go: template/template.go
 */
export function badInterpolations({ text, span: { start } }: Word): Word[] {
  const found: Word[] = [];
  const word = (from: number, to: number): Word => ({ text: text.slice(from, to), span: { start: start + from, end: start + to } });
  scan(0, text.length, 0);
  return found;

  /** False where nothing more can be read. */
  function scan(from: number, to: number, depth: number): boolean {
    for (let i = text.indexOf('$', from); i >= 0 && i < to; i = text.indexOf('$', i)) {
      if (text[i + 1] !== '{') {
        i += text[i + 1] === '$' ? 2 : 1;
        continue;
      }
      const close = closingOf(i, to);
      const line = /[\r\n]/.exec(text.slice(i, to))?.index ?? to - i;
      if (close < 0 || close > i + line) {
        // The bad piece ends where the word does, so that the mark is not longer than what is meant.
        const piece = /^\$\{[^\s"']*/.exec(text.slice(i, Math.min(to, i + line)))?.[0].length ?? 2;
        found.push(word(i, i + piece));
        return false;
      }
      const inner = text.slice(i + 2, close);
      const name = NAME.exec(inner)?.[0] ?? '';
      const operator = /^:?[-+?]/.exec(inner.slice(name.length))?.[0];
      if (name === '' || (operator === undefined && name.length < inner.length)) found.push(word(i, close + 1));
      else if (operator !== undefined && depth < DEPTH && !scan(i + 2 + name.length + operator.length, close, depth + 1)) return false;
      i = close + 1;
    }
    return true;
  }

  function closingOf(open: number, to: number): number {
    let depth = 0;
    for (let i = open + 1; i < to; i++) {
      if (text[i] === '{' && text[i - 1] === '$') depth++;
      else if (text[i] === '}' && --depth === 0) return i;
    }
    return -1;
  }
}
