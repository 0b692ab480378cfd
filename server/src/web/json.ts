import { span, type Word } from '../core/text.ts';

/** A string, number or word of a JSON file, with the keys on the way to it. */
export interface Leaf {
  /** The keys around it, outermost first; a list adds none. */
  readonly path: readonly string[];
  /** The key it is the value of; absent for an item of a list. */
  readonly key?: Word;
  readonly value: Word;
}

/** Deeper than anything we look for. */
const DEEPEST = 8;

interface Frame {
  readonly isObject: boolean;
  readonly path: readonly string[];
}

/** The values of a JSON text, as far as it can be read: commas may lack, comments may be there, the end may be still to come. */
export function leavesIn(text: string): Leaf[] {
  const found: Leaf[] = [];
  const all = tokensOf(text);
  const open: Frame[] = [];
  let key: Word | undefined;
  for (let i = 0; i < all.length; i++) {
    const token = all[i];
    if (!token) continue;
    const { kind } = token;
    const path = open.at(-1)?.path ?? [];
    if (kind === '{' || kind === '[') {
      open.push({ isObject: kind === '{', path: key && path.length < DEEPEST ? [...path, key.text] : path });
      key = undefined;
    } else if (kind === '}' || kind === ']') {
      open.pop();
      key = undefined;
    } else if (kind === 'string' && all[i + 1]?.kind === ':' && open.at(-1)?.isObject) {
      key = token;
      i++;
    } else if (kind === 'string' || kind === 'bare') {
      found.push({ path, value: token, ...(key && { key }) });
      key = undefined;
    }
  }
  return found;
}

interface JsonToken extends Word {
  readonly kind: 'string' | 'bare' | '{' | '}' | '[' | ']' | ':';
}

/** A string ends with its line at the latest. No piece fails once it has begun, so that all are read in one go. */
const PIECE = /"((?:[^"\\\r\n]|\\.)*)\\?("|$)|\/\/[^\n]*|\/\*|([{}[\]:])|[^\s{}[\]:,"/]+/gm;

function tokensOf(text: string): JsonToken[] {
  const found: JsonToken[] = [];
  const pattern = new RegExp(PIECE);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, inside, , sign] = match;
    const at = match.index;
    if (whole === '/*') {
      const close = text.indexOf('*/', at + 2);
      pattern.lastIndex = close < 0 ? text.length : close + 2;
    } else if (inside !== undefined) found.push({ kind: 'string', text: unescaped(inside), span: span(at + 1, at + 1 + inside.length) });
    else if (isSign(sign)) found.push({ kind: sign, text: sign, span: span(at, at + 1) });
    else if (!whole.startsWith('//')) found.push({ kind: 'bare', text: whole, span: span(at, at + whole.length) });
  }
  return found;
}

const isSign = (sign: string | undefined): sign is '{' | '}' | '[' | ']' | ':' => sign !== undefined;

const unescaped = (text: string): string =>
  text.includes('\\') ? text.replace(/\\(?:u([0-9A-Fa-f]{4})|(.))/g, (_, hex: string | undefined, char: string) => character(hex, char)) : text;

const CONTROL: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', b: '\b' };

const character = (hex: string | undefined, char: string) => (hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (CONTROL[char] ?? char));
