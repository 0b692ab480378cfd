import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultSettings } from '../server/src/core/check.ts';
import { judge } from '../server/src/service/judge.ts';
import { filesIn } from './support/view.ts';

const content = path.resolve(import.meta.dirname, '../server/content');
const lessons = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
const LANGUAGES: Readonly<Record<string, string>> = { dockerfile: 'dockerfile', yaml: 'compose', dockerignore: 'dockerignore' };

describe('the fences of the lessons', () => {
  it('that are called good are told off by no rule', async function () {
    this.timeout(60_000);
    let seen = 0;
    const found: string[] = [];
    for (const file of lessons) {
      for (const [, language = '', text = ''] of readFileSync(path.join(content, file), 'utf8').matchAll(/^```(\w+) good\n([\s\S]*?)^```/gm)) {
        if (!LANGUAGES[language]) continue;
        seen++;
        const reported = await judge('', LANGUAGES[language], text, filesIn({}), defaultSettings, (_, error) => {
          throw error;
        });
        // A habit that a short example leaves out is no mistake.
        for (const { rule, severity } of reported) if (severity === 'error' || severity === 'warning') found.push(`${file}: ${rule}`);
      }
    }
    assert.ok(seen > 250, `${seen} fences`);
    assert.deepEqual(found, []);
  });
});
