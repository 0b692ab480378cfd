import assert from 'node:assert/strict';
import { parse, takesCommentAbove, topicAt, variableAt } from '../../server/src/dotenv/index.ts';
import { withCursor } from '../support/marks.ts';

describe('dotenv/hover', () => {
  /** `live` is a part of the Korean lines computed from the file. */
  const check = (marked: string, topic: string | undefined, live?: RegExp | null) =>
    it(`${marked.replace(/\n/g, '⏎')} → ${topic ?? 'nothing'}`, () => {
      const { text, offset } = withCursor(marked);
      const hit = topicAt(parse(text), offset);
      assert.equal(hit?.topic, topic && (topic.includes('/') ? topic : `dotenv/${topic}`));
      if (live) assert.match(hit?.live?.join('\n') ?? '', live);
      if (live === null) assert.equal(hit?.live, undefined);
      if (hit) assert.ok(hit.span.start <= offset && offset <= hit.span.end, 'the span is around the cursor');
    });

  check('<|># why', 'comment');
  check('# w<|>hy', undefined);
  check('A=1\n<|>\nB=2', undefined);
  check('A=1 <|># one', 'comment');
  check('A="1" <|># one', 'comment');
  check('A=1<|>#one', 'variable');
  check('A="one\n<|># two"', 'double-quotes');
  check('WEB<|>_PORT=1', 'variable', null);
  check('MYSQL_ROOT_<|>PASSWORD=1', 'image/env/MYSQL_ROOT_PASSWORD');
  check('COMPOSE_<|>FILE=a.yaml:b.yaml', 'variable', /어느 컴포즈 파일/);
  check('GITHUB<|>_TOKEN\nA=1', 'name-alone');
  check('A=<|>1', 'variable', null);
  check('A=1<|>', 'variable');
  check('A=<|>\nB=2', 'empty-value');
  check('A=""<|>', 'empty-value');
  check('<|>export A=1', 'export');
  check('export <|>A=1', 'variable');
  check('exported<|>=1', 'variable');
  check("A='a<|>$B'", 'single-quotes', null);
  check('A="a<|>\\tb"', 'double-quotes', /값을 가집니다/);
  check('B=1\nA="a<|>-$B"', 'double-quotes', /`a-1` 값을 가집니다/);
  check('A=a\\n<|>b', 'variable', null);
  check('DB_PASSWORD=ab<|>c', 'variable', /3자짜리 값.*가렸습니다/);
  check('B=1\nA=$<|>B-x', 'interpolation', /1행에서 정한 `B` 변수의 값이 들어갑니다\. 지금은 `1` 값/);
  check('PASS=1\nA=$<|>{PASS}', 'interpolation', /들어갑니다\.$/);
  check('A=${<|>B}\nB=1', 'interpolation', /앞줄에 없습니다/);
  check('A=${<|>B:-1}', 'interpolation', null);
  check('A=$<|>$B', 'variable', /`\$B` 값/);
  check('A B<|>=1', undefined);

  it('names the variable of a place', () => {
    const file = parse('A=1\n\nB="x\ny"\n');
    assert.deepEqual(
      [0, 1, 3, 5, 9].map((offset) => variableAt(file, offset)?.text),
      ['A', 'A', undefined, 'B', undefined],
    );
  });

  it('a comment goes above every line but those inside a value', () => {
    const file = parse('A=1\nB="x\ny"\nC=2');
    assert.deepEqual(
      [0, 4, 9, 12].map((offset) => takesCommentAbove(file, offset)),
      [true, true, false, true],
    );
  });
});
