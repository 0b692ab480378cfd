import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as command from '../server/src/command/index.ts';
import * as compose from '../server/src/compose/index.ts';
import type { Hit } from '../server/src/core/language.ts';
import * as dockerfile from '../server/src/dockerfile/index.ts';
import { viewOf } from '../server/src/project/view.ts';

const mall = path.resolve(import.meta.dirname, '../examples/shopping-mall');
const read = (file: string) => readFileSync(path.join(mall, file), 'utf8');

/** Words of a text that answer nothing, with their line. Comment lines are left out. */
function silent(text: string, topicAt: (offset: number) => Hit | undefined, isComment: RegExp): string[] {
  const words: string[] = [];
  let start = 0;
  for (const [i, line] of text.split('\n').entries()) {
    const own = isComment.test(line) ? '' : line.replace(/\s#.*$/, (comment) => ' '.repeat(comment.length));
    for (const { 0: word, index } of own.matchAll(/[\p{L}\p{N}_$./@%+=-]+/gu)) {
      if (/^[-.]$/.test(word) && !/[^\s-]/.test(own.slice(0, index))) continue;
      const at = start + index + Math.min(1, word.length - 1);
      if (!topicAt(at)?.topic) words.push(`${i + 1}: ${word}`);
    }
    start += line.length + 1;
  }
  return words;
}

describe('the shopping mall', () => {
  it('every word of its compose file answers', () => {
    const text = read('compose.yaml');
    const file = compose.parse(text);
    const project = viewOf([{ name: '.env.example', text: read('.env.example') }]);
    assert.deepEqual(
      silent(text, (offset) => compose.topicAt(file, offset, project), /^\s*#/),
      [],
    );
  });

  it('every word of its command lines answers', () => {
    const text = read('README.md');
    const file = command.parse(text, 'markdown');
    const fences = text.replace(
      /^([\s\S]*?)(```bash\n|$)([\s\S]*?)(```|$)/gm,
      (_, prose, open, body, close) => prose.replace(/[^\n]/g, ' ') + open.replace(/[^\n]/g, ' ') + body + close.replace(/[^\n]/g, ' '),
    );
    assert.ok(file.commands.length >= 10);
    assert.deepEqual(
      silent(fences, (offset) => command.topicAt(file, offset), /^\s*#/),
      [],
    );
  });

  for (const name of ['frontend/Dockerfile', 'backend/Dockerfile', 'nginx/Dockerfile']) {
    it(`every word of ${name} answers`, () => {
      const text = read(name);
      const file = dockerfile.parse(text);
      assert.deepEqual(
        silent(text, (offset) => dockerfile.topicAt(file, offset), /^\s*#(?! syntax=)/),
        [],
      );
    });
  }
});
