/** A variable that a text asked for, and what came of it. */
export interface VariableUse {
  readonly name: string;
  /** What the variable holds; absent where nobody sets it. */
  readonly value?: string;
  /** Whether a text written behind the name (`${NAME:-text}`) was put in place of the value. */
  readonly replaced: boolean;
}

/** Why a text with variables is refused. */
export type TemplateProblem = { readonly kind: 'invalid'; readonly text: string } | { readonly kind: 'required'; readonly name: string; readonly message: string };

/** A text with its variables replaced. */
export interface Substituted {
  readonly text: string;
  readonly uses: readonly VariableUse[];
  /** The first thing wrong; `text` is of no use then. */
  readonly problem?: TemplateProblem;
}

/** Nobody nests deeper. */
const DEPTH = 20;

/** Puts values in place of `$NAME` and `${NAME…}`, and `$` in place of `$$`. What only looks like a variable (`$1`, `$(pwd)`) stays. compose-go: template/template.go */
export function substitute(text: string, valueOf: (name: string) => string | undefined): Substituted {
  if (!text.includes('$')) return { text, uses: [] };
  const closers = closersOf(text);
  const uses: VariableUse[] = [];
  let problem: TemplateProblem | undefined;
  const result = read(0, text.length, 0);
  return { text: result, uses, ...(problem && { problem }) };

  function read(from: number, to: number, depth: number): string {
    let out = '';
    let at = from;
    for (let dollar = text.indexOf('$', at); dollar >= 0 && dollar < to; dollar = text.indexOf('$', at)) {
      out += text.slice(at, dollar);
      const next = text[dollar + 1];
      if (next === '{') {
        const close = closers.get(dollar) ?? lastBrace(dollar, to);
        if (close < 0 || close >= to) return fail({ kind: 'invalid', text: text.slice(dollar, to) });
        out += braced(dollar + 2, close, depth);
        at = close + 1;
        continue;
      }
      const name = next === '$' ? '' : nameAt(dollar + 1, to);
      if (name === '') out += '$';
      else out += plain(name);
      at = dollar + (next === '$' ? 2 : 1 + name.length);
    }
    return out + text.slice(at, to);
  }

  function braced(from: number, to: number, depth: number): string {
    const name = nameAt(from, to);
    const operator = /^:?[-+?]/.exec(text.slice(from + name.length, Math.min(to, from + name.length + 2)))?.[0];
    if (name === '' || depth > DEPTH || (operator === undefined && from + name.length < to)) return fail({ kind: 'invalid', text: text.slice(from - 2, to + 1) });
    if (operator === undefined) return plain(name);
    const value = valueOf(name);
    const isThere = value !== undefined && !(operator.startsWith(':') && value === '');
    const operand = () => read(from + name.length + operator.length, to, depth + 1);
    if (operator.endsWith('?') && !isThere) return fail({ kind: 'required', name, message: operand() });
    const replaced = operator.endsWith('+') ? isThere : operator.endsWith('-') && !isThere;
    uses.push({ name, replaced, ...(value !== undefined && { value }) });
    return replaced ? operand() : (value ?? '');
  }

  /** Where one `}` too few is written, the last of the line ends the outermost variable. */
  function lastBrace(from: number, to: number): number {
    const line = text.slice(from, to).split('\n', 1)[0] ?? '';
    return line.includes('}') ? from + line.lastIndexOf('}') : -1;
  }

  function plain(name: string): string {
    const value = valueOf(name);
    uses.push({ name, replaced: false, ...(value !== undefined && { value }) });
    return value ?? '';
  }

  function nameAt(from: number, to: number): string {
    NAME.lastIndex = from;
    return NAME.exec(text)?.[0].slice(0, to - from) ?? '';
  }

  function fail(found: TemplateProblem): string {
    problem ??= found;
    return '';
  }
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;

/** For each `${` the place of its `}` on the same line. */
function closersOf(text: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\n') open.length = 0;
    else if (text[i] === '$' && text[i + 1] === '{') open.push(i++);
    else if (text[i] === '}') {
      const start = open.pop();
      if (start !== undefined) found.set(start, i);
    }
  }
  return found;
}

/** Whether Compose warns that nobody sets the variable. */
export const isUnset = ({ value, replaced }: VariableUse): boolean => value === undefined && !replaced;
