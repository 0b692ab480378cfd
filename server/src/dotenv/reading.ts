import type { DotenvFile } from './file.ts';
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
