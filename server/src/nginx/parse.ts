import { span } from '../core/text.ts';
import type { Directive, Token } from './file.ts';

/** The tokens of an nginx configuration; comments are left out. https://nginx.org/en/docs/beginners_guide.html#conf_structure */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (let i = 0; i < text.length; ) {
    const char = text.charAt(i);
    if (/[\s\uFEFF]/.test(char)) i++;
    else if (char === '#') i = lineEnd(text, i);
    else if (char === '{' && found.at(-1)?.text.endsWith('_by_lua_block')) i = programEnd(text, i, found);
    else if (char === ';' || char === '{' || char === '}') found.push({ kind: char, text: char, span: span(i, ++i) });
    else {
      const quoted = char === '"' || char === "'";
      const end = quoted ? quotedEnd(text, i) : wordEnd(text, i);
      const inside = quoted ? span(i + 1, Math.max(i + 1, text[end - 1] === char && end > i + 1 ? end - 1 : end)) : span(i, end);
      found.push({ kind: 'word', text: unescaped(text.slice(inside.start, inside.end)), span: inside });
      i = end;
    }
  }
  return found;
}

/** The directives of a file. Never fails: a brace too many is passed over, one too few ends with the file. */
export function parse(text: string): readonly Directive[] {
  const root: Directive[] = [];
  const open: { into: Directive[]; head: Token[] }[] = [];
  let into = root;
  let words: Token[] = [];
  const close = (head: readonly Token[], end: number, block?: readonly Directive[]) => {
    const [name, ...args] = head;
    if (name) return { name, args, span: span(name.span.start, end), ...(block && { block }) };
    return undefined;
  };
  const add = (to: Directive[], directive: Directive | undefined) => {
    if (directive) to.push(directive);
  };
  const leave = (end: number) => {
    const frame = open.pop();
    if (!frame) return;
    add(frame.into, close(frame.head, end, into));
    into = frame.into;
  };
  for (const token of tokens(text)) {
    if (token.kind === 'word') {
      words.push(token);
      continue;
    }
    if (token.kind === '{') {
      open.push({ into, head: words });
      into = [];
    } else {
      add(into, close(words, token.span.end));
      if (token.kind === '}') leave(token.span.end);
    }
    words = [];
  }
  add(into, close(words, words.at(-1)?.span.end ?? text.length));
  while (open.length > 0) leave(text.length);
  return root;
}

/** Every directive, the ones inside blocks too, in the order of the file. */
export function* walk(directives: readonly Directive[]): Generator<Directive> {
  const rest = [...directives].reverse();
  for (let next = rest.pop(); next; next = rest.pop()) {
    yield next;
    for (let i = (next.block?.length ?? 0) - 1; i >= 0; i--) {
      const inner = next.block?.[i];
      if (inner) rest.push(inner);
    }
  }
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

/** Behind the closing quote, or, while it is still to be typed, the line. */
function quotedEnd(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === text[open]) return i + 1;
  }
  return lineEnd(text, open);
}

/** A Lua program in braces is passed over: its quotes and comments are its own. */
function programEnd(text: string, open: number, found: Token[]): number {
  let depth = 0;
  let i = open;
  for (; i < text.length; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) break;
  }
  found.push({ kind: ';', text: '', span: span(open, Math.min(i + 1, text.length)) });
  return i + 1;
}

/** A `{` belongs to a word in `${name}` alone; a `}` and quotes do inside any word, as nginx has it. */
function wordEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '\\') i++;
    else if (char === '$' && text[i + 1] === '{') i = variableEnd(text, i);
    else if (/[\s;{]/.test(char)) return Math.max(i, from + 1);
  }
  return text.length;
}

/** At the brace that closes a variable's name; where none does, at the `$`'s own brace. */
function variableEnd(text: string, at: number): number {
  const match = /^\$\{\w{0,100}\}/.exec(text.slice(at, at + 104));
  return match ? at + match[0].length - 1 : at;
}

/** `\"`, `\'`, `\\` and a few letters mean a character; before any other the backslash stays, as regular expressions need it. */
const unescaped = (text: string): string => (text.includes('\\') ? text.replace(/\\(["'\\\s])/g, '$1') : text);
