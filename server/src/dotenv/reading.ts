import type { DotenvFile, Variable } from './file.ts';
import { lineAt, variableBefore } from './lines.ts';

/** Whether the line above a place is the end of a value without quotes that goes on with `\`, as a shell would have it. */
export function continuedAt(file: DotenvFile, offset: number): boolean {
  const { text } = file;
  const { start } = lineAt(text, offset);
  if (start <= 1) return false;
  const above = lineAt(text, start - 1);
  const { value, span } = variableBefore(file, above.end) ?? {};
  return value?.quote === 'none' && span?.end === above.end && value.raw.text.endsWith('\\');
}

/** The variables without those whose quote was closed by one on a later line that meant another value. */
export function soundVariables({ text, variables, errors }: DotenvFile): readonly Variable[] {
  if (errors.length === 0) return variables;
  const refused = new Set(errors.map(({ span }) => lineAt(text, span.start).start));
  return variables.filter(({ span, value }) => !value?.raw.text.includes('\n') || !refused.has(lineAt(text, span.end).start));
}
