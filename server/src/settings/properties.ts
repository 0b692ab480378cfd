import type { Entry } from './file.ts';
import { type Line, linesIn } from './lines.ts';

/**
 * The entries of a `.properties` file; `#---` begins a document, as in Spring.
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
 */
export function propertiesIn(text: string): Entry[] {
  const found: Entry[] = [];
  let document = 0;
  const lines = linesIn(text);
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i];
    if (!first || /^\s*$/.test(first.text)) continue;
    if (/^\s*[#!]/.test(first.text)) {
      if (/^[#!]---\s*$/.test(first.text)) document++;
      continue;
    }
    let last = first;
    const parts = [first.text];
    while (goesOn(last.text) && lines[i + 1]) {
      last = lines[++i] ?? last;
      parts.push(last.text);
    }
    const entry = entryOf(first, parts, last, document);
    if (entry) found.push(entry);
  }
  return found;
}

/** An odd number of backslashes at the end; two of them are one that is meant. */
function goesOn(text: string): boolean {
  let i = text.length;
  while (text[i - 1] === '\\') i--;
  return (text.length - i) % 2 === 1;
}

/** The key ends at the first `=`, `:` or blank that no backslash stands before. */
function entryOf(first: Line, parts: readonly string[], last: Line, document: number): Entry | undefined {
  const match = /^(\s*)((?:\\.|[^\\=:\s])+)(\s*[=:]?\s*)/.exec(first.text);
  if (!match) return undefined;
  const [head, margin = '', key = ''] = match;
  const start = first.start + margin.length;
  const [line = '', ...rest] = parts;
  const written = [line.slice(head.length), ...rest.map((it) => it.trimStart())].map((it, index) => (index < rest.length ? it.slice(0, -1) : it)).join('');
  const from = first.start + Math.min(head.length, first.text.length);
  const end = rest.length > 0 ? last.start + last.text.trimEnd().length : from + written.trimEnd().length;
  return {
    key: unescaped(key),
    at: { start, end: start + key.length },
    value: { text: unescaped(written.trimEnd()), span: { start: from, end: Math.max(from, end) } },
    document,
  };
}

const CONTROL: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f' };

const unescaped = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\(?:u([0-9A-Fa-f]{4})|(.))/g, (_, hex: string | undefined, char: string) => (hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (CONTROL[char] ?? char)))
    : text;
