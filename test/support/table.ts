import assert from 'node:assert/strict';
import type { Problem } from '../../server/src/core/grammar/problem.ts';

/** One test for each text and the answer it must get. */
export function table<T>(what: string, answer: (text: string) => T, rows: Readonly<Record<string, T>>): void {
  for (const [text, expected] of Object.entries(rows))
    it(`${what}: ${JSON.stringify(text)} → ${JSON.stringify(expected) ?? 'nothing'}`, () => assert.deepEqual(answer(text), expected));
}

/** What is said of a text as `reason: piece`; nothing where it is fine. */
export const said = (check: (text: string) => Problem | undefined) => (text: string) => {
  const found = check(text);
  return found && `${found.reason}: ${text.slice(found.from, found.to)}`;
};
