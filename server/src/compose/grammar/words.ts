import type { Problem } from '../../core/grammar/problem.ts';

export type CommandReason = 'open-quote' | 'parenthesis' | 'trailing-backslash';

/** What Compose makes of a command that is written as one text. */
export interface Words {
  readonly words: readonly string[];
  /** What stands behind an unquoted `;`, `&`, `|`, `<` or `>`, with that sign: there is no shell, and it is lost. */
  readonly lost: string;
}

/** The words Compose makes of a command; nothing where it refuses it. */
export function wordsOf(text: string): Words | undefined {
  const read = readWords(text);
  return 'words' in read ? read : undefined;
}

/** Why Compose can't take a command apart. */
export function commandProblem(text: string): Problem<CommandReason> | undefined {
  const read = readWords(text);
  return 'words' in read ? undefined : read;
}

/** Inside these, spaces and operators belong to the word. `$(` ends with `)`. */
type Quote = "'" | '"' | '`' | '(';

interface State {
  readonly words: string[];
  word: string;
  /** A word has begun, though it may be empty: `""`. */
  begun: boolean;
  quote: Quote | undefined;
  /** Where the quote began. */
  from: number;
}

/** compose-go reads commands with mattn/go-shellwords, without variables and backticks. */
function readWords(text: string): Words | Problem<CommandReason> {
  const state: State = { words: [], word: '', begun: false, quote: undefined, from: 0 };
  let at = 0;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\' && state.quote !== "'") {
      if (++at >= text.length) return { reason: 'trailing-backslash', from: at - 1, to: at };
      escape(state, text.charAt(at));
    } else if (/[ \t\r\n]/.test(char)) {
      if (state.quote) state.word += char;
      else finish(state);
    } else if (/[;&|<>]/.test(char) && !state.quote) {
      // The number of `2>` is no word.
      if (char === '>' && /^\d+$/.test(state.word)) state.begun = false;
      break;
    } else if (!take(state, char, at)) return { reason: 'parenthesis', from: at, to: at + 1 };
  }
  if (state.quote) return { reason: 'open-quote', from: state.from, to: text.length };
  finish(state);
  return { words: state.words, lost: text.slice(at) };
}

function finish(state: State): void {
  if (state.begun) state.words.push(state.word);
  state.word = '';
  state.begun = false;
}

function escape(state: State, char: string): void {
  if (state.quote === '`' || state.quote === '(') state.word += `\\${char}`;
  else state.word += char === 't' ? '\t' : char === 'n' ? '\n' : char;
  state.begun = true;
}

/** Takes one sign that is no space and no operator; false where it can't stand. */
function take(state: State, char: string, at: number): boolean {
  const { quote } = state;
  if ((char === '"' || char === "'") && (!quote || quote === char)) {
    if (quote) state.begun = true;
    state.quote = quote ? undefined : char;
    state.from = at;
    return true;
  }
  if (char === '`' && (!quote || quote === '`')) {
    state.quote = quote ? undefined : '`';
    state.from = at;
  } else if (char === '(' && (!quote || quote === '(')) {
    if (quote || !state.word.endsWith('$')) return false;
    state.quote = '(';
    state.from = at;
  } else if (char === ')' && (!quote || quote === '(')) {
    if (!quote) return false;
    state.quote = undefined;
  }
  state.word += char;
  state.begun = true;
  return true;
}
