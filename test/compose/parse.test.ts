import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchors, definitions } from '../../server/src/compose/facts.ts';
import type { ComposeFile, Node } from '../../server/src/compose/file.ts';
import { parse } from '../../server/src/compose/parse.ts';
import { split } from '../../server/src/compose/split.ts';
import { filesOf, readsEditsAsAfresh } from '../support/edits.ts';
import { compose } from '../support/marks.ts';

/** What a file says, whichever way it was cut: section → entry → value. */
function says(file: ComposeFile): unknown {
  const top: [string, unknown][] = [];
  for (const { block, section } of file.blocks) {
    for (const document of block.documents) {
      const value = document && plain(document);
      if (section === undefined) top.push(...((value as [string, unknown][] | undefined) ?? []));
      else {
        const head = top.findLast(([key]) => key === section);
        if (head) head[1] = [...((head[1] as unknown[] | undefined) ?? []), ...(value as [string, unknown][])];
      }
    }
  }
  return top;
}

function plain(node: Node): unknown {
  if (node.kind === 'mapping') return node.entries.map(({ key, value }) => [key.raw.text, value && plain(value)]);
  if (node.kind === 'sequence') return node.items.map(plain);
  return node.kind === 'alias' ? `*${node.name}` : node.value;
}

const flat = (file: ComposeFile) => file.blocks.map(({ start, section, block }) => ({ start, section, ...block }));

describe('compose/parse', () => {
  const names = (text: string, section = 'services') => definitions(parse(text), section).map(({ name }) => name);

  it('cuts at sections and their entries', () => {
    const text = compose`
      name: shop
      services:
        # the shop window
        web:
          image: nginx
        "db":
          image: mysql
      volumes:
        data:
    `;
    assert.deepEqual(
      split(text)?.map(({ start, end, section }) => [text.slice(start, end).trim().split('\n').at(-1)?.trim(), section]),
      [
        ['name: shop', undefined],
        ['services:', undefined],
        ['image: nginx', 'services'],
        ['image: mysql', 'services'],
        ['volumes:', undefined],
        ['data:', 'volumes'],
      ],
    );
    assert.deepEqual(names(text), ['web', 'db']);
    assert.deepEqual(names(text, 'volumes'), ['data']);
  });

  const whole = (what: string, text: string, ...services: string[]) =>
    it(`${what}: one block, read all the same`, () => {
      assert.equal(parse(text).blocks.length, 1);
      assert.deepEqual(names(text), services);
    });
  whole('flow style', '{services: {web: {image: nginx}}}', 'web');
  whole('several documents', 'services:\n  a:\n    image: x\n---\nservices:\n  b:\n    image: y\n', 'a', 'b');
  whole('odd indentation', 'services:\n    a:\n      image: x\n   b:\n    image: y\n', ...names('services:\n    a:\n      image: x\n   b:\n    image: y\n'));
  whole('a tab', 'services:\n\ta:\n', ...names('services:\n\ta:\n'));

  it('byte order mark, CRLF', () => assert.deepEqual(names('\uFEFFservices:\r\n  a:\r\n    image: x\r\n  b:\r\n    image: y\r\n'), ['a', 'b']));
  it('duplicate keys are kept, both', () => assert.deepEqual(names('services:\n  a:\n    image: x\n  a:\n    image: y\n'), ['a', 'a']));
  it('anchors and aliases cross blocks', () => {
    const file = parse('x-base: &base\n  restart: always\nservices:\n  a:\n    <<: *base\n');
    assert.deepEqual(
      anchors(file).map(({ name, span }) => [name, span]),
      [['base', { start: 8, end: 13 }]],
    );
  });
  it('tags stay', () => {
    const [service] = definitions(parse('services:\n  a:\n    ports: !reset []\n    env_file: !override\n      - x\n'), 'services');
    const value = service?.entry.value;
    assert.deepEqual(value?.kind === 'mapping' && value.entries.map((entry) => entry.value?.tag?.text), ['!reset', '!override']);
  });
  it('a key without its colon stays in its block', () => {
    const text = 'services:\n  a:\n    image: x\n    imag\n  b:\n    image: y\n';
    assert.equal(parse(text).blocks.length, 3);
    assert.deepEqual(names(text), ['a', 'b']);
  });
  it('a cyclic alias does not hang', () => assert.equal(anchors(parse('services: &a\n  b: *a\n')).length, 1));
  it('deep nesting does not throw', () => assert.ok(parse(`a: ${'['.repeat(20000)}`)));
});

describe('compose/parse: any text', () => {
  const line = fc.constantFrom(
    'services:',
    'networks:',
    'volumes: {}',
    'x-a: &a',
    'name: shop',
    '  web:',
    '  db: &db',
    '  "c d":',
    '    image: nginx:1',
    '    ports:',
    '      - "80:80"',
    '      - 80',
    '    <<: *a',
    '    command: |',
    '      echo a: b',
    '    environment: {A: 1, B: "x"}',
    '    env: "open',
    '  y"',
    '    test: [CMD, a]',
    '# comment',
    '  # inner',
    '',
    '    imag',
    '---',
    '...',
    '\tx: 1',
    '   odd:',
    ' one:',
    '    v: !reset []',
    "    s: 'it''s'",
    '    x: >-',
    '      folded',
    '    한글: 😀',
    '  - item',
    'services: # again',
    '? complex',
    '    k: *missing',
  );
  const file = filesOf(line, fc.constantFrom('\n', '\n', '\r\n'));

  it('gives a file whose blocks are the text', () => {
    fc.assert(
      fc.property(fc.oneof(file, fc.string({ unit: 'grapheme' })), (text) => {
        assert.equal(
          parse(text)
            .blocks.map(({ block }) => block.text)
            .join(''),
          text,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('reads an edited file as it reads it afresh', () => readsEditsAsAfresh(parse, flat, line, file));

  it('says in blocks what it says whole', () => {
    fc.assert(
      fc.property(file, (text) => {
        const cut = parse(text);
        // A document end mark makes the parser see one text with the same lines, which is never cut.
        const one = parse(`${text}...\n`);
        if (cut.blocks.length === 1 || one.blocks.length > 1 || one.blocks.some(({ block }) => block.errors.length > 0)) return;
        assert.deepEqual(says(cut), says(one));
      }),
      { numRuns: 800 },
    );
  });
});
