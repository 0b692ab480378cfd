import type { Span, Word } from '../core/text.ts';
import type { Instruction } from './file.ts';

/** What stands where an exec form may stand and begins with `[`, but is none. */
export interface BrokenArray {
  readonly kind: 'not-strings' | 'single-quotes' | 'smart-quotes' | 'comma' | 'bracket' | 'behind' | 'other';
  /** All of it. */
  readonly span: Span;
  readonly text: string;
}

const TAKES_ARRAY = new Set<string>(['RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'VOLUME', 'COPY', 'ADD', 'HEALTHCHECK']);

/** The words that may be an array: behind `HEALTHCHECK CMD`, elsewhere all. */
const wordsOf = ({ keyword, args }: Instruction): readonly Word[] => (keyword === 'HEALTHCHECK' ? args.slice(1) : args);

/**
 * An array of JSON that BuildKit does not take as one. Without strings alone it refuses the file, anything else it takes as a shell command.
 * `[ "$A" = 1 ] && …` is a shell's own test and no mistake.
 */
export function brokenArray(instruction: Instruction): BrokenArray | undefined {
  const words = wordsOf(instruction);
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || instruction.exec || !first.text.startsWith('[') || !TAKES_ARRAY.has(instruction.keyword)) return undefined;
  const text = words.map((word) => word.text).join(' ');
  const span = { start: first.span.start, end: last.span.end };
  const kind = isArray(text) ? 'not-strings' : isTest(text) ? undefined : kindOf(text);
  return kind && { kind, span, text };
}

function isArray(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}

const QUOTES = '"\'“”‘’';

/** What a shell reads as `test`: `[ -f x ] && …`, `[[ … ]]`; two or more strings side by side are none. */
function isTest(text: string): boolean {
  if (!new RegExp(`^\\[\\s*[${QUOTES}]`).test(text)) return true;
  return /^\[\s/.test(text) && /\s\]\]?(?:\s|;|$)/.test(text) && !/["'”’]\s*,/.test(text) && !/^\[(?:\s*"[^"]*"){2,}\s*\]$/.test(text);
}

function kindOf(text: string): BrokenArray['kind'] {
  if (/[“”‘’]/.test(text)) return 'smart-quotes';
  if (/^\[\s*'/.test(text) && !text.includes('"')) return 'single-quotes';
  if (/^\[\s*"[^\]]*$/.test(text)) return 'bracket';
  if (/^\[\s*"[^\]]*"\s*,?\s*\]\s*\S/.test(text)) return 'behind';
  if (/^\[(?:\s*"[^"]*"\s*,?)+\s*\]$/.test(text)) return 'comma';
  return 'other';
}

/** The array that was meant, where it can be told. */
export function mended({ kind, text }: BrokenArray): string | undefined {
  if (kind === 'behind' || kind === 'other' || kind === 'not-strings') return undefined;
  const plain = text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
  const strings = [...plain.matchAll(/"((?:[^"\\]|\\.)*)"|'([^'"\\]*)'/g)].map(([, double, single]) => (double === undefined ? JSON.stringify(single ?? '') : `"${double}"`));
  const rest = plain.replace(/"(?:[^"\\]|\\.)*"|'[^'"\\]*'/g, '');
  if (strings.length === 0 || !/^\[[\s,，]*\]?\s*$/.test(rest)) return undefined;
  const array = `[${strings.join(', ')}]`;
  return isArray(array) ? array : undefined;
}
