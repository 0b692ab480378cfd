import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rulesByLanguage } from '../server/src/service/rules.ts';

const readme = readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8');

describe('README', () => {
  it('has one row for every rule, in order', async () => {
    const rows = [...readme.matchAll(/^\| `([a-z][a-z0-9-]*)` \| \S+ \| (.+) \|$/gm)].map(([, id, title]) => [id, title]);
    assert.deepEqual(
      rows,
      Object.values(await rulesByLanguage()).flatMap((rules) => Object.entries(rules).map(([id, { lesson }]) => [id, lesson.title])),
    );
  });

  it('no two languages have a rule of the same name', async () => {
    const ids = Object.values(await rulesByLanguage()).flatMap((rules) => Object.keys(rules));
    assert.equal(new Set(ids).size, ids.length);
  });

  it('says everything once', () => assert.equal(readme.match(/^# /gm)?.length, 1));
});
