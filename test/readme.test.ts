import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rules as compose } from '../server/src/generated/compose-rules.ts';
import { rules as dockerfile } from '../server/src/generated/dockerfile-rules.ts';

const readme = readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8');

describe('README', () => {
  it('has one row for every rule, in order', () => {
    const rows = [...readme.matchAll(/^\| `([a-z][a-z0-9-]*)` \| \S+ \| (.+) \|$/gm)].map(([, id, title]) => [id, title]);
    assert.deepEqual(
      rows,
      [compose, dockerfile].flatMap((rules) => Object.entries(rules).map(([id, { lesson }]) => [id, lesson.title])),
    );
  });

  it('no two languages have a rule of the same name', () =>
    assert.deepEqual(
      Object.keys(compose).filter((id) => id in dockerfile),
      [],
    ));

  it('says everything once', () => assert.equal(readme.match(/^# /gm)?.length, 1));
});
