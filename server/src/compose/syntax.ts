import type { Span } from '../core/text.ts';
import type { Block, Scalar } from './file.ts';

/** What a beginner must change where YAML can't be read. */
export type SyntaxKind =
  | 'conflict-marker'
  | 'tab'
  | 'wide-sign'
  | 'no-space-after-colon'
  | 'no-colon'
  | 'no-space-after-dash'
  | 'list-in-mapping'
  | 'misaligned'
  | 'unclosed-quote'
  | 'unclosed-bracket'
  | 'reserved-sign'
  | 'other';

export interface SyntaxProblem {
  readonly kind: SyntaxKind;
  /** The word to change, from the block's start. */
  readonly span: Span;
  /** The text at `span`. */
  readonly text: string;
  /** The parser's own code. */
  readonly code: string;
}

/** Errors of the parser that Compose does not share, or that rules find for themselves. */
const HARMLESS = new Set(['BAD_ALIAS', 'DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);

export const isHarmless = ({ code }: { readonly code: string }): boolean => HARMLESS.has(code);

/** The first mistake of a block that YAML can't read, where it must be put right; nothing for a block that can be read. */
export function syntaxProblem(block: Block): SyntaxProblem | undefined {
  const errors = block.errors.filter((error) => !isHarmless(error));
  if (errors.length === 0) return undefined;
  const known = kept.get(block);
  if (known) return known;
  const first = errors.reduce((a, b) => (b.span.start < a.span.start ? b : a));
  const found = conflictIn(block.text) ?? classify(block.text, first.code, first.span.start);
  kept.set(block, found);
  return found;
}

const kept = new WeakMap<Block, SyntaxProblem>();

/** One line, with where its text begins. */
interface Line {
  readonly start: number;
  /** Without the line's end. */
  readonly text: string;
  readonly indent: number;
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', start);
  const line = text.slice(start, newline < 0 ? text.length : newline).replace(/\r$/, '');
  return { start, text: line, indent: /^ */.exec(line)?.[0].length ?? 0 };
}

function nextLine(text: string, { start }: Line): Line | undefined {
  for (let at = text.indexOf('\n', start); at >= 0; at = text.indexOf('\n', at + 1)) {
    const line = lineAt(text, at + 1);
    if (!isBlank(line)) return line;
    if (at + 1 >= text.length) return undefined;
  }
  return undefined;
}

function previousLine(text: string, { start }: Line): Line | undefined {
  for (let at = start - 1; at >= 0; ) {
    const line = lineAt(text, at);
    if (!isBlank(line)) return line;
    at = line.start - 1;
  }
  return undefined;
}

const isBlank = ({ text }: Line) => /^\s*(?:#|$)/.test(text);

function conflictIn(text: string): SyntaxProblem | undefined {
  const match = /^(?:<{7} .*|={7}|>{7} .*)(?=\r?$)/m.exec(text);
  return match ? { kind: 'conflict-marker', span: { start: match.index, end: match.index + match[0].length }, text: match[0], code: 'CONFLICT' } : undefined;
}

function classify(text: string, code: string, offset: number): SyntaxProblem {
  const line = lineAt(text, offset);
  const answer = (kind: SyntaxKind, at: Line, from: number, to: number): SyntaxProblem => ({
    kind,
    span: { start: at.start + from, end: at.start + to },
    text: at.text.slice(from, to),
    code,
  });
  const word = (at: Line) => /^\s*(?:- +)*/.exec(at.text)?.[0].length ?? 0;
  const end = (at: Line) => at.text.trimEnd().length;
  if (code === 'TAB_AS_INDENT') {
    const at = /^ *\t[ \t]*/.exec(line.text)?.[0].length;
    if (at !== undefined) return answer('tab', line, 0, at);
    return answer('tab', line, offset - line.start, Math.max(offset - line.start + 1, end(line)));
  }
  if (code === 'MISSING_CHAR' || code === 'UNEXPECTED_TOKEN') {
    const open = unclosedQuote(text, offset);
    if (open) return open;
  }
  const below = nextLine(text, line);
  const tabbed = [line, below].find((it) => it && /^ *\t/.test(it.text));
  if (tabbed) return answer('tab', tabbed, 0, /^[ \t]*/.exec(tabbed.text)?.[0].length ?? 1);
  const wide = wideSign(line);
  if (wide) return wide;
  const bracket = code === 'BAD_INDENT' || code === 'MISSING_CHAR' ? unclosedBracket(text, offset, code) : undefined;
  if (bracket) return bracket;
  const reserved = /^(\s*(?:- +)?(?:[^\s:#]+: +)?)([@`%][^\s#]*)/.exec(line.text);
  if (reserved) return answer('reserved-sign', line, reserved[1]?.length ?? 0, (reserved[1]?.length ?? 0) + (reserved[2]?.length ?? 0));
  if (/^\s*-(?![\s-])\S/.test(line.text)) return answer('no-space-after-dash', line, line.indent, end(line));
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    // The value of the line above ends where a deeper key begins.
    const next = nextLine(text, line);
    if (next && next.indent > keyColumn(line) && /^\s*(?:- +)?[^\s#:][^#]*:(?:\s|$)/.test(next.text)) {
      // The deeper line may be right, and this one too far to the left.
      if (isAtHome(text, line, next)) return answer('misaligned', line, word(line), keyEnd(line));
      return wideSign(next) ?? answer('misaligned', next, word(next), keyEnd(next));
    }
    const nested = /^(\s*(?:- +)?[^\s:#][^:#]*: +)(\S.*?:)(?:\s|$)/.exec(line.text);
    if (nested) return answer('other', line, nested[1]?.length ?? 0, end(line));
  }
  if (code === 'MULTILINE_IMPLICIT_KEY' || code === 'MISSING_CHAR_KEY' || code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'UNEXPECTED_TOKEN') {
    const glued = /^(\s*(?:- +)?)([A-Za-z_][\w.-]*:)(\S.*)$/.exec(line.text);
    if (glued && !/^\/\//.test(glued[3] ?? '')) return answer('no-space-after-colon', line, glued[1]?.length ?? 0, (glued[1]?.length ?? 0) + (glued[2]?.length ?? 0));
    if (/^\s*- /.test(line.text) && code === 'MULTILINE_IMPLICIT_KEY') return answer('list-in-mapping', line, line.indent, end(line));
    if (/^\s*(?:- +)?[A-Za-z_][^:"']*$/.test(line.text)) return answer('no-colon', line, word(line), end(line));
  }
  if (code === 'BAD_INDENT') {
    const before = previousLine(text, line);
    if (before && before.indent === line.indent && !isItem(before) && !/^\s*[^\s].*:(?:\s|$)/.test(before.text)) {
      // A comment below ended what would have been one long text.
      const glue = /^(\s*)([A-Za-z_][\w.-]*:)\S/.exec(before.text);
      const sign = wideSign(before);
      if (sign) return sign;
      return glue ? answer('no-space-after-colon', before, before.indent, before.indent + (glue[2]?.length ?? 0)) : answer('no-colon', before, before.indent, end(before));
    }
    const culprit = misaligned(text, line);
    const above = previousLine(text, line);
    if (above && above.indent === line.indent && isItem(above) !== isItem(line)) {
      // A key with its value was only indented too far; a bare name is one that belongs in the list.
      if (isItem(above) && /^\s*[\w.-]+:\s+\S/.test(line.text)) return answer('misaligned', line, word(line), keyEnd(line));
      if (isItem(above) && nextLine(text, line) && (nextLine(text, line)?.indent ?? 0) > line.indent) return answer('misaligned', line, word(line), keyEnd(line));
      const mixed = isItem(line) ? line : above;
      return answer('list-in-mapping', mixed, mixed.indent, end(mixed));
    }
    return answer('misaligned', culprit, word(culprit), keyEnd(culprit));
  }
  return answer('other', line, Math.min(word(line), end(line)), end(line));
}

/** Where the key of a line begins: behind the dash of a list item. */
const keyColumn = ({ text }: Line) => /^\s*(?:- +)*/.exec(text)?.[0].length ?? 0;

function keyEnd({ text }: Line): number {
  const colon = /:(?:\s|$)/.exec(text)?.index;
  return colon ?? text.trimEnd().length;
}

/** `ports：`, `“nginx”` as a key, a blank that is not a space: signs of a Korean keyboard or of a copied web page. */
function wideSign(line: Line): SyntaxProblem | undefined {
  const match = /^\s*(?:- +)?[\w."'-]+\s*(：)/.exec(line.text) ?? /^ *([\u00A0\u3000][\u00A0\u3000 ]*)/.exec(line.text) ?? /^\s*(?:- +)?[\w.-]+:([\u00A0\u3000]+)/.exec(line.text);
  const sign = match?.[1];
  if (!match || sign === undefined) return undefined;
  const from = line.start + match.index + match[0].length - sign.length;
  return { kind: 'wide-sign', span: { start: from, end: from + sign.length }, text: sign, code: 'WIDE_SIGN' };
}

/** The quote that begins a value and is not closed on its line, nearest above where the parser gave up. */
function unclosedQuote(text: string, offset: number): SyntaxProblem | undefined {
  for (let start = 0; start <= offset && start < text.length; ) {
    const line = lineAt(text, start);
    const open = /^\s*(?:- +)*(?:[^\s"'#][^"'#]*?: +)?(?:\[ *(?:(?:"[^"]*"|'[^']*'|[^"',]*) *, *)*)?(["'])/.exec(line.text);
    const quote = open?.[1];
    if (open && quote) {
      const rest = line.text.slice(open[0].length);
      const plain = quote === '"' ? rest.replace(/\\./g, '..') : rest.replaceAll("''", '..');
      if (!plain.includes(quote)) {
        const from = line.start + open[0].length - 1;
        return {
          kind: 'unclosed-quote',
          span: { start: from, end: line.start + line.text.trimEnd().length },
          text: line.text.slice(open[0].length - 1).trimEnd(),
          code: 'MISSING_CHAR',
        };
      }
    }
    start = line.start + line.text.length + 1;
    if (text[start - 1] === '\r') start++;
  }
  return undefined;
}

const isItem = ({ text }: Line) => /^\s*-\s/.test(text);

/** The bracket that is open where the parser found something that can't stand inside it, and that its own line does not close. */
function unclosedBracket(text: string, offset: number, code: string): SyntaxProblem | undefined {
  for (
    let line: Line | undefined = offset >= text.trimEnd().length ? lineAt(text, text.trimEnd().length) : previousLine(text, lineAt(text, offset));
    line;
    line = previousLine(text, line)
  ) {
    const open = /^\s*(?:- +)*(?:[^\s"'#:]+: +)?([[{])/.exec(line.text);
    const bracket = open?.[1];
    if (open && bracket) {
      const rest = line.text.slice(open[0].length - 1).replace(/"(?:\\.|[^"\\])*"|'[^']*'/g, (quoted) => '_'.repeat(quoted.length));
      const depth = [...rest].reduce((now, sign) => now + (/[[{]/.test(sign) ? 1 : /[\]}]/.test(sign) ? -1 : 0), 0);
      if (depth <= 0) return undefined;
      const from = line.start + open[0].length - 1;
      const to = line.start + line.text.trimEnd().length;
      return { kind: 'unclosed-bracket', span: { start: from, end: to }, text: text.slice(from, to), code };
    }
    // Lines of a bracket that goes on look like none of these.
    if (/^\s*(?:- +)?[\w.-]+:(?:\s|$)/.test(line.text)) return undefined;
  }
  return undefined;
}

/** Whether the lines above say that `next` stands where it should: a sibling at its column, or a head that it is the child of. */
function isAtHome(text: string, line: Line, next: Line): boolean {
  for (let above = previousLine(text, line); above; above = previousLine(text, above)) {
    if (above.indent > next.indent) continue;
    if (above.indent === next.indent) return true;
    return above.indent <= line.indent && next.indent - above.indent === stepOf(text) && /:\s*(?:#.*)?$/.test(above.text);
  }
  return false;
}

/** The line that stands at a column of its own: the one where the parser stopped, or the first of the group before it. */
function misaligned(text: string, line: Line): Line {
  const above: Line[] = [];
  for (let at = previousLine(text, line); at; at = previousLine(text, at)) {
    above.push(at);
    if (at.indent < line.indent) break;
  }
  const before = above[0];
  if (before && before.indent < line.indent && /:\s+\S/.test(before.text)) {
    // A line with its value has no children: it is the one that stands too far to the left.
    let head = previousLine(text, before);
    while (head && head.indent >= before.indent) head = previousLine(text, head);
    if (head && line.indent - head.indent === stepOf(text) && before.indent - head.indent !== stepOf(text)) return before;
  }
  const parent = above.at(-1);
  const siblings = above.slice(0, -1);
  const shallowest = Math.min(...siblings.map(({ indent }) => indent));
  // Several lines at one column outvote the one that differs; a single first line is the odd one.
  const group = siblings.filter(({ indent }) => indent === shallowest);
  const first = group.at(-1);
  const step = stepOf(text);
  // An empty head right above means that its first entry was moved to its own column.
  const head = parent && previousLine(text, parent);
  if (parent && head && head.indent === parent.indent && /:\s*(?:#.*)?$/.test(head.text) && /:\s*(?:#.*)?$/.test(parent.text) && line.indent - head.indent === step) return parent;
  if (parent && first && group.length === 1 && line.indent - parent.indent === step && first.indent - parent.indent !== step) return first;
  return line;
}

/** How many columns a level mostly is in this text. */
function stepOf(text: string): number {
  const counts = new Map<number, number>();
  let last = 0;
  for (const match of text.matchAll(/^( *)(?![\s#])./gm)) {
    const indent = match[1]?.length ?? 0;
    if (indent > last) counts.set(indent - last, (counts.get(indent - last) ?? 0) + 1);
    last = indent;
  }
  return [...counts].reduce((best, it) => (it[1] > best[1] ? it : best), [2, 0])[0];
}

/** A plain text that was meant as something else: `-80:80` where a list belongs, `image:nginx` or `A=1` where a mapping does. */
export function misread({ style, raw: { text } }: Scalar): 'no-space-after-dash' | 'no-space-after-colon' | 'equals' | undefined {
  if (style !== 'plain') return undefined;
  if (/^-[^\s-]/.test(text)) return 'no-space-after-dash';
  if (/^[A-Za-z_][\w.-]*=/.test(text)) return 'equals';
  return /^[A-Za-z_][\w-]*:\S/.test(text) ? 'no-space-after-colon' : undefined;
}
