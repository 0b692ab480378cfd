import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { checkOptions } from '../../server/host/cli/arguments.ts';
import { asGithub, asJson, asSarif, asText, widthOf } from '../../server/host/cli/formats.ts';
import { problemsOf, type ShownProblem } from '../../server/host/cli/problem.ts';
import { textOf } from '../../server/host/cli/read-text.ts';

const text = 'services:\r\n  웹: 1\r\n';
const [problem] = problemsOf('a b/compose.yaml', text, [
  {
    rule: 'name-entries-validly',
    severity: 'error',
    at: { start: 13, end: 14 },
    message: '이름, 100%:\n나쁨',
    fixes: [{ title: '고치기', edits: [] }],
    related: [{ at: { start: 0, end: 8 }, message: '여기' }],
  },
]);
const shown = (it: ShownProblem | undefined): ShownProblem => {
  assert.ok(it);
  return it;
};

describe('host/cli/formats', () => {
  it('lines and columns count from 1, in UTF-16 units, whatever ends a line', () => {
    const { line, column, endLine, endColumn, source } = shown(problem);
    assert.deepEqual([line, column, endLine, endColumn, source], [2, 3, 2, 4, '  웹: 1']);
  });

  it('json is one object with nothing more than the README says', () => {
    const { files, problems } = JSON.parse(asJson(1, [shown(problem)]));
    assert.equal(files, 1);
    assert.deepEqual(Object.keys(problems[0]), ['path', 'line', 'column', 'endLine', 'endColumn', 'severity', 'rule', 'message', 'fixable']);
  });

  it('github escapes what would end a command', () =>
    assert.equal(asGithub([shown(problem)]), '::error file=a b/compose.yaml,line=2,col=3,endLine=2,endColumn=4,title=name-entries-validly::이름, 100%25:%0A나쁨'));

  it('sarif names the rule, the place and the units', () => {
    const { version, runs } = JSON.parse(asSarif([shown(problem)], { 'name-entries-validly': '제목' }, '1.0.0'));
    assert.equal(version, '2.1.0');
    assert.equal(runs[0].columnKind, 'utf16CodeUnits');
    assert.deepEqual(runs[0].tool.driver.rules, [{ id: 'name-entries-validly', shortDescription: { text: '제목' } }]);
    assert.deepEqual(runs[0].results[0].locations[0].physicalLocation, {
      artifactLocation: { uri: 'a%20b/compose.yaml' },
      region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 4 },
    });
  });

  it('sarif fits its own schema', () => {
    const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
    const { $schema, id, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
    assert.equal($schema, 'http://json-schema.org/draft-04/schema#');
    assert.match(id, /sarif-2\.1\.0/);
    // Of what its draft says otherwise than the one that is read here the schema has nothing but these two.
    const fits = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    const right: { runs: { results: { level: string }[] }[] } = JSON.parse(
      asSarif([shown(problem), { ...shown(problem), severity: 'hint' }], { 'name-entries-validly': '제목' }, '1.0.0'),
    );
    const isRight: boolean = fits(right);
    assert.ok(isRight, JSON.stringify(fits.errors));
    assert.ok(fits(JSON.parse(asSarif([], {}, '1.0.0'))));
    assert.ok(!fits({ ...right, runs: 'none' }));
  });

  it('text underlines what is wide with twice as many signs', () => {
    const lines = asText(1, [shown(problem)], false).split('\n');
    assert.deepEqual(
      lines.filter((line) => /│/.test(line)),
      ['   2 │   웹: 1', '     │   ^^'],
    );
    assert.ok(!asText(1, [shown(problem)], false).includes('\u001b'));
    assert.equal(widthOf('a한👍'), 5);
  });

  it('what is no UTF-8 is told from what is no text', () => {
    assert.deepEqual(textOf(new Uint8Array([0xb0, 0xa1])), { problem: 'not-utf-8' });
    assert.deepEqual(textOf(new Uint8Array([0xff, 0xfe, 0x61, 0])), { problem: 'not-utf-8' });
    assert.deepEqual(textOf(new Uint8Array([0x61, 0, 0x62])), { problem: 'binary' });
  });

  it('options are read, and a wrong one is said in one line', () => {
    for (const words of [['--format', 'xml'], ['--bogus'], ['--fail-on', 'x'], ['--profile', '고수'], ['--as', 'yaml'], ['--rule', 'a=b']]) {
      const answer = checkOptions(words);
      assert.ok(typeof answer === 'string' && !answer.includes('\n'), String(words));
    }
    const options = checkOptions(['--profile', '시험', '--rule', 'drop-version=off', 'a.yml']);
    assert.ok(typeof options !== 'string');
    assert.deepEqual([options.paths, options.settings], [['a.yml'], { profile: 'exam', severities: { 'drop-version': 'off' } }]);
  });
});
