import type { Flag } from './file.ts';
import type { Joined } from './joined.ts';

/**
 * The flags that begin at `from` of a joined line and where the arguments begin: words with two dashes, quotes keep a word together,
 * `--` alone ends them. Always with the backslash, whatever the file's escape character.
 * moby/buildkit frontend/dockerfile/parser/split_command.go
 */
export function flagsAt(line: Joined, from: number): { readonly flags: readonly Flag[]; readonly end: number } {
  const flags: Flag[] = [];
  let at = skipSpace(line.text, from);
  while (line.text.startsWith('--', at)) {
    const end = endOfWord(line.text, at);
    if (end - at === 2) return { flags, end };
    flags.push(flagOf(line, at, end));
    at = skipSpace(line.text, end);
  }
  return { flags, end: at };
}

function flagOf(line: Joined, start: number, end: number): Flag {
  const equals = line.text.slice(start, end).indexOf('=');
  const name = line.word(start + 2, equals < 0 ? end : start + equals);
  return { name, span: line.spanOf(start, end), ...(equals >= 0 && { value: line.word(start + equals + 1, end) }) };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at;
}

function endOfWord(text: string, from: number): number {
  let quote = '';
  for (let i = from; i < text.length; i++) {
    const char = text[i] ?? '';
    if (quote === '' && /\s/.test(char)) return i;
    if (char === '\\') i++;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
  }
  return text.length;
}
