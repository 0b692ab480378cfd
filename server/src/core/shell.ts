import { type Topic, topicNamed } from '../generated/topics.ts';
import { ko } from './ko.ts';
import { type Hit, hit } from './language.ts';
import { span, touches, type Word } from './text.ts';

/** A word or an operator of a shell command line; `quoted` text is without its quotes in `text`. */
export interface Token extends Word {
  readonly kind: 'word' | 'operator';
}

const OPERATORS = ['&&', '||', '>>', '2>&1', '<<', ';;', '|', ';', '&', '>', '<', '(', ')', '{', '}'];

const OPERATOR_TOPICS: Readonly<Record<string, Topic>> = {
  '&&': 'shell/operator/and',
  '||': 'shell/operator/or',
  '|': 'shell/operator/pipe',
  ';': 'shell/operator/semicolon',
  '>': 'shell/operator/redirect',
  '>>': 'shell/operator/redirect',
  '<': 'shell/operator/redirect',
  '2>&1': 'shell/operator/redirect',
  '&': 'shell/operator/background',
};

/** The lesson of `&&`, `|` and their like. */
export const operatorTopic = (operator: string): Topic | undefined => OPERATOR_TOPICS[operator];

/** Splits command lines as a POSIX shell does, as far as words and operators go; a line break is an operator, comments are left out. Never fails; offsets are in `text`. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let i = 0;
  while (i < text.length) {
    const char = text[i] ?? '';
    if (char === '\n') found.push({ kind: 'operator', text: '\n', span: span(i, i + 1) });
    if (/\s/.test(char)) {
      i++;
      continue;
    }
    if (char === '#') {
      const newline = text.indexOf('\n', i);
      i = newline < 0 ? text.length : newline;
      continue;
    }
    const operator = OPERATORS.find((it) => text.startsWith(it, i) && (it.length > 1 || !'{}'.includes(it) || /\s|^$/.test(text[i + 1] ?? '')));
    if (operator) {
      found.push({ kind: 'operator', text: operator, span: span(i, i + operator.length) });
      i += operator.length;
      continue;
    }
    const end = wordEnd(text, i);
    found.push({ kind: 'word', text: text.slice(i, end).replace(/^(["'])([\s\S]*)\1$/, '$2'), span: span(i, end) });
    i = end;
  }
  return found;
}

function wordEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length) {
    const char = text[i] ?? '';
    if (/[\s;&|<>()]/.test(char)) break;
    if (char === '\\') i++;
    else if (char === '"' || char === "'" || char === '`') {
      const close = closingQuote(text, i);
      if (close < 0) return text.length;
      i = close;
    } else if (char === '$' && text[i + 1] === '(') i = closingParenthesis(text, i + 1);
    else if (char === '$' && text[i + 1] === '{') {
      const close = text.indexOf('}', i);
      if (close > 0) i = close;
    }
    i++;
  }
  return Math.min(Math.max(i, from + 1), text.length);
}

function closingQuote(text: string, open: number): number {
  const quote = text[open];
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === quote) return i;
    if (quote === '"' && text[i] === '\\') i++;
  }
  return -1;
}

function closingParenthesis(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i;
  }
  return text.length - 1;
}

/** The words of the simple command around a token, without assignments, redirections and wrappers such as `exec` and `sudo`. */
export function commandAround(all: readonly Token[], at: number): Token[] {
  let first = at;
  while (first > 0 && !separates(all[first - 1])) first--;
  let end = at + 1;
  while (end < all.length && !separates(all[end])) end++;
  const words = all.slice(first, end).filter(({ kind }) => kind === 'word');
  while (words[0] && (/^\w+=/.test(words[0].text) || /^(?:exec|sudo|time)$/.test(words[0].text) || RESERVED.test(words[0].text))) words.shift();
  return words;
}

/** Words of the shell's own grammar in front of or behind commands. */
const RESERVED = /^(?:if|then|elif|else|fi|for|while|until|do|done|case|esac|!)$/;

const separates = (token: Token | undefined) => token?.kind === 'operator' && /^(?:\n|&&|\|\||\||;;?|&|\(|\)|\{|\})$/.test(token.text);

/** The longest lesson name that begins with the program: `shell/npm-ci` before `shell/npm`. */
export function toolTopic(words: readonly string[]): Topic | undefined {
  const [program = '', ...rest] = words;
  const name = program.replace(/^.*\//, '');
  const sub = rest.find((word) => !word.startsWith('-'));
  return (sub && topicNamed(`shell/${name}-${sub}`)) || topicNamed(`shell/${name}`);
}

/**
 * What a reader who points into a command line wants to know: of an operator, of the tool, or that a word is an argument of it.
 * `fallback` is the lesson for tools we say nothing about.
 */
export function shellHit(text: string, offset: number, fallback: Topic): Hit | undefined {
  const all = tokens(text);
  const at = all.findIndex((token) => touches(token.span, offset) && (token.kind === 'word' || offset < token.span.end));
  const token = all[at];
  if (!token) return undefined;
  if (token.text === '\n') return undefined;
  if (token.kind === 'operator' || RESERVED.test(token.text)) return hit(token.span, OPERATOR_TOPICS[token.text] ?? fallback);
  const words = commandAround(all, at);
  const index = words.findIndex(({ span: { start } }) => start === token.span.start);
  return index < 0 ? hit(token.span, fallback) : argumentsHit(words, index, fallback);
}

/** What one word of a command says whose words are already known, as in the exec form: of the tool, or that it is an argument of it. */
export function argumentsHit(words: readonly Word[], index: number, fallback: Topic): Hit | undefined {
  const word = words[index];
  const program = words[0];
  if (!word || !program) return undefined;
  const topic = toolTopic(words.map(({ text }) => text));
  const argument = index === 0 ? undefined : ko.programArgument(word.text, program.text);
  return hit(word.span, topic ?? fallback, [topic || argument ? argument : ko.program(program.text)]);
}
