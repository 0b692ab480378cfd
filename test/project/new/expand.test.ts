import assert from 'node:assert/strict';
import { type Comments, expand, holds, type Values, withoutLastCommas } from '../../../server/src/project/new/expand.ts';

const values: Values = { database: 'mysql', cache: 'none', proxy: true, spring: false, port: '8080', note: '' };

describe('project/new/expand', () => {
  const condition = (text: string, expected: boolean) => it(`${text} is ${expected}`, () => assert.equal(holds(text, values), expected));
  condition('database', true);
  condition('cache', false);
  condition('note', false);
  condition('!cache', true);
  condition('database=mysql|mariadb', true);
  condition('database=postgres', false);
  condition('!database=postgres', true);
  condition('cache|proxy', true);
  condition('proxy & !spring & database=mysql', true);
  condition('proxy & spring', false);
  it('asks only for what is known', () => assert.throws(() => holds('databse=mysql', values), /no value databse/));

  const check = (name: string, template: string, expected: string, comments: Comments = 'why') => it(name, () => assert.equal(expand(template, values, comments), expected));
  check('keeps a section whose condition holds', 'a\n#? proxy\nb\n#?\nc\n', 'a\nb\nc\n');
  check('leaves out one whose condition does not', 'a\n#? spring\nb\n#?\nc\n', 'a\nc\n');
  check('takes the other side', '#? spring\na\n#? else\nb\n#?\n', 'b\n');
  check('nests', '#? proxy\n#? spring\na\n#? else\nb\n#?\n#?\n#? spring\n#? proxy\nc\n#?\n#?\nd\n', 'b\nd\n');
  check('reads marks in other languages', '//? spring\na\n//?\n<!--? spring -->\nb\n<!--? -->\n--? spring\nc\n--?\nd\n', 'd\n');
  check('fills names in, also inside ${}', 'p: {{port}} ${{{database}}:?x} {{ port }} {{{}}}\n', 'p: 8080 ${mysql:?x} {{ port }} {{{}}}\n');
  check('leaves no gaps', 'a\n\n#? spring\nb\n\n#?\nc\n', 'a\n\nc\n');
  check('a file of which nothing is left is no file', '#? spring\na\n#?\n', '');

  const marked = '# syntax=x\n#: short\n#:: long\na: 1 #: s\nb: "x #: y" #:: l\n  <!--: xml -->\n';
  check('why: all comments', marked, '# syntax=x\n# short\n# long\na: 1 # s\nb: "x #: y" # l\n  <!-- xml -->\n', 'why');
  check('short: what surprises', marked, '# syntax=x\n# short\na: 1 # s\nb: "x #: y"\n  <!-- xml -->\n', 'short');
  check('none: no comments', marked, '# syntax=x\na: 1\nb: "x #: y"\n', 'none');

  it('takes parts in, with their sections', () =>
    assert.equal(
      expand('a\n#+ more\nb\n', values, 'none', (name) => (name === 'more' ? '#? proxy\nx{{port}}\n#?\n' : undefined)),
      'a\nx8080\nb\n',
    ));
  it('a part must be there', () => assert.throws(() => expand('#+ more\n', values, 'none'), /no part more/));
  it('a name must be known', () => assert.throws(() => expand('{{prot}}', values, 'none'), /no value prot/));
  it('lets no comma hang', () => assert.deepEqual(JSON.parse(withoutLastCommas('{"a": [1,\n], "b": {"c": 1,\n },\n}')), { a: [1], b: { c: 1 } }));
});
