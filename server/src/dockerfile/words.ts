import type { Word } from '../core/text.ts';
import type { Escape, ExecForm, Pair } from './file.ts';
import type { Joined } from './joined.ts';

/** Words split at white space outside quotes, quotes kept: how BuildKit reads the arguments of ENV, LABEL and ARG. */
export function quotedWords(line: Joined, escape: Escape, from: number): { start: number; end: number }[] {
  const words: { start: number; end: number }[] = [];
  const { text } = line;
  let start = -1;
  let quote = '';
  for (let i = from; i < text.length; i++) {
    const char = text[i] ?? '';
    if (start < 0) {
      if (/\s/.test(char)) continue;
      start = i;
    } else if (quote === '' && /\s/.test(char)) {
      words.push({ start, end: i });
      start = -1;
      continue;
    }
    if (char === escape && quote !== "'") i++;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
  }
  if (start >= 0) words.push({ start, end: text.length });
  return words;
}

/** `A=1 B="x y"`, `A` (ARG), or the old `A x y` where everything behind the first space is the value. */
export function pairsOf(line: Joined, escape: Escape, from: number, oldForm: boolean): { pairs: Pair[]; legacy: boolean } {
  const words = quotedWords(line, escape, from);
  const first = words[0];
  if (oldForm && first && !line.text.slice(first.start, first.end).includes('=')) {
    const rest = words[1];
    const value = rest && line.word(rest.start, line.text.length);
    return { pairs: [{ name: line.word(first.start, first.end), ...(value && { value }) }], legacy: true };
  }
  const pairs = words.map(({ start, end }): Pair => {
    const equals = line.text.slice(start, end).indexOf('=');
    if (equals < 0) return { name: line.word(start, end) };
    return { name: line.word(start, start + equals), value: line.word(start + equals + 1, end) };
  });
  return { pairs, legacy: false };
}

/**
 * The JSON array that begins at `from`, when it is one that BuildKit takes: strings in double quotes and nothing behind it.
 * Anything else is the shell form, even if it begins with `[`.
 */
export function execFormAt(line: Joined, from: number): ExecForm | undefined {
  const source = line.text.slice(from);
  if (!source.startsWith('[') || !isStringArray(source)) return undefined;
  const elements: Word[] = [];
  for (const match of source.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
    const start = from + match.index;
    elements.push({ text: JSON.parse(match[0]), span: line.spanOf(start, start + match[0].length) });
  }
  return { span: line.spanOf(from, line.text.length), elements };
}

function isStringArray(source: string): boolean {
  if (!/^\[\s*(?:"(?:[^"\\]|\\.)*"\s*(?:,\s*"(?:[^"\\]|\\.)*"\s*)*)?\]\s*$/.test(source)) return false;
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}

/** What a value says once its quotes and escapes are gone. Expansions stay as written. */
export function unquote(text: string, escape: Escape): string {
  let out = '';
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (char === escape && quote !== "'" && i + 1 < text.length) {
      const next = text[i + 1] ?? '';
      if (quote === '"' && next !== '"' && next !== '$' && next !== escape) out += char;
      else {
        out += next === '$' ? char + next : next;
        i++;
      }
    } else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = '';
    else out += char;
  }
  return out;
}
