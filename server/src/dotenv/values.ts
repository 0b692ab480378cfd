import { isUnset, substitute, type TemplateProblem } from '../core/template.ts';
import type { DotenvFile, Variable } from './file.ts';

/** What a variable holds in the end, and the line that says so. */
export interface Held {
  readonly value: string;
  readonly variable: Variable;
}

/** The variables of a `.env` file with those inside their values replaced. */
export interface Values {
  readonly held: ReadonlyMap<string, Held>;
  /** Variables that a value asks for and nobody sets. */
  readonly unset: readonly { readonly name: string; readonly variable: Variable }[];
  /** Values for which Compose refuses the file. */
  readonly problems: readonly { readonly problem: TemplateProblem; readonly variable: Variable }[];
}

/** What the variables of a file hold. `outer` are those of the shell, which come first; then come the lines above. */
export function valuesOf(file: DotenvFile, outer: (name: string) => string | undefined = () => undefined): Values {
  const held = new Map<string, Held>();
  const unset: { name: string; variable: Variable }[] = [];
  const problems: { problem: TemplateProblem; variable: Variable }[] = [];
  for (const variable of file.variables) {
    const { name, value } = variable;
    if (!value || value.quote === 'single') {
      const text = value ? value.text : outer(name.text);
      if (text !== undefined) held.set(name.text, { value: text, variable });
      continue;
    }
    const { text, uses, problem } = substitute(value.text, (asked) => outer(asked) ?? held.get(asked)?.value);
    if (problem) problems.push({ problem, variable });
    for (const use of uses) if (isUnset(use)) unset.push({ name: use.name, variable });
    held.set(name.text, { value: text, variable });
  }
  return { held, unset, problems };
}

/** A file that is read without quotes and variables (`format: raw`): all behind the first `=` is the value. */
export function rawValuesOf(text: string): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const line of text.replace(/^\uFEFF/, '').split('\n')) {
    const trimmed = line.replace(/\r$/, '').trimStart();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const equals = trimmed.indexOf('=');
    found.set(equals < 0 ? trimmed : trimmed.slice(0, equals), equals < 0 ? undefined : trimmed.slice(equals + 1));
  }
  return found;
}
