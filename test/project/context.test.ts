import assert from 'node:assert/strict';
import type { Files } from '../../server/src/core/files.ts';
import { parse } from '../../server/src/dockerignore/parse.ts';
import { ENTRIES, ignoreListOf, walkContext } from '../../server/src/project/context.ts';
import { filesTakenBy, patternsThatMatchNothing, wantedBy } from '../../server/src/project/sources.ts';
import { filesIn } from '../support/view.ts';

const ROOT = 'file:///shop/';

const tree = (...paths: string[]) => filesIn(Object.fromEntries(paths.map((path) => [path, ''])));

/** Files that tell which folders were listed. */
function watched(files: Files): { files: Files; listed: string[] } {
  const listed: string[] = [];
  const list = (uri: string) => {
    listed.push(uri.slice(ROOT.length));
    return files.list(uri);
  };
  return { listed, files: { ...files, list } };
}

const SHOP = [
  'package.json',
  'package-lock.json',
  'README.md',
  '.env',
  'src/a.js',
  'src/lib/b.js',
  'src/lib/b.test.js',
  'node_modules/x/index.js',
  'node_modules/y/index.js',
  '.git/HEAD',
];

describe('project/context', () => {
  /** `lines` are parted by `|`; the answer is the state, the number of files, and line:count of what is left out. */
  const check = (source: string, lines: string, answer: string) =>
    it(`${source} with ${lines || 'nothing'} → ${answer}`, async () => {
      const ignore = parse(lines.replaceAll('|', '\n'));
      for (const wanted of [undefined, wantedBy([source])]) {
        const walk = await walkContext(ROOT, tree(...SHOP), ignore, wanted);
        assert.ok(walk);
        const [taken] = filesTakenBy([source], walk);
        assert.equal([taken?.state, taken?.files, ...(taken?.left ?? []).map(({ pattern, count }) => `${pattern.line}:${count}`)].join(' '), answer);
      }
    });

  check('.', '', 'taken 10');
  check('.', 'node_modules|.git', 'taken 7 1:1 2:1');
  check('./', 'node_modules/*', 'taken 8 1:2');
  check('.', '*|!src', 'taken 3 1:6');
  check('.', '*|!src|**/*.test.js', 'taken 2 1:6 3:1');
  check('.', '*|!src/lib', 'taken 2 1:8');
  check('.', '**/lib|!src', 'taken 8 1:1');
  check('src', '', 'taken 3');
  check('src/', '**/*.test.js', 'taken 2 1:1');
  check('/src/./lib/', '', 'taken 2');
  check('../src', '', 'taken 3');
  check('src/a.js', '', 'taken 1');
  check('src', 'src', 'ignored 0 1:1');
  check('src/a.js', 'src', 'ignored 0 1:1');
  check('src/a.js', 'src|!src/a.js', 'taken 1');
  check('src', '*|!src/a.js', 'taken 1 1:2');
  check('nope', 'node_modules', 'missing 0');
  check('SRC', '', 'missing 0');
  check('package*.json', '', 'taken 2');
  check('package*.json', 'package-lock.json', 'taken 1 1:1');
  check('package*.json', 'package*', 'ignored 0 1:2');
  check('*.json', '*.md', 'taken 2');
  check('*/lib', '', 'taken 2');
  check('s*', '', 'taken 3');
  check('src/**/*.js', '', 'taken 2');
  check('*.py', '', 'missing 0');
  check('.env', '.env*', 'ignored 0 1:1');
  check('README.md', '*.md|!README.md', 'taken 1');

  it('looks only where it must', async () => {
    const { files, listed } = watched(tree(...SHOP));
    await walkContext(ROOT, files, parse('node_modules\n.git'));
    assert.deepEqual(listed, ['', 'src', 'src/lib']);
    const named = watched(tree(...SHOP));
    await walkContext(ROOT, named.files, parse(''), wantedBy(['package*.json', 'src/a.js']));
    assert.deepEqual(named.listed, ['', 'src']);
    const starred = watched(tree(...SHOP));
    await walkContext(ROOT, starred.files, parse('node_modules\n!**/index.js'), wantedBy(['node_modules']));
    assert.deepEqual(starred.listed, ['', 'node_modules', 'node_modules/x', 'node_modules/y']);
  });

  it('stops at the limit and says so', async () => {
    const walk = await walkContext(ROOT, tree(...Array.from({ length: ENTRIES + 1 }, (_, i) => `f${i}`)));
    assert.deepEqual([walk?.entries.length, walk?.cut], [ENTRIES, true]);
    const deep = await walkContext(ROOT, tree(`${'d/'.repeat(60)}f`));
    assert.equal(deep?.cut, true);
    const exact = await walkContext(ROOT, tree(...Array.from({ length: ENTRIES }, (_, i) => `f${i}`)));
    assert.equal(exact?.cut, false);
  });

  it('says nothing of a folder that may not be looked into', async () => assert.equal(await walkContext(ROOT, { ...tree(), list: async () => undefined }), undefined));

  it('the list beside the Dockerfile wins', async () => {
    const files = filesIn({ '.dockerignore': 'a', 'api/Dockerfile.dockerignore': 'b', 'api/.dockerignore': 'c' });
    const nameFor = async (dockerfile: string, context: string) => {
      const list = await ignoreListOf(ROOT + dockerfile, ROOT + context, files);
      return list && `${list.name} ${list.file.patterns[0]?.cleaned}`;
    };
    assert.equal(await nameFor('Dockerfile', ''), '.dockerignore a');
    assert.equal(await nameFor('api/Dockerfile', ''), 'Dockerfile.dockerignore b');
    assert.equal(await nameFor('api/dev.Dockerfile', ''), '.dockerignore a');
    assert.equal(await nameFor('api/dev.Dockerfile', 'api/'), '.dockerignore c');
    assert.equal(await nameFor('api/dev.Dockerfile', 'web/'), undefined);
  });

  it('names the patterns that match nothing', async () => {
    const nothing = async (lines: string) => {
      const file = parse(lines.replaceAll('|', '\n'));
      const walk = await walkContext(ROOT, tree(...SHOP), file);
      return walk && patternsThatMatchNothing(file, walk).map(({ body }) => body.text);
    };
    assert.deepEqual(await nothing('node_modules|dist|*.log|!README.md|src/lib'), ['dist', '*.log']);
    assert.deepEqual(await nothing('node_modules|node_modules/z|src/z'), ['src/z']);
    assert.deepEqual(await nothing('node_modules|**/*.map'), []);
    assert.deepEqual(await nothing('**/*.map'), ['**/*.map']);
  });
});
