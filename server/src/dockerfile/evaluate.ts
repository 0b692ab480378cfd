import { expansionsIn } from './expansions.ts';
import type { Escape, Expansion } from './file.ts';
import { plainJoined } from './joined.ts';
import { unquote } from './words.ts';

/** A variable as far as it is known: `undefined` is unset, a value that is absent is known only when the image is built. */
export type Lookup = (name: string) => { readonly kind: string; readonly value?: string };

/** What a word says once its variables are replaced and its quotes are gone; nothing where that depends on the build. */
export function evaluate(text: string, escape: Escape, lookup: Lookup): string | undefined {
  const replaced = replaceAll(text, escape, lookup);
  return replaced === undefined ? undefined : unquote(replaced, escape);
}

function replaceAll(text: string, escape: Escape, lookup: Lookup): string | undefined {
  let out = '';
  let from = 0;
  for (const expansion of expansionsIn(plainJoined(text), escape)) {
    if (expansion.span.start < from) continue;
    const value = valueOf(expansion, escape, lookup);
    if (value === undefined) return undefined;
    out += text.slice(from, expansion.span.start) + value;
    from = expansion.span.end;
  }
  return out + text.slice(from);
}

/**
 * One expansion with BuildKit's operators.
 * https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function valueOf({ name, operator, operand, replacement }: Expansion, escape: Escape, lookup: Lookup): string | undefined {
  const variable = lookup(name.text);
  const set = variable.kind !== 'undefined' && variable.kind !== 'global-only';
  if (set && variable.value === undefined) return undefined;
  const value = set ? (variable.value ?? '') : '';
  const word = () => evaluate(operand?.text ?? '', escape, lookup);
  switch (operator) {
    case undefined:
      return value;
    case '-':
      return set ? value : word();
    case ':-':
      return value !== '' ? value : word();
    case '+':
      return set ? word() : '';
    case ':+':
      return value !== '' ? word() : '';
    case '?':
      return set ? value : undefined;
    case ':?':
      return value !== '' ? value : undefined;
    default: {
      const pattern = replaceAll(operand?.text ?? '', escape, lookup);
      const text = replacement ? replaceAll(replacement.text, escape, lookup) : '';
      return pattern === undefined || text === undefined ? undefined : cut(value, operator, pattern, text);
    }
  }
}

function cut(value: string, operator: '#' | '##' | '%' | '%%' | '/' | '//', pattern: string, replacement: string): string {
  const greedy = operator === '##' || operator === '%%' || operator === '/' || operator === '//';
  const source = patternSource(pattern, greedy);
  if (source === undefined || isCostly(pattern, value)) return value;
  switch (operator) {
    case '#':
    case '##':
      return value.replace(new RegExp(`^${source}`, 's'), '');
    case '%':
      return shortestSuffix(value, new RegExp(`^${source}$`, 's'));
    case '%%':
      return value.replace(new RegExp(`${source}$`, 's'), '');
    case '/':
      return value.replace(new RegExp(source, 's'), () => replacement);
    case '//':
      return source === '' ? value : value.replace(new RegExp(source, 'gs'), () => replacement);
  }
}

/** Many wildcards over a long value would take the regular expression engine for ever; nobody writes them. */
const isCostly = (pattern: string, value: string) => value.length > 500 || pattern.split('*').length > 5;

function shortestSuffix(value: string, whole: RegExp): string {
  for (let i = value.length; i >= 0; i--) if (whole.test(value.slice(i))) return value.slice(0, i);
  return value;
}

/** `*` and `?` are wild, the backslash takes their meaning; any other escape is an error in BuildKit. */
function patternSource(pattern: string, greedy: boolean): string | undefined {
  let out = '';
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] ?? '';
    if (char === '*') out += greedy ? '.*' : '.*?';
    else if (char === '?') out += '.';
    else if (char === '\\') {
      const next = pattern[++i];
      if (next === undefined || !/[*?\\}/]/.test(next)) return undefined;
      out += next.replace(/[*?\\/]/, '\\$&');
    } else out += char.replace(/[[\]{}.+()|^$]/, '\\$&');
  }
  return out;
}
