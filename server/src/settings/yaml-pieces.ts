import type { Word } from '../core/text.ts';

/** How far behind `- ` an item begins; 0 where no item does. */
export function itemOf(text: string, column: number): number {
  const rest = /^-(?: +|$)/.exec(text.slice(column, column + 200));
  return rest ? rest[0].length : 0;
}

interface Key {
  readonly name: string;
  /** With its quotes. */
  readonly length: number;
  /** What stands behind the colon, without blanks around it and without comment; absent where the value is still to come. */
  readonly value?: { readonly text: string; readonly start: number };
}

/** `name:`, `"name": value`; a colon without a blank behind it belongs to the word, as in an address. */
export function keyOf(text: string, column: number): Key | undefined {
  const quote = text[column];
  const isQuoted = quote === '"' || quote === "'";
  const close = isQuoted ? text.indexOf(quote, column + 1) : -1;
  if (isQuoted ? close < 0 : /[{}&*!|>%@`#,\]]/.test(quote ?? '')) return undefined;
  const separator = /:(?=\s|$)/g;
  separator.lastIndex = isQuoted ? close + 1 : column;
  const colon = separator.exec(text)?.index;
  if (colon === undefined) return undefined;
  const written = text.slice(column, colon).trimEnd();
  if (isQuoted ? written.length !== close + 1 - column : /\s#/.test(written)) return undefined;
  const name = isQuoted ? written.slice(1, -1) : written;
  const value = valueBehind(text, colon + 1);
  return name ? { name, length: written.length, ...(value && { value }) } : undefined;
}

/** An anchor and a tag say how to read a value, not what it is. */
function valueBehind(text: string, from: number): Key['value'] {
  const margin = /^\s*(?:[&!]\S*(?:\s+|$))*/.exec(text.slice(from))?.[0].length ?? 0;
  const start = from + margin;
  const rest = text.slice(start).trimEnd();
  return rest && !rest.startsWith('#') ? { text: rest, start } : undefined;
}

/** A scalar without quotes and comment; nothing for an alias, and for quotes that go on in the next line. */
export function scalarOf({ text, span: { start } }: Word): Word | undefined {
  const quote = text[0];
  if (quote === '"' || quote === "'") {
    const close = quoteEnd(text, 0);
    return close < 0 ? undefined : { text: unquoted(text.slice(1, close), quote), span: { start: start + 1, end: start + close } };
  }
  if (quote === '*' || quote === '&' || quote === '!') return undefined;
  const comment = text.search(/\s#/);
  const plain = (comment < 0 ? text : text.slice(0, comment)).trimEnd();
  return plain && !plain.startsWith('#') ? { text: plain, span: { start, end: start + plain.length } } : undefined;
}

/** Where a list in brackets or a mapping in braces ends; undefined while it is open. */
export function closedAt(text: string): number | undefined {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if ((char === '"' || char === "'") && /[[{,:\s]/.test(text.charAt(i - 1))) {
      const close = quoteEnd(text, i);
      if (close < 0) return undefined;
      i = close;
    } else if (char === '[' || char === '{') depth++;
    else if ((char === ']' || char === '}') && --depth === 0) return i + 1;
  }
  return undefined;
}

/** Where the quote that opens at `open` closes; -1 where it does not. */
function quoteEnd(text: string, open: number): number {
  const quote = text[open];
  for (let i = open + 1; i < text.length; i++) {
    if (quote === '"' && text[i] === '\\') i++;
    else if (text[i] === quote) {
      if (quote === '"' || text[i + 1] !== quote) return i;
      i++;
    }
  }
  return -1;
}

const unquoted = (text: string, quote: string): string => (quote === "'" ? text.replace(/''/g, "'") : text.replace(/\\(["\\/])/g, '$1'));
