import type { Edit } from './rule.ts';
import { plainOf, type Snippet } from './snippet.ts';
import type { Span } from './text.ts';

/** What may be typed at a place, in our own words. */
export interface Completion {
  readonly kind: 'snippet';
  /** What one may type for it. */
  readonly words: readonly string[];
  /** One Korean sentence or two. */
  readonly meaning: string;
  /** The half-written word that is replaced. */
  readonly span: Span;
  /** In snippet syntax. Lines behind the first count from `column`. */
  readonly insert: string;
  readonly column: number;
  /** Goes behind `insert` from the first column on, for editors that leave the margins of a text alone. */
  readonly below?: string;
  /** What becomes of the text elsewhere. */
  readonly also?: readonly Edit[];
}

/** A snippet at the place of a half-written word. */
export function ofSnippet({ prefixes, description }: Snippet, span: Span, column: number, insert: string): Completion {
  return { kind: 'snippet', words: prefixes, meaning: description, span, column, insert };
}

/** Where the line of a place begins. */
export const lineStart = (text: string, offset: number): number => (offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1);

const HALF_WRITTEN = /^(\uFEFF?[ \t]*)([\p{L}\p{N}_][\p{L}\p{N}_.-]*)[ \t]*$/u;

/** The word at a place that has its line to itself, or the empty place of a blank line; nothing where more stands on the line. */
export function aloneOnLine(text: string, offset: number): Span | undefined {
  const start = lineStart(text, offset);
  const newline = text.indexOf('\n', offset);
  const line = text.slice(start, newline < 0 ? text.length : newline).replace(/\r$/, '');
  const [, margin = '', word] = HALF_WRITTEN.exec(line) ?? [];
  if (word === undefined) return line.trim() === '' && offset <= start + line.length ? { start: offset, end: start + line.length } : undefined;
  const from = start + margin.length;
  return from <= offset && offset <= from + word.length ? { start: from, end: from + word.length } : undefined;
}

/** Whether nothing but comments and white space stands in a text. */
export const isEmptyBut = (text: string, { start, end }: Span): boolean => /^\uFEFF?(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*(?:#.*)?$/.test(text.slice(0, start) + text.slice(end));

/** Lines of a snippet's text that begin at its own margin, with its defaults. */
export const outerLines = (insert: string): string[] =>
  plainOf(insert)
    .split('\n')
    .filter((line) => /^[^\s#]/.test(line));
