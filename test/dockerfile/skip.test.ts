import assert from 'node:assert/strict';
import { defaultSettings } from '../../server/src/core/check.ts';
import { check } from '../../server/src/dockerfile/check.ts';
import { parse } from '../../server/src/dockerfile/parse.ts';
import { skipping } from '../../server/src/dockerfile/skip.ts';
import { rules } from '../../server/src/generated/dockerfile-rules.ts';
import { edited } from '../support/examples.ts';
import { dockerfile } from '../support/marks.ts';

const id = 'keep-one-cmd';
const rule = rules[id] ?? assert.fail();

describe('dockerfile/skip', () => {
  const twice = 'FROM a:1\nCMD ["a"]\nCMD ["b"]\n';
  const says = (name: string, text: string, found: boolean) =>
    it(name, () => assert.equal(check(parse(text), rules, defaultSettings, assert.fail).filter((it) => it.rule === id).length > 0, found));

  says('speaks where nobody asks it not to', twice, true);
  says('is silent where its check is skipped', `# check=skip=MultipleInstructionsDisallowed\n${twice}`, false);
  says('whatever case and company it has', `# Check=skip=JSONArgsRecommended,multipleinstructionsdisallowed;error=true\n${twice}`, false);
  says('is silent where all are', `# check=skip=all\n${twice}`, false);
  says('speaks where another check is skipped', `# check=skip=StageNameCasing\n${twice}`, true);
  says('is silent at one instruction', 'FROM a:1\n# check=skip=MultipleInstructionsDisallowed\nCMD ["a"]\nCMD ["b"]\n', false);
  says('speaks at the others', 'FROM a:1\n# check=skip=MultipleInstructionsDisallowed\nCMD ["a"]\nCMD ["c"]\nCMD ["b"]\n', true);
  says('is not asked by a directive further down', `${twice}# check=skip=MultipleInstructionsDisallowed\n`, true);

  it('joins the names that are there, and makes no second line', () => {
    const text = `# check=skip=StageNameCasing;error=true\n${twice}`;
    const edit = skipping(parse(text), rule) ?? assert.fail();
    assert.equal(edited(text, [edit]), `# check=skip=StageNameCasing,MultipleInstructionsDisallowed;error=true\n${twice}`);
    assert.equal(skipping(parse(twice), rule), undefined);
  });

  it('reads a file of comments alone', () => {
    const found = check(parse(dockerfile`# check=skip=all`), rules, defaultSettings, assert.fail);
    assert.deepEqual(
      found.map((it) => it.rule),
      ['begin-with-from'],
    );
  });
});
