import { linesOf, type Span } from '../core/text.ts';
import type { Directive, DirectiveName, Escape } from './file.ts';
import { heredocMarkers } from './heredocs.ts';
import { joined } from './joined.ts';

const COMMENT = /^\s*#/;
const BLANK = /^\s*$/;
/** https://docs.docker.com/reference/dockerfile/#parser-directives */
const DIRECTIVE = /^\s*#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(\S(?:.*\S)?)\s*$/;
const HEREDOC_KEYWORD = /^\s*(?:onbuild\s+)?(?:run|copy|add)\s/i;

export interface Pieces {
  readonly escape: Escape;
  readonly directives: readonly Directive[];
  /** The whole text, without gaps: directives first, then instructions and the lines between them. */
  readonly spans: readonly Span[];
}

/** Finds where the blocks of a Dockerfile begin and end by looking at its lines only. */
export function split(text: string): Pieces {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const directives = directivesOf(text, bom);
  const escape: Escape = directives.find(({ key, value, repeated }) => key === 'escape' && !repeated && value.text === '`') ? '`' : '\\';
  const continues = escape === '`' ? /(?:^|[^`])`[ \t]*\r?\n?$/ : /(?:^|[^\\])\\[ \t]*\r?\n?$/;

  const lines = [...linesOf(text)];
  const lineAt = (i: number) => text.slice(lines[i]?.start, lines[i]?.end);
  const spans: Span[] = [];
  const headEnd = directives.at(-1)?.span.end ?? 0;
  let i = 0;
  while (i < lines.length && (lines[i]?.start ?? 0) < headEnd) i++;
  if (i > 0) spans.push({ start: 0, end: lines[i - 1]?.end ?? 0 });

  while (i < lines.length) {
    const first = i;
    const isTrivia = (n: number) => {
      const line = n === 0 ? lineAt(n).slice(bom) : lineAt(n);
      return COMMENT.test(line) || BLANK.test(line);
    };
    if (isTrivia(i)) {
      while (i < lines.length && isTrivia(i)) i++;
    } else {
      i = endOfInstruction(first);
    }
    spans.push({ start: lines[first]?.start ?? 0, end: lines[i - 1]?.end ?? text.length });
  }
  return { escape, directives, spans };

  function endOfInstruction(first: number): number {
    let next = first + 1;
    let open = continues.test(lineAt(first));
    while (open && next < lines.length) {
      const line = lineAt(next);
      next++;
      if (COMMENT.test(line) || BLANK.test(line)) continue;
      open = continues.test(line);
    }
    const start = lines[first]?.start ?? 0;
    const head = text.slice(start, lines[next - 1]?.end);
    if (!head.includes('<<') || !HEREDOC_KEYWORD.test(head.replace(/^\uFEFF/, ''))) return next;
    for (const { name, stripTabs } of heredocMarkers(joined(head, escape))) {
      while (next < lines.length) {
        const line = lineAt(next).replace(/\r?\n$/, '');
        next++;
        if ((stripTabs ? line.replace(/^\t+/, '') : line) === name) break;
      }
    }
    return next;
  }
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
