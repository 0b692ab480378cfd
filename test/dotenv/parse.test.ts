import assert from 'node:assert/strict';
import { parse } from '../../server/src/dotenv/parse.ts';
import { rawValuesOf, valuesOf } from '../../server/src/dotenv/values.ts';
import { table } from '../support/table.ts';

const shell: Readonly<Record<string, string>> = { HOME: '/home/me', TAG: 'shell' };

const read = (text: string) => Object.fromEntries([...valuesOf(parse(text), (name) => shell[name]).held].map(([name, { value }]) => [name, value]));

describe('dotenv/parse', () => {
  table('values', read, {
    'A=1\n': { A: '1' },
    'A=1': { A: '1' },
    '\uFEFFA=1\r\nB=2\r\n': { A: '1', B: '2' },
    '  A  =  1  \n': { A: '1' },
    'export A=1\nexport\tB=2\nexported=3\n': { A: '1', B: '2', exported: '3' },
    'A: 1\nB:2\n': { A: '1', B: '2' },
    'A=\nB=2\n': { A: '', B: '2' },
    'A=1\nA=2\n': { A: '2' },
    '# A=1\n\n  # B=2\nC=3\n': { C: '3' },
    'A=1 # one\nB=1#2\nC= # c\n': { A: '1', B: '1#2', C: '# c' },
    'A="1 # one" # two\nB=\'x\'\n': { A: '1 # one', B: 'x' },
    'A.b-c[0]=1\n한글=2\n': { 'A.b-c[0]': '1', 한글: '2' },
    'A=a=b:c\n': { A: 'a=b:c' },
    'A="x" B=2\n': { A: 'x', B: '2' },
    'A="one\ntwo"\nB=2\n': { A: 'one\ntwo', B: '2' },
    "A='one\ntwo'\n": { A: 'one\ntwo' },
    'A="a\\nb\\t\\"c\\" \\\\ \\x"\n': { A: 'a\nb\t"c" \\ \\x' },
    'A="\\0101 \\012 \\c"\n': { A: 'A \\12 \\c' },
    "A='a\\nb it\\'s $TAG'\n": { A: "a\\nb it's $TAG" },
    'A=a\\nb\n': { A: 'a\\nb' },
    'HOME\nNOBODY\nA=1\n': { HOME: '/home/me', A: '1' },
    'A=1\nHOME': { A: '1' },
    '=1\nB=2\n': { B: '2' },
  });
  table('variables', read, {
    'A=1\nB=$A-${A}\n': { A: '1', B: '1-1' },
    'B=${A:-d}${A-e}${A:+f}\n': { B: 'de' },
    'A=1\nB="${A:-d}"\nC=\'${A}\'\n': { A: '1', B: '1', C: '${A}' },
    'B=${A:-${C:-deep}}\n': { B: 'deep' },
    'TAG=own\nB=$TAG\n': { TAG: 'own', B: 'shell' },
    'A=a$$b\nB="a\\$b"\nC=$1\n': { A: 'a$b', B: 'a$b', C: '$1' },
    'A=$A\n': { A: '' },
  });
  table('errors', (text) => parse(text).errors.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`), {
    'A=1\nB-C=2\n': [],
    'A B=1\nC=2\n': ['space-in-name: A B'],
    'A!=1\nC=2\n': ['bad-sign: !'],
    '<html>\n': ['bad-sign: <'],
    'A="open\nB=2\n': ['unclosed-quote: "open'],
    "A='it's'\n": ["bad-sign: '"],
    'A="x"y z\n': ['space-in-name: y z'],
    '{"A": 1}\n': ['bad-sign: {'],
  });
  it('goes on behind an error', () => assert.deepEqual(read('A B=1\nC="open\nD=4\n'), { D: '4' }));
  it('knows where everything stands', () => {
    const text = 'export A="x" # y\n';
    const [variable] = parse(text).variables;
    const piece = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end);
    assert.ok(variable?.value);
    assert.deepEqual([piece(variable.name.span), piece(variable.value.raw.span), piece(variable.span), variable.exported], ['A', 'x', 'A="x"', true]);
  });
  it('says what nobody sets, and what can not be replaced', () => {
    const { unset, problems } = valuesOf(parse('A=$NOBODY\nB=${C\nD=${E:?no E}\n'));
    assert.deepEqual([unset.map(({ name }) => name), problems.map(({ problem }) => problem.kind)], [['NOBODY'], ['invalid', 'required']]);
  });
  table('raw', (text) => Object.fromEntries(rawValuesOf(text)), {
    'A="x" # y\n B=$A\n# C\nHOME\n': { A: '"x" # y', B: '$A', HOME: undefined },
  });
});
