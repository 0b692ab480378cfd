import { linesOf, type Span } from '../core/text.ts';
import type { Comment, DockerignoreFile, Pattern } from './file.ts';

/** What Go takes for white space at the ends of a line. */
const SPACE = /[\t-\r \x85\xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/;

/**
 * Reads a `.dockerignore` file as the builder does: a comment only where `#` is the first character of the line,
 * spaces around a pattern left out. https://docs.docker.com/build/concepts/context/#syntax
 */
export function parse(text: string): DockerignoreFile {
  const patterns: Pattern[] = [];
  const comments: Comment[] = [];
  let line = 0;
  for (const whole of linesOf(text)) {
    line++;
    const start = line === 1 && text.startsWith('\uFEFF') ? 1 : whole.start;
    const end = start + text.slice(start, whole.end).replace(/\r?\n$/, '').length;
    if (text[start] === '#' && start < end) comments.push({ span: { start, end }, text: text.slice(start + 1, end).trim() });
    else {
      const pattern = patternIn(text, { start, end }, line);
      if (pattern) patterns.push(pattern);
    }
  }
  return { text, patterns, comments };
}

function patternIn(text: string, line: Span, number: number): Pattern | undefined {
  const span = trimmed(text, line);
  if (span.start === span.end) return undefined;
  const isException = text[span.start] === '!';
  const at = isException ? trimmed(text, { start: span.start + 1, end: span.end }) : span;
  const body = { text: text.slice(at.start, at.end), span: at };
  return {
    line: number,
    span,
    ...(isException && { exception: { start: span.start, end: span.start + 1 } }),
    body,
    cleaned: cleanedOf(body.text, isException),
  };
}

/** The builder cleans a path, drops the first slash of one and, with a `!` before it, cleans once more: of `!/` nothing is left. */
function cleanedOf(body: string, isException: boolean): string {
  if (body === '') return '';
  const path = cleanPath(body);
  if (path === '/') return isException ? '' : path;
  return path.startsWith('/') ? path.slice(1) : path;
}

/** A path without `.`, `..`, doubled slashes and a slash at its end, as far as its text alone says. Go's `path.Clean`. */
export function cleanPath(path: string): string {
  const parts: string[] = [];
  const isRooted = path.startsWith('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!isRooted) parts.push(part);
  }
  const joined = parts.join('/');
  if (isRooted) return `/${joined}`;
  return joined === '' ? '.' : joined;
}

function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && SPACE.test(text[from] ?? '')) from++;
  while (to > from && SPACE.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}
