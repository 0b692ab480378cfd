import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import type { Reported } from '../../server/src/core/check.ts';
import { ignoring } from '../../server/src/core/ignore.ts';
import { insert } from '../../server/src/core/rule.ts';
import { actionsFor } from '../../server/src/service/actions.ts';
import { serviceIn } from '../../server/src/service/service.ts';
import { edited } from '../support/examples.ts';
import { compose, withCursor } from '../support/marks.ts';
import { worldOf } from '../support/world.ts';

const uri = 'file:///shop/compose.yaml';

async function actionsAt(marked: string, only?: readonly string[], canOpenPages = true): Promise<{ text: string; actions: CodeAction[] }> {
  const { text, offset } = withCursor(marked);
  const service = serviceIn(worldOf());
  service.documents.open(uri, 'dockercompose', 1, text);
  const position = TextDocument.create(uri, '', 1, text).positionAt(offset);
  return { text, actions: await service.actions(uri, { start: position, end: position }, only, canOpenPages) };
}

function after(text: string, action: CodeAction | undefined): string {
  const edits = action?.edit?.changes?.[uri];
  assert.ok(edits, 'the action edits the document');
  return TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), edits);
}

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

const typo = compose`
  services:
    web:
      image: nginx:1.28-alpine
      po<|>rt:
        - "8080:80"
`;

const twoTypos = compose`
  services:
    web:
      imag: nginx:1.28-alpine
      po<|>rt:
        - "8080:80"
`;

const volumes = compose`
  services:
    db:
      image: mysql:8.4
      volumes:
        - da<|>ta:/var/lib/mysql
        - logs:/var/log
`;

describe('service/actions', () => {
  it('offers the cure first, then the page, then to ignore', async () => {
    const { text, actions } = await actionsAt(typo);
    assert.deepEqual(titles(actions), ['`ports` 키로 고치기', '왜 문제인지 보기', '이 줄에서 `use-known-keys` 무시하기']);
    const [fix, explain, ignore] = actions;
    assert.deepEqual([fix?.kind, fix?.isPreferred, fix?.diagnostics?.[0]?.code], ['quickfix', true, 'use-known-keys']);
    assert.equal(after(text, fix), text.replace('port:', 'ports:'));
    assert.deepEqual(explain?.command, { title: '왜 문제인지 보기', command: 'docker-giljabi.explainProblem', arguments: ['use-known-keys'] });
    assert.equal(after(text, ignore), text.replace('    port:', '    # giljabi-ignore use-known-keys\n    port:'));
  });

  it('offers nothing beside a problem, nor where there is none', async () => {
    assert.deepEqual((await actionsAt(typo.replace('<|>', '').replace('nginx', 'ng<|>inx'))).actions, []);
    assert.deepEqual((await actionsAt(typo.replace('po<|>rt', 'po<|>rts'))).actions, []);
  });

  it('offers no page where the editor cannot open one', async () => {
    assert.ok(!titles((await actionsAt(typo, undefined, false)).actions).includes('왜 문제인지 보기'));
  });

  it('answers only the kinds that are wanted', async () => {
    const kinds = async (...only: string[]) => (await actionsAt(twoTypos, only)).actions.map(({ kind }) => kind);
    assert.deepEqual(await kinds('source.organizeImports'), []);
    assert.deepEqual(await kinds('refactor'), []);
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.docker-giljabi']) assert.deepEqual(await kinds(kind), ['source.fixAll.docker-giljabi'], kind);
    assert.deepEqual([...new Set(await kinds('quickfix'))], ['quickfix']);
  });

  it('mends everything that can safely be mended', async () => {
    const { text, actions } = await actionsAt(twoTypos, ['source.fixAll']);
    assert.equal(after(text, actions[0]), text.replace('imag:', 'image:').replace('port:', 'ports:'));
    assert.equal(actions[0]?.edit?.changes?.[uri]?.length, 2);
    const bulb = (await actionsAt(twoTypos)).actions.find(({ title }) => title.includes('모두'));
    assert.deepEqual([bulb?.title, bulb?.kind], ['안전하게 고칠 수 있는 문제 2개를 모두 고치기', 'quickfix']);
  });

  it('mends what stood in the way of another fix too', async () => {
    const text = 'services:\n';
    const service = serviceIn(worldOf());
    service.documents.open(uri, 'dockercompose', 1, text);
    const open = (await service.documents.get(uri)) ?? assert.fail();
    // Two findings whose cures are put at the same place, the second below the first.
    const judge = async (now: string): Promise<Reported[]> =>
      ['a', 'b']
        .filter((name) => !now.includes(`${name}:\n`))
        .map((name) => ({
          rule: 'x',
          severity: 'error',
          at: { start: 0, end: 8 },
          message: name,
          fixes: [{ title: name, safe: true, edits: [insert(now.length, `${name}:\n`)] }],
        }));
    const reported = await judge(text);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [action] = await actionsFor({ found: { ...open, reported }, rules: {}, range, only: ['source.fixAll'], explains: false, judge });
    assert.equal(after(text, action), 'services:\na:\nb:\n');
  });

  it('does not put a comment into a text of several lines', async () => {
    const { actions } = await actionsAt(compose`
      services:
        web:
          image: nginx:1.28-alpine
          command: |
            echo \${HO<|>ME
    `);
    assert.ok(actions.length > 0);
    assert.ok(!titles(actions).some((title) => title.includes('무시하기')));
  });

  it('what the comment asks for is then left out', async () => {
    const { text, actions } = await actionsAt(volumes);
    const ignore = actions.find(({ title }) => title.includes('`declare-volumes` 무시하기'));
    const service = serviceIn(worldOf());
    service.documents.open(uri, 'dockercompose', 1, after(text, ignore));
    const left = (await service.diagnostics(uri)).filter(({ code }) => code === 'declare-volumes');
    assert.deepEqual(
      left.map(({ range }) => range.start.line),
      [6],
    );
  });
});

describe('core/ignore', () => {
  const check = (what: string, marked: string, expected: string) =>
    it(what, () => {
      const { text, offset } = withCursor(marked);
      assert.equal(edited(text, [ignoring(text, offset, 'b')]), expected);
    });
  check('a comment of its own', 'x:\n  y<|>: 1\n', 'x:\n  # giljabi-ignore b\n  y: 1\n');
  check('on the first line', 'x<|>: 1\n', '# giljabi-ignore b\nx: 1\n');
  check('behind a byte order mark', '\uFEFFx<|>: 1\r\n', '\uFEFF# giljabi-ignore b\r\nx: 1\r\n');
  check('in a list', 'x:\n  - <|>1\n', 'x:\n  # giljabi-ignore b\n  - 1\n');
  check('one more id', '# giljabi-ignore a\nx<|>: 1\n', '# giljabi-ignore a, b\nx: 1\n');
  check('before the reason', '# giljabi-ignore a — 이유 a\nx<|>: 1\n', '# giljabi-ignore a, b — 이유 a\nx: 1\n');
  check('behind several', '#giljabi-ignore a,c-1  — 이유\nx<|>: 1\n', '#giljabi-ignore a,c-1, b  — 이유\nx: 1\n');
  check('before words that are no ids', '# giljabi-ignore a 나중에\nx<|>: 1\n', '# giljabi-ignore a, b 나중에\nx: 1\n');
  check('beside other comments', '# 메모\nx<|>: 1\n', '# 메모\n# giljabi-ignore b\nx: 1\n');
});
