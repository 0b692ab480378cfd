import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

describe('docs/notes.md', () => {
  const table = readFileSync(path.resolve(import.meta.dirname, '../docs/notes.md'), 'utf8');

  it('every heading of the notes is taught somewhere', () => {
    const rows = table.split('\n').filter((line) => /^\| \d{3} /.test(line));
    assert.equal(rows.length, 86);
    assert.deepEqual(
      rows.filter((row) => /\|\s*\|$/.test(row)),
      [],
    );
  });
});
