import assert from 'node:assert/strict';
import type { Profile } from '../../server/src/core/rule.ts';
import { edited } from '../support/examples.ts';
import { type FoundIn, judgeAll, shoppingMall } from '../support/mall.ts';
import { addresses } from './breakages/addresses.ts';
import { type Breakage, broken } from './breakages/breakage.ts';
import { builds } from './breakages/builds.ts';
import { services } from './breakages/services.ts';

const shown = (found: readonly FoundIn[]) => found.map(({ rule, severity, file, text, message }) => `${file}: ${text} · ${severity} ${rule}: ${message}`);

const isHeavy = ({ severity }: FoundIn) => severity === 'error' || severity === 'warning';

describe('the broken shopping mall', () => {
  for (const profile of ['beginner', 'work', 'exam'] satisfies Profile[]) {
    it(`unbroken, nothing is said of it (${profile})`, async () => assert.deepEqual(shown(await judgeAll(shoppingMall, { profile, severities: {} })), []));
  }

  for (const breakage of [...addresses, ...services, ...builds]) it(breakage.name, () => test(breakage));
});

async function test({ edits, rule, file, text, uncured }: Breakage): Promise<void> {
  const files = broken(shoppingMall, edits);
  const found = await judgeAll(files);
  const named = found.filter((it) => it.rule === rule);
  const said = found.filter((it) => isHeavy(it) || it.rule === rule);
  assert.deepEqual(
    said.map((it) => [it.rule, it.file, it.text]),
    [[rule, file, text]],
    shown(found).join('\n'),
  );
  const fixes = named[0]?.fixes ?? [];
  assert.equal(fixes.length === 0, uncured === true, 'whether there is a cure');
  for (const [index, { title, edits: cure }] of fixes.entries()) {
    const after = await judgeAll({ ...files, [file]: edited(files[file] ?? '', cure) });
    // The first fix is the one that is meant; another one, as to declare what was misspelt, only cures its own finding.
    assert.deepEqual(shown(index === 0 ? after : after.filter((it) => it.rule === rule)), [], title);
  }
}
