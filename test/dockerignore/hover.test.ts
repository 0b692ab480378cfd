import assert from 'node:assert/strict';
import { parse, takesCommentAbove, topicAt } from '../../server/src/dockerignore/index.ts';
import { withCursor } from '../support/marks.ts';

describe('dockerignore/hover', () => {
  /** `live` is a part of the Korean lines computed from the file. */
  const check = (marked: string, topic: string | undefined, live?: string | RegExp) =>
    it(`${marked.replace(/\n/g, '⏎')} → ${topic ?? 'nothing'}`, () => {
      const { text, offset } = withCursor(marked);
      const hit = topicAt(parse(text), offset);
      assert.equal(hit?.topic, topic && `dockerignore/${topic}`);
      if (live) assert.match(hit?.live?.join('\n') ?? '', new RegExp(live));
      if (hit) assert.ok(hit.span.start <= offset && offset <= hit.span.end, 'the span is around the cursor');
    });

  check('<|># why', 'comment');
  check('# w<|>hy', undefined);
  check('a\n<|>\nb', undefined);
  check('node_<|>modules', 'name', /맨 위에서 센 `node_modules`.*\n.*npm ci/);
  check('node_modules<|>', 'name');
  check('**/node_<|>modules', 'name', /어느 디렉터리에 있든 `node_modules`.*\n.*npm ci/);
  check('<|>**/x', 'double-star', '어느 디렉터리에 있든 `x`');
  check('a/*<|>*/x', 'double-star');
  check('<|>*.log', 'star', '실행 기록');
  check('*.l<|>og', 'name');
  check('<|>*', 'star', '모든 것을 뺍니다');
  check('temp<|>?', 'question-mark');
  check('temp?<|>', 'question-mark');
  check('a[0<|>-9]b', 'character-class');
  check('a[0<|>-9', 'name', '문법에 맞지 않습니다');
  check('a\\<|>*b', 'escape');
  check('\\<|>#b', 'escape');
  check('<|>!README.md', 'exception', '앞에서 빠진 것 가운데 `README.md`');
  check('*.md\n<|>!README.md', 'exception', '1행이 뺀 `README.md`');
  check('*.md\n!REA<|>DME.md', 'name', '1행이 뺀');
  check('!<|>', 'exception', 'illegal exclusion pattern');
  check('<|>!/', 'exception', 'illegal exclusion pattern');
  check('bui<|>ld/', 'folder', '빌드 결과');
  check('/bui<|>ld', 'folder');
  check('./bui<|>ld', 'folder');
  check('.g<|>it', 'name', '모든 커밋');
  check('.env<|>', 'name', '--env-file');
  check('<|>.env*', 'name', '--env-file');
  check('.env<|>*', 'star', '--env-file');
  check('targ<|>et', 'name', 'Maven');
  check('*.m<|>d', 'name', '사람이 읽는 문서');
  check('Docker<|>file', 'name', '빼도 빌드는 됩니다');
  check('construct<|>or', 'name', /^이 줄은 [^\n]*$/);
  check('  a<|>b  ', 'name');

  it('a comment goes above a line that is not indented', () => {
    const file = parse('a\n  b\nc');
    assert.deepEqual(
      [0, 4, 6].map((offset) => takesCommentAbove(file, offset)),
      [true, false, true],
    );
  });
});
