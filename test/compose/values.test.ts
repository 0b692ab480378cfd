import assert from 'node:assert/strict';
import { booleanOf } from '../../server/src/compose/grammar/booleans.ts';
import { durationOf, durationProblem } from '../../server/src/compose/grammar/durations.ts';
import { floatOf, integerOf, printFloat } from '../../server/src/compose/grammar/go-numbers.ts';
import { bytesOf, sizeProblem } from '../../server/src/compose/grammar/sizes.ts';
import { commandProblem, wordsOf } from '../../server/src/compose/grammar/words.ts';
import { badInterpolations } from '../../server/src/compose/interpolation.ts';
import { parse } from '../../server/src/compose/parse.ts';
import { kindOf, numberOf, textOfScalar } from '../../server/src/compose/scalars.ts';
import type { Word } from '../../server/src/core/text.ts';
import { said, table } from '../support/table.ts';

describe('compose/values', () => {
  describe('durations', () => {
    table('made of', (text) => durationOf(text)?.seconds, {
      '10s': 10,
      '1m30s': 90,
      '1.5h': 5400,
      '2d': 172_800,
      '1w': 604_800,
      '500ms': 0.5,
      '-1s': -1,
      '+1s': 1,
      '0': 0,
      '.5s': 0.5,
      '1.s': 1,
      '1h1h': 7200,
    });
    table('printed', (text) => durationOf(text)?.text, {
      '90s': '1m30s',
      '1d': '24h0m0s',
      '1.5s': '1.5s',
      '1500us': '1.5ms',
      '15ns': '15ns',
      '1µs': '1µs',
      '0': '0s',
      '-90s': '-1m30s',
      '0.5m': '30s',
      '1h0.5s': '1h0m0.5s',
    });
    table('refused', said(durationProblem), {
      '': 'empty: ',
      '10': 'no-unit: 10',
      '1m30': 'no-unit: 30',
      '10 s': 'space:  s',
      '5s ': 'space: s ',
      '1m 30s': 'space: m ',
      ' 5s': 'not-a-duration:  5s',
      '10초': 'unknown-unit: 초',
      '1M': 'unknown-unit: M',
      '5sec': 'unknown-unit: sec',
      '1y': 'unknown-unit: y',
      '1e3s': 'unknown-unit: e',
      '-': 'not-a-duration: -',
      '.s': 'not-a-duration: .s',
      soon: 'not-a-duration: soon',
      '2562048h': 'too-long: 2562048h',
      '2562047h': undefined,
    });
  });

  describe('sizes', () => {
    table('made of', bytesOf, {
      '512m': 536_870_912,
      '1.5g': 1_610_612_736,
      '64MiB': 67_108_864,
      '512 mb': 536_870_912,
      '100': 100,
      '100b': 100,
      '1k': 1024,
      '1p': 1024 ** 5,
      '1e3': 1000,
      '-1': -1,
      '10 ': 10,
      '1.5': 1,
    });
    table('refused', said(sizeProblem), {
      '': 'empty: ',
      '512MBs': 'unknown-unit: MBs',
      '10mi': 'unknown-unit: mi',
      '50%': 'unknown-unit: %',
      '5s': 'unknown-unit: s',
      '512메가': 'unknown-unit: 메가',
      '10  m': 'space: 10  m',
      ' 10m': 'space:  10m',
      '1,5g': 'not-a-size: 1,5g',
      much: 'not-a-size: much',
      '-3m': 'negative: -3m',
    });
  });

  describe('numbers', () => {
    table('integer', (text) => integerOf(text)?.toString(), {
      '12': '12',
      '-3': '-3',
      '+3': '3',
      '007': '7',
      '9223372036854775807': '9223372036854775807',
      '9223372036854775808': undefined,
      '1_000': undefined,
      '1.0': undefined,
      '0x10': undefined,
      '': undefined,
    });
    table('float', floatOf, {
      '1.5': 1.5,
      '.5': 0.5,
      '5.': 5,
      '1e3': 1000,
      '-2': -2,
      '1_000': 1000,
      inf: Number.POSITIVE_INFINITY,
      '0x1p4': 16,
      '0x10': undefined,
      '1,5': undefined,
      '1__0': undefined,
      '.': undefined,
      '1e400': undefined,
      '50%': undefined,
      '': undefined,
    });
    for (const [value, text] of [
      [1.1, '1.1'],
      [100_000, '100000'],
      [1_000_000, '1e+06'],
      [1_012_345_678, '1.012345678e+09'],
      [0.0001, '0.0001'],
      [0.000_01, '1e-05'],
      [1e21, '1e+21'],
      [-1.5, '-1.5'],
      [0, '0'],
      [Number.POSITIVE_INFINITY, '+Inf'],
      [Number.NEGATIVE_INFINITY, '-Inf'],
      [Number.NaN, 'NaN'],
    ] as const)
      it(`printed: ${value} → ${text}`, () => assert.equal(printFloat(value), text));
    table('truth', (text) => booleanOf(text), {
      true: { value: true, plain: true },
      FALSE: { value: false, plain: true },
      Yes: { value: true, plain: false },
      y: { value: true, plain: false },
      off: { value: false, plain: false },
      N: { value: false, plain: false },
      '1': undefined,
      t: undefined,
      '': undefined,
    });
  });

  describe('words', () => {
    table('made of', (text) => wordsOf(text)?.words, {
      'npm start': ['npm', 'start'],
      'npm install && npm start': ['npm', 'install'],
      'a; b': ['a'],
      'a | b': ['a'],
      'a > b': ['a'],
      'a 2> b': ['a'],
      'sh -c "a && b"': ['sh', '-c', 'a && b'],
      "echo 'it is'": ['echo', 'it is'],
      "echo 'a\\b'": ['echo', 'a\\b'],
      'echo $(date +%F)': ['echo', '$(date +%F)'],
      'echo `a b`': ['echo', '`a b`'],
      'a\\ b': ['a b'],
      'a\\tb': ['a\tb'],
      'a"b c"d': ['ab cd'],
      '""': [''],
      'a\n b': ['a', 'b'],
      '': [],
      '# not a comment': ['#', 'not', 'a', 'comment'],
    });
    table('lost', (text) => wordsOf(text)?.lost, { 'npm install && npm start': '&& npm start', 'a; b': '; b', 'sh -c "a && b"': '', a: '' });
    table('refused', said(commandProblem), {
      "it's": "open-quote: 's",
      'sh -c "a': 'open-quote: "a',
      'echo `a': 'open-quote: `a',
      'echo $(a': 'open-quote: (a',
      'echo (a)': 'parenthesis: (',
      'echo a)': 'parenthesis: )',
      'a \\': 'trailing-backslash: \\',
    });
  });

  const word = (text: string): Word => ({ text, span: { start: 0, end: text.length } });
  table('interpolation', (text) => badInterpolations(word(text)).map((it) => it.text), {
    '${A} $A $$ ${A:-b} ${A-} ${A:?b c} ${A:+${B}}': [],
    '$1 $(pwd) a$': [],
    '$${A.B}': [],
    '${A.B}': ['${A.B}'],
    '${}': ['${}'],
    '${A:b}': ['${A:b}'],
    '${A:-${B.C}}': ['${B.C}'],
    'x ${A y': ['${A'],
    '${A:-${B}': ['${A:-${B}'],
  });

  describe('scalars', () => {
    const scalar = (text: string) => {
      const node = parse(`x-a: ${text}\n`).blocks[0]?.block.documents[0];
      const value = node?.kind === 'mapping' ? node.entries[0]?.value : undefined;
      assert.ok(value?.kind === 'scalar');
      return value;
    };
    table('kind and text', (text) => [kindOf(scalar(text)), textOfScalar(scalar(text))], {
      yes: ['string', 'yes'],
      '"1"': ['string', '1'],
      "'0123'": ['string', '0123'],
      '0123': ['integer', '83'],
      '-0123': ['integer', '-83'],
      '01012345678': ['number', '1.012345678e+09'],
      '08': ['number', '8'],
      '1_000': ['integer', '1000'],
      '0x1F': ['integer', '31'],
      '0b11': ['integer', '3'],
      '0o17': ['integer', '15'],
      '+7': ['integer', '7'],
      '8080': ['integer', '8080'],
      '9223372036854775808': ['integer', '9223372036854775808'],
      '18446744073709551616': ['number', '1.8446744073709552e+19'],
      '1.10': ['number', '1.1'],
      '1.0': ['number', '1'],
      '1e3': ['number', '1000'],
      '1e6': ['number', '1e+06'],
      '1_0.5': ['number', '10.5'],
      '.5': ['number', '0.5'],
      '.inf': ['number', '+Inf'],
      '-.INF': ['number', '-Inf'],
      '.nan': ['number', 'NaN'],
      '22:22': ['string', '22:22'],
      '010-1234-5678': ['string', '010-1234-5678'],
      '1.2.3': ['string', '1.2.3'],
      '0x': ['string', '0x'],
      '1e400': ['string', '1e400'],
      '2024-01-01': ['string', '2024-01-01'],
      True: ['boolean', 'true'],
      tRUE: ['string', 'tRUE'],
      '~': ['null', undefined],
      null: ['null', undefined],
      '!!str 5': ['string', '5'],
      '!!int "5"': ['integer', '5'],
      '!!float 5': ['number', '5'],
      '!mine 5': ['string', '5'],
    });
    it('the number of a scalar', () =>
      assert.deepEqual(
        ['-5', '+7', '0b11', '-0o17', '0123', '1.5e3'].map((text) => numberOf(scalar(text))),
        [-5, 7, 3, -15, 83, 1500],
      ));
  });
});
