import assert from 'node:assert/strict';
import { isAddress } from '../../server/src/compose/grammar/addresses.ts';
import { booleanOf } from '../../server/src/compose/grammar/booleans.ts';
import { durationOf } from '../../server/src/compose/grammar/durations.ts';
import { mountProblem } from '../../server/src/compose/grammar/mounts.ts';
import { portProblem } from '../../server/src/compose/grammar/ports.ts';
import { bytesOf } from '../../server/src/compose/grammar/sizes.ts';
import { wordsOf } from '../../server/src/compose/grammar/words.ts';
import { badInterpolations } from '../../server/src/compose/interpolation.ts';
import { parse } from '../../server/src/compose/parse.ts';
import { kindOf, numberOf, textOfScalar } from '../../server/src/compose/scalars.ts';
import type { Word } from '../../server/src/core/text.ts';

const word = (text: string): Word => ({ text, span: { start: 0, end: text.length } });

describe('compose/grammar', () => {
  const table = <T>(what: string, answer: (text: string) => T, rows: readonly (readonly [string, T])[]) => {
    for (const [text, expected] of rows) it(`${what}: ${JSON.stringify(text)} → ${JSON.stringify(expected)}`, () => assert.deepEqual(answer(text), expected));
  };

  table('port', (text) => portProblem(text)?.reason, [
    ['80', undefined],
    ['8080:80', undefined],
    ['127.0.0.1:8080:80/tcp', undefined],
    ['127.0.0.1::80', undefined],
    ['[::1]:8080:80', undefined],
    ['::1:8080:80', undefined],
    ['8000-8002:80', undefined],
    ['8000-8002:80-82/UDP', undefined],
    [':80', undefined],
    ['80/', undefined],
    ['', 'empty'],
    ['8080:', 'no-container-port'],
    ['8080:abc', 'not-a-port'],
    ['70000:80', 'too-large'],
    ['80-79', 'backwards'],
    [' 80:80', 'space'],
    ['8080:80/http', 'protocol'],
    ['localhost:8080:80', 'address'],
    ['8080:8080:80:90', 'address'],
    ['8000-8002:80-81', 'ranges'],
  ]);
  table('address', isAddress, [
    ['0.0.0.0', true],
    ['::', true],
    ['fe80::1', true],
    ['::ffff:10.0.0.1', true],
    ['1:2:3:4:5:6:7:8', true],
    ['256.0.0.1', false],
    ['10.0.0', false],
    ['1:2:3', false],
    ['1::2::3', false],
    ['', false],
  ]);
  table('mount', (text) => mountProblem(text)?.reason, [
    ['data:/data', undefined],
    ['/data', undefined],
    ['C:\\x:/data:ro', undefined],
    ['a::b', undefined],
    ['', 'empty'],
    [':/data', 'empty-section'],
    ['./data:', 'empty-section'],
    ['a:/b:ro:z', undefined],
    ['./a:/b:ro:z', 'too-many-colons'],
  ]);
  table('duration', (text) => durationOf(text)?.seconds, [
    ['10s', 10],
    ['1m30s', 90],
    ['1.5h', 5400],
    ['2d', 172_800],
    ['-1s', -1],
    ['0', 0],
    ['10', undefined],
    ['10 s', undefined],
    ['1m 30s', undefined],
    ['10초', undefined],
    ['1M', undefined],
    ['', undefined],
  ]);
  table('size', bytesOf, [
    ['512m', 536_870_912],
    ['1.5g', 1_610_612_736],
    ['64MiB', 67_108_864],
    ['512 mb', 536_870_912],
    ['100', 100],
    ['1e3', 1000],
    ['512MBs', undefined],
    ['5s', undefined],
    ['', undefined],
  ]);
  table('truth', (text) => booleanOf(text)?.value, [
    ['true', true],
    ['Yes', true],
    ['off', false],
    ['1', undefined],
    ['T', undefined],
    ['', undefined],
  ]);
  table('words', (text) => wordsOf(text)?.words, [
    ['npm start', ['npm', 'start']],
    ['npm install && npm start', ['npm', 'install']],
    ['a; b', ['a']],
    ['a | b', ['a']],
    ['sh -c "a && b"', ['sh', '-c', 'a && b']],
    ["echo 'it is'", ['echo', 'it is']],
    ['echo $(date)', ['echo', '$(date)']],
    ['a\\ b', ['a b']],
    ['""', ['']],
    ['', []],
    ['echo (a)', undefined],
    ["it's", undefined],
    ['a \\', undefined],
    ['echo `a', undefined],
  ]);
  table('interpolation', (text) => badInterpolations(word(text)).map((it) => it.text), [
    ['${A} $A $$ ${A:-b} ${A-} ${A:?b c} ${A:+${B}}', []],
    ['$1 $(pwd) a$', []],
    ['$${A.B}', []],
    ['${A.B}', ['${A.B}']],
    ['${}', ['${}']],
    ['${A:b}', ['${A:b}']],
    ['${A:-${B.C}}', ['${B.C}']],
    ['x ${A y', ['${A']],
    ['${A:-${B}', ['${A:-${B}']],
  ]);
  const scalar = (text: string) => {
    const node = parse(`x-a: ${text}\n`).blocks[0]?.block.documents[0];
    const value = node?.kind === 'mapping' ? node.entries[0]?.value : undefined;
    assert.ok(value?.kind === 'scalar');
    return value;
  };
  table('kind', (text) => kindOf(scalar(text)), [
    ['yes', 'string'],
    ['"1"', 'string'],
    ['0123', 'integer'],
    ['1_000', 'integer'],
    ['0x1F', 'integer'],
    ['1.10', 'number'],
    ['1e3', 'number'],
    ['.inf', 'number'],
    ['22:22', 'string'],
    ['~', 'null'],
    ['True', 'boolean'],
    ['2024-01-01', 'string'],
    ['!!str 5', 'string'],
  ]);
  table('number as text', (text) => textOfScalar(scalar(text)), [
    ['0123', '83'],
    ['01012345678', '1.012345678e+09'],
    ['1.10', '1.1'],
    ['1e3', '1000'],
    ['0x1F', '31'],
    ['1_000', '1000'],
    ['.inf', '+Inf'],
    ['8080', '8080'],
  ]);
  it('the number of a scalar', () =>
    assert.deepEqual(
      ['-5', '+7', '0b11', '-0o17'].map((text) => numberOf(scalar(text))),
      [-5, 7, 3, -15],
    ));
});
