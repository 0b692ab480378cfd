import type { Span, Word } from '../core/text.ts';

/** Where a piece of a word stands; the whole word where continuation lines or quotes hide the way back. */
export const within = ({ text, span }: Word, from: number, to: number): Span => (text.length === span.end - span.start ? { start: span.start + from, end: span.start + to } : span);
