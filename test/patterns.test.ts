import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

describe('patterns for an editor', () => {
  for (const file of ['client/src/client.ts', 'server/host/problems.ts', 'server/src/service/file-cache.ts']) {
    // VS Code matches nothing where braces stand inside braces.
    it(`${file} has no braces inside braces`, () => {
      const patterns = [...readFileSync(path.join(root, file), 'utf8').matchAll(/'([^'\n]*\{[^'\n]*,[^'\n]*\})'/g)].map(([, pattern = '']) => pattern);
      assert.ok(patterns.length > 0);
      assert.deepEqual(
        patterns.filter((pattern) => /\{[^}]*\{/.test(pattern)),
        [],
      );
    });
  }
});
