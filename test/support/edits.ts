import assert from 'node:assert/strict';
import fc from 'fast-check';

/** Lines of a language put together in any order, with any line ends. */
export const filesOf = (line: fc.Arbitrary<string>, lineEnd: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(fc.tuple(line, lineEnd), { maxLength: 16 }).map((lines) => lines.map(([text, end]) => text + end).join(''));

/** Holds that a parser reads an edited text with its previous file's help as it reads it afresh. */
export function readsEditsAsAfresh<File>(
  parse: (text: string, previous?: File) => File,
  flat: (file: File) => unknown,
  line: fc.Arbitrary<string>,
  file: fc.Arbitrary<string>,
): void {
  fc.assert(
    fc.property(file, fc.nat(), fc.nat(30), fc.oneof(line, file), (text, at, length, insertion) => {
      const from = at % (text.length + 1);
      const edited = text.slice(0, from) + insertion + text.slice(from + length);
      assert.deepEqual(flat(parse(edited, parse(text))), flat(parse(edited)));
    }),
    { numRuns: 600 },
  );
}
