import { linesOf, type Span } from '../core/text.ts';
import type { Directive, DirectiveName, Escape } from './file.ts';
import { heredocMarkers } from './heredocs.ts';
import { joined } from './joined.ts';

/** https://docs.docker.com/reference/dockerfile/#parser-directives */
const DIRECTIVE = /^\s*#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(\S(?:.*\S)?|[^\S\r\n])\s*$/;
const HEREDOC_KEYWORD = /^\s*(?:onbuild\s+)?(?:run|copy|add)\s/i;

export interface Pieces {
  readonly escape: Escape;
  readonly directives: readonly Directive[];
  /** The whole text, without gaps: directives first, then instructions and the lines between them. */
  readonly spans: readonly Span[];
}

/** Finds where the blocks of a Dockerfile begin and end by one look at each line. */
export function split(text: string): Pieces {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const directives = directivesOf(text, bom);
  const escape: Escape = directives.find(({ key, value, repeated }) => key === 'escape' && !repeated && value.text === '`') ? '`' : '\\';
  const spans: Span[] = [];
  const head = directives.at(-1);
  let at = head ? lineEnd(text, head.span.end) : 0;
  if (at > 0) spans.push({ start: 0, end: at });

  while (at < text.length) {
    const start = at;
    if (isTrivia(text, start || bom)) {
      do at = lineEnd(text, at);
      while (at < text.length && isTrivia(text, at));
    } else at = endOfInstruction(text, start, escape);
    spans.push({ start, end: at });
  }
  return { escape, directives, spans };
}

function endOfInstruction(text: string, start: number, escape: Escape): number {
  let at = lineEnd(text, start);
  let open = continues(text, start, at, escape);
  while (open && at < text.length) {
    const next = lineEnd(text, at);
    if (!isTrivia(text, at)) open = continues(text, at, next, escape);
    at = next;
  }
  const head = text.slice(start, at);
  if (!head.includes('<<') || !HEREDOC_KEYWORD.test(head.replace(/^\uFEFF/, ''))) return at;
  for (const { name, stripTabs } of heredocMarkers(joined(head, escape))) {
    for (let closed = false; !closed && at < text.length; ) {
      const next = lineEnd(text, at);
      const line = text.slice(at, next).replace(/\r?\n$/, '');
      closed = (stripTabs ? line.replace(/^\t+/, '') : line) === name;
      at = next;
    }
  }
  return at;
}

/** Where the next line begins. */
function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline + 1;
}

/** A comment or a blank line begins here. */
function isTrivia(text: string, from: number): boolean {
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (char === '\n' || char === '#') return true;
    if (char !== ' ' && char !== '\t' && !/\s/.test(char ?? '')) return false;
  }
  return true;
}

/** The line ends with an escape character of its own, perhaps with blanks behind it. */
function continues(text: string, from: number, end: number, escape: Escape): boolean {
  let i = end - 1;
  if (text[i] === '\n') i--;
  if (text[i] === '\r') i--;
  while (i >= from && (text[i] === ' ' || text[i] === '\t')) i--;
  return i >= from && text[i] === escape && (i === from || text[i - 1] !== escape);
}

/** Directives as BuildKit reads them: from the first line on, until a line is anything else; names in any case. */
function directivesOf(text: string, bom: number): Directive[] {
  const found: Directive[] = [];
  for (const line of linesOf(text)) {
    const from = line.start === 0 ? bom : line.start;
    const source = text.slice(from, line.end);
    const match = DIRECTIVE.exec(source);
    const name = match?.[1] ?? '';
    const key = name.toLowerCase();
    if (!match || !isDirectiveName(key)) break;
    const value = match[2] ?? '';
    const nameStart = from + source.indexOf(name);
    const valueStart = from + source.indexOf(value, source.indexOf('=') + 1);
    found.push({
      key,
      name: { text: name, span: { start: nameStart, end: nameStart + name.length } },
      value: { text: value, span: { start: valueStart, end: valueStart + value.length } },
      span: { start: from + source.indexOf('#'), end: valueStart + value.length },
      repeated: found.some((other) => other.key === key),
    });
  }
  return found;
}

const isDirectiveName = (name: string): name is DirectiveName => name === 'syntax' || name === 'escape' || name === 'check';
