/** One character of a class, or a range of them. */
interface Range {
  readonly low: string;
  readonly high: string;
}

/** A piece of a pattern with its place in the text. */
export type Piece = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'text'; readonly char: string; readonly escaped: boolean }
  | { readonly kind: 'star' | 'deep' | 'any' }
  | { readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly Range[] }
);

/** Why the builder refuses a pattern, and the piece it is about. */
export interface BadPattern {
  readonly reason: 'open-class' | 'empty-class' | 'dash' | 'backwards' | 'last-backslash';
  readonly from: number;
  readonly to: number;
}

/** The pieces of a pattern up to where it stops being one. https://pkg.go.dev/path/filepath#Match */
export function piecesOf(pattern: string): { readonly pieces: readonly Piece[]; readonly bad?: BadPattern } {
  const pieces: Piece[] = [];
  for (let at = 0; at < pattern.length; ) {
    const next = pieceAt(pattern, at);
    if ('reason' in next) return { pieces, bad: next };
    pieces.push(next);
    at = next.to;
  }
  return { pieces };
}

const charAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

function pieceAt(pattern: string, from: number): Piece | BadPattern {
  const char = charAt(pattern, from);
  const to = from + char.length;
  switch (char) {
    case '*':
      return pattern[to] === '*' ? { kind: 'deep', from, to: to + 1 } : { kind: 'star', from, to };
    case '?':
      return { kind: 'any', from, to };
    case '[':
      return classAt(pattern, from);
    case '\\': {
      if (to >= pattern.length) return { reason: 'last-backslash', from, to };
      const escaped = charAt(pattern, to);
      return { kind: 'text', char: escaped, escaped: true, from, to: to + escaped.length };
    }
    default:
      return { kind: 'text', char, escaped: false, from, to };
  }
}

function classAt(pattern: string, from: number): Piece | BadPattern {
  const negated = pattern[from + 1] === '^';
  const first = from + (negated ? 2 : 1);
  const ranges: Range[] = [];
  const open: BadPattern = { reason: 'open-class', from, to: pattern.length };
  let at = first;
  while (at < pattern.length) {
    if (pattern[at] === ']' && at > first) return { kind: 'class', negated, ranges, from, to: at + 1 };
    const low = memberAt(pattern, at);
    if (!low) return refusedMember(pattern, from, at);
    let high = low;
    if (pattern[low.to] === '-') {
      const end = memberAt(pattern, low.to + 1);
      if (!end) return refusedMember(pattern, from, low.to + 1);
      high = end;
    }
    if ((low.char.codePointAt(0) ?? 0) > (high.char.codePointAt(0) ?? 0)) return { reason: 'backwards', from: at, to: high.to };
    ranges.push({ low: low.char, high: high.char });
    at = high.to;
  }
  return open;
}

/** A character that may stand in a class; nothing at the end, and for `-` and `]` without a backslash. */
function memberAt(pattern: string, at: number): { readonly char: string; readonly to: number } | undefined {
  if (at >= pattern.length || pattern[at] === '-' || pattern[at] === ']') return undefined;
  const start = pattern[at] === '\\' ? at + 1 : at;
  if (start >= pattern.length) return undefined;
  const char = charAt(pattern, start);
  return { char, to: start + char.length };
}

function refusedMember(pattern: string, from: number, at: number): BadPattern {
  if (pattern[at] === '-') return { reason: 'dash', from: at, to: at + 1 };
  const close = pattern.indexOf(']', at + 1);
  if (pattern[at] !== ']') return { reason: 'open-class', from, to: pattern.length };
  // `[a-]` has a dash without an end; `[]` has nothing in it.
  return pattern[at - 1] === '-' ? { reason: 'dash', from: at - 1, to: at } : { reason: 'empty-class', from, to: close < 0 ? at + 1 : close + 1 };
}

/** Whether a text has no pieces with a meaning of their own. */
export const isPlain = (pattern: string): boolean => !/[*?[\\]/.test(pattern);
