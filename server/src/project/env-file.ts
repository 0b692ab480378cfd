import { linesOf, type Word } from '../core/text.ts';

/** One `NAME=value` line of a `.env` file. */
export interface Variable {
  readonly name: Word;
  /** Without quotes and trailing comment. Variables inside it stay as written. */
  readonly value: string;
}

/**
 * The variables of a `.env` file, as Compose reads it: `export` and quotes allowed, ` #` begins a comment outside quotes.
 * https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
export function variablesOf(text: string): Variable[] {
  const found: Variable[] = [];
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end).replace(/\r?\n$/, '');
    const match = /^(\uFEFF?\s*(?:export\s+)?)([A-Za-z_][A-Za-z0-9_.-]*)\s*[=:]\s*(.*)$/.exec(line);
    if (!match) continue;
    const [, margin = '', name = '', rest = ''] = match;
    const at = start + margin.length;
    found.push({ name: { text: name, span: { start: at, end: at + name.length } }, value: valueOf(rest) });
  }
  return found;
}

function valueOf(rest: string): string {
  const quote = rest[0];
  if (quote === '"' || quote === "'") {
    const close = rest.indexOf(quote, 1);
    if (close > 0) return rest.slice(1, close);
  }
  return rest.replace(/\s+#.*$/, '').trim();
}
