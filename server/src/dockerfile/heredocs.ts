import type { Joined } from './joined.ts';
import { lexProblem } from './lexing.ts';

export interface Marker {
  readonly name: string;
  readonly stripTabs: boolean;
  readonly expand: boolean;
  /** Where the marker stands in the joined text. */
  readonly start: number;
  readonly end: number;
}

/**
 * The heredocs that a joined RUN, COPY or ADD line opens, in order.
 * As BuildKit splits it: `<<` may be followed by spaces and still belongs to its word, quotes keep a word together,
 * and a word is a heredoc when it is `<<NAME` or `<<-NAME`, perhaps with a file descriptor in front.
 */
export function heredocMarkers({ text }: Pick<Joined, 'text'>): Marker[] {
  // BuildKit looks for none in a line whose quotes or braces it cannot read.
  if (lexProblem(text, '\\')) return [];
  const markers: Marker[] = [];
  for (const { start, end } of words(text)) {
    const match = /^\d*<<(-?)\s*([^<]*)$/.exec(text.slice(start, end));
    const raw = match?.[2];
    if (!raw) continue;
    const name = unquoted(raw);
    if (name === '' || (/\s/.test(raw) && name === raw)) continue;
    markers.push({ name, stripTabs: match[1] === '-', expand: name === raw, start, end });
  }
  return markers;
}

function* words(text: string): Generator<{ start: number; end: number }> {
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const char = text[i];
    if (char === undefined || /\s/.test(char)) {
      if (start >= 0) yield { start, end: i };
      start = -1;
      continue;
    }
    if (start < 0) start = i;
    if (char === '\\') i++;
    else if (char === "'" || char === '"') i = endOfQuote(text, i, char);
    else if (char === '<' && text[i + 1] === '<') {
      i++;
      while (/[ \t]/.test(text[i + 1] ?? '')) i++;
    }
  }
}

function endOfQuote(text: string, open: number, quote: string): number {
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === quote) return i;
    if (quote === '"' && text[i] === '\\') i++;
  }
  return text.length;
}

const unquoted = (word: string) => word.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g, (_, single, double, escaped) => single ?? double ?? escaped ?? '');
