import type { Fix } from '../core/rule.ts';
import type { Span, Word } from '../core/text.ts';
import type { Value } from './file.ts';
import { quotedSpan } from './lines.ts';

/** A `$NAME` or `${NAME…}` of a value as it is written; of one that holds another only what stands before that. */
export interface Reference extends Word {
  readonly name: string;
  readonly braced: boolean;
  /** What stands behind the name: `:-`, `?` and so on; empty where nothing does. */
  readonly operator: string;
}

const BARE = /\$(?:\$|\{([A-Za-z_]\w*)(:?[-+?])?[^${}]*\}?|([A-Za-z_]\w*))/g;

/** In double quotes `\` takes away what the next sign means. */
const ESCAPING = new RegExp(`\\\\[^]|${BARE.source}`, 'g');

/** The variables that a value asks for, as far as they begin rightly. `$$` and, in double quotes, `\$` ask for none. */
export function referencesIn({ raw, quote }: Value): Reference[] {
  if (quote === 'single' || !raw.text.includes('$')) return [];
  const found: Reference[] = [];
  for (const match of raw.text.matchAll(quote === 'double' ? ESCAPING : BARE)) {
    const [text, braced, operator = '', bare] = match;
    const name = braced ?? bare;
    const start = raw.span.start + match.index;
    if (name !== undefined) found.push({ text, span: { start, end: start + text.length }, name, braced: braced !== undefined, operator });
  }
  return found;
}

/** Cures for a `$` at a place that is meant as a sign: single quotes around the value, or where these would change it, `$$`. */
export function literalDollars(value: Value, at: Span, titles: { readonly quote: string; readonly double: string }): Fix[] {
  const { raw, quote } = value;
  const keepsMeaning = !raw.text.includes("'") && (quote === 'none' ? !raw.text.endsWith('\\') : !raw.text.includes('\\'));
  if (keepsMeaning) return [{ title: titles.quote, edits: [{ span: quotedSpan(value), text: `'${raw.text}'` }] }];
  return [{ title: titles.double, edits: [{ span: { start: at.start, end: at.start + 1 }, text: '$$' }] }];
}
