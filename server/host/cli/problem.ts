import type { Reported } from '../../src/core/check.ts';
import type { Severity } from '../../src/core/rule.ts';

/** A finding with its place. Lines and columns count from 1, in UTF-16 units. */
export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly fixable: boolean;
}

/** A problem with what a reader of the terminal sees beside it. */
export interface ShownProblem extends Problem {
  /** The line of the file. */
  readonly source: string;
  readonly cure?: string;
  readonly related: readonly { readonly line: number; readonly message: string }[];
}

/** Findings with lines and columns. */
export function problemsOf(path: string, text: string, reported: readonly Reported[]): ShownProblem[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const place = (offset: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  return reported.map(({ rule, severity, at, message, fixes = [], related = [] }) => {
    const start = place(at.start);
    const end = place(at.end);
    const [first] = fixes;
    return {
      path,
      ...start,
      endLine: end.line,
      endColumn: end.column,
      severity,
      rule,
      message,
      fixable: fixes.length > 0,
      source: text.slice(starts[start.line - 1] ?? 0, starts[start.line] ?? text.length).replace(/\r?\n$/, ''),
      ...(first && { cure: first.title }),
      related: related.filter(({ file, uri }) => file === undefined && uri === undefined).map((it) => ({ line: place(it.at.start).line, message: it.message })),
    };
  });
}
