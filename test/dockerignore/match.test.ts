import assert from 'node:assert/strict';
import { foldersAbove, type Verdict, verdictOf } from '../../server/src/dockerignore/match.ts';
import { parse } from '../../server/src/dockerignore/parse.ts';

/** The line that decides for a path, `-` where it is taken back in, nothing where no line has a say. */
function decided(lines: string, path: string, parent?: Verdict): string {
  const { excluded, by } = verdictOf(parse(lines), path, parent);
  return by ? `${excluded ? '+' : '-'}${by.line}` : '';
}

/** As the builder walks: each folder first, then what lies in it. */
function walked(lines: string, path: string): string {
  const file = parse(lines);
  let parent: Verdict | undefined;
  for (const folder of foldersAbove(path)) parent = verdictOf(file, folder, parent ?? { excluded: false, matched: [] });
  return decided(lines, path, parent ?? { excluded: false, matched: [] });
}

describe('dockerignore/match', () => {
  /** Lines are parted by `|`. */
  const check = (lines: string, path: string, answer: string, inWalk = answer) =>
    it(`${lines} : ${path} → ${answer || 'nothing'}`, () => {
      assert.equal(decided(lines.replaceAll('|', '\n'), path), answer);
      assert.equal(walked(lines.replaceAll('|', '\n'), path), inWalk);
    });

  describe('names and folders', () => {
    check('node_modules', 'node_modules', '+1');
    check('node_modules', 'node_modules/a/b.js', '+1');
    check('node_modules', 'web/node_modules', '');
    check('node_modules', 'node_modules2', '');
    check('dir/', 'dir', '+1');
    check('dir/', 'dir/a', '+1');
    check('/dir', 'dir/a', '+1');
    check('//dir', 'dir/a', '+1');
    check('./dir', 'dir/a', '+1');
    check('a//b/./c', 'a/b/c', '+1');
    check('a/../b', 'b', '+1');
    check('../b', 'b', '');
    check('.git', '.git/config', '+1');
    check('.git', '.github/x.yml', '');
    check('Readme.md', 'README.md', '');
    check('.', 'a', '');
    check('/', 'a', '');
    check('  spaced  ', 'spaced', '+1');
    check('a b', 'a b', '+1');
    check('a.b', 'axb', '');
    check('a(b)c/def', 'a(b)c/def', '+1');
    check('한글', '한글/파일', '+1');
  });

  describe('stars', () => {
    check('*', 'a', '+1');
    check('*', 'a/b/c', '+1');
    check('*.md', 'README.md', '+1');
    check('*.md', 'docs/README.md', '');
    check('*/temp*', 'somedir/temporary.txt', '+1');
    check('*/temp*', 'somedir/temp', '+1');
    check('*/temp*', 'temp', '');
    check('*/temp*', 'a/b/temp', '');
    check('*/*/temp*', 'somedir/subdir/temporary.txt', '+1');
    check('temp?', 'tempa', '+1');
    check('temp?', 'temp', '');
    check('temp?', 'temp/', '');
    check('a?b', 'a☺b', '+1');
    check('a*b?c*x', 'abxbbxdbxebxczzx', '+1');
    check('a*b?c*x', 'abxbbxdbxebxczzy', '');
    check('a*/b', 'a/c/b', '');
    check('**', 'a/b', '+1');
    check('**/*.go', 'a.go', '+1');
    check('**/*.go', 'x/y/a.go', '+1');
    check('**/*.go', 'x/y/a.gol', '');
    check('**/dir', 'a/b/dir/file', '+1');
    check('**/.foo', 'bar.foo', '');
    check('**file', 'dir/myfile', '+1');
    check('dir/**', 'dir', '');
    check('dir/**', 'dir/a/b', '+1');
    check('**/dir2/*', 'dir/dir2/file', '+1');
    check('**/dir2/**', 'dir/dir2/dir3/file', '+1');
    check('**/**/*.txt', 'file.txt', '+1');
    check('a**/*.txt', 'a/dir/dir/file.txt', '+1');
    check('a/*.txt**', 'a/file.txt', '+1');
    check('a/**/z', 'a/z', '+1');
    check('a/**/z', 'a/b/c/z', '+1');
    check('a/**/z', 'a/bz', '');
  });

  describe('classes and escapes', () => {
    check('file[12].txt', 'file1.txt', '+1');
    check('file[12].txt', 'file3.txt', '');
    check('a[b-d]e', 'ace', '+1');
    check('a[b-d]e', 'aae', '');
    check('a[^b-d]e', 'aze', '+1');
    check('a[^b-d]e', 'ace', '');
    check('a[!b]e', 'a!e', '+1');
    check('a[!b]e', 'aze', '');
    check('[a-ζ]*', 'α', '+1');
    check('[\\]a]', ']', '+1');
    check('[x\\-]', '-', '+1');
    check('a\\*b', 'a*b', '+1');
    check('a\\*b', 'ab', '');
    check('a\\\\', 'a\\', '+1');
    check('\\#note', '#note', '+1');
    check('\\!note', '!note', '+1');
    check('a]b', 'a]b', '+1');
    check('src\\dist', 'src/dist', '');
    check('[', 'a', '');
    check('[]a]', ']', '');
  });

  describe('order', () => {
    check('*.md|!README.md', 'README.md', '-2');
    check('!README.md|*.md', 'README.md', '+2');
    check('*.md|!README*.md|README-secret.md', 'README.md', '-2');
    check('*.md|!README*.md|README-secret.md', 'README-secret.md', '+3');
    check('*.md|README-secret.md|!README*.md', 'README-secret.md', '-3');
    check('*|!src', 'src/a.js', '-2');
    check('*|!src', 'lib/a.js', '+1');
    check('*|!src|**/node_modules', 'src/node_modules/x', '+3');
    check('**|!util/docker/web', 'util/docker/web/foo', '-2');
    check('**|!util/docker/web|util/docker/web/foo', 'util/docker/web/foo', '+3');
    check('docs/*|!docs/README.md', 'docs/README.md', '-2');
    check('docs|! docs/README.md', 'docs/README.md', '-2');
    check('!a', 'a', '');
    check('*|!*', 'a', '-2');
    check('a|a', 'a', '+1');
    check('# a| # b|a', 'a', '+3');
    check('*|!!a', '!a', '-2');
    // In a walk a line is not asked again below a folder for which it had nothing to change.
    check('**/node_modules|!src', 'src/node_modules/x', '-2', '+1');
    check('d|!d/f|d', 'd/f', '+3', '-2');
  });

  it('no pattern takes long', () => {
    const started = Date.now();
    verdictOf(parse(`${'*a'.repeat(200)}b\n${'**/a'.repeat(200)}b\n`), 'a'.repeat(5000));
    assert.ok(Date.now() - started < 1000);
  });
});
