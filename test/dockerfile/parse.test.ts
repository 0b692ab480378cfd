import assert from 'node:assert/strict';
import fc from 'fast-check';
import { instructionsOf } from '../../server/src/dockerfile/facts.ts';
import type { DockerfileFile, Instruction } from '../../server/src/dockerfile/file.ts';
import { parse } from '../../server/src/dockerfile/parse.ts';
import { filesOf, readsEditsAsAfresh } from '../support/edits.ts';

const instructions = (text: string): Instruction[] => [...instructionsOf(parse(text))].map(({ block }) => block);
const only = (text: string): Instruction => {
  const [first] = instructions(text);
  assert.ok(first, 'one instruction');
  return first;
};

/** The file as one would read it: every span made absolute. */
function flat(file: DockerfileFile): unknown {
  return file.blocks.map(({ start, block }) => ({ start, ...block }));
}

describe('dockerfile/parse: what is easily read otherwise', () => {
  const names = (text: string) =>
    only(text).expansions.map(({ name, operator, operand, replacement }) => [name.text, operator, operand?.text, replacement?.text].filter((it) => it !== undefined));
  const expands = (source: string, ...expected: string[][]) => it(source, () => assert.deepEqual(names(`LABEL x=${source}`), expected));

  describe('expansions', () => {
    expands('$v', ['v']);
    expands('${v}', ['v']);
    for (const operator of ['-', ':-', '+', ':+', '?', ':?', '#', '##', '%', '%%']) expands(`\${v${operator}x}`, ['v', operator, 'x']);
    expands('${v/a/b}', ['v', '/', 'a', 'b']);
    expands('${v//a/b}', ['v', '//', 'a', 'b']);
    expands('${v:-${w}}', ['v', ':-', '${w}'], ['w']);
    expands('${v/\\//-}', ['v', '/', '\\/', '-']);
    expands('\\$v');
    expands("'$v'");
    expands('"$v"', ['v']);
    expands('"\\$v"');
    expands('$1$?$$');
    expands('${v');
    expands('${v!x}');
    expands('$v$w', ['v'], ['w']);
    expands('$한글', ['한글']);
    it('the escape directive changes what escapes', () => {
      assert.deepEqual(
        instructions('# escape=`\nLABEL x=`$v y=\\$w').flatMap(({ expansions }) => expansions.map(({ name }) => name.text)),
        ['w'],
      );
    });
  });

  describe('heredocs', () => {
    const heredocs = (text: string) =>
      only(text).heredocs.map(({ name, stripTabs, expand, body, close }) => [name, stripTabs, expand, text.slice(body.start, body.end), Boolean(close)]);
    const check = (text: string, ...expected: unknown[][]) => it(JSON.stringify(text), () => assert.deepEqual(heredocs(text), expected));
    check('RUN <<EOF\na\nEOF\n', ['EOF', false, true, 'a\n', true]);
    check('RUN << EOF\nFROM x\nEOF\n', ['EOF', false, true, 'FROM x\n', true]);
    check('RUN <<-EOF\n\ta\n\tEOF\n', ['EOF', true, true, '\ta\n', true]);
    check('RUN <<"EOF"\n$a\nEOF\n', ['EOF', false, false, '$a\n', true]);
    check("COPY <<'E F' /x\na\nE F\n", ['E F', false, false, 'a\n', true]);
    check('COPY <<A <<B /d/\n1\nA\n2\nB\n', ['A', false, true, '1\n', true], ['B', false, true, '2\n', true]);
    check('RUN cat <<EOF > /x && \\\n  ls\na\nEOF\n', ['EOF', false, true, 'a\n', true]);
    check('RUN 3<<EOF cat\na\nEOF\n', ['EOF', false, true, 'a\n', true]);
    check('RUN <<EOF\na\n', ['EOF', false, true, 'a\n', false]);
    check('RUN <<EOF\r\na\r\nEOF\r\n', ['EOF', false, true, 'a\r\n', true]);
    check('RUN echo "<<EOF"\n');
    check('RUN cat <<< x\n');
    check('RUN echo $((1 << 3))\n', ['3))', false, true, '', false]);
    check("RUN cat <<EOF && echo it's\n");
    check('RUN cat <<EOF ${A^^}\n');
    check('ENV a=<<EOF\n');
    it('ONBUILD RUN has its heredoc', () => {
      const outer = only('ONBUILD RUN <<EOF\nFROM x\nEOF\n');
      assert.equal(outer.keyword === 'ONBUILD' && outer.trigger?.heredocs[0]?.name, 'EOF');
    });
    it('what follows a heredoc is an instruction again', () =>
      assert.deepEqual(
        instructions('RUN << EOF\nx\nEOF\nUSER a\n').map(({ keyword }) => keyword),
        ['RUN', 'USER'],
      ));
  });

  describe('directives', () => {
    const directives = (text: string) => parse(text).blocks[0]?.block.directives.map(({ key, value, repeated }) => [key, value.text, repeated]);
    const check = (text: string, ...expected: unknown[][]) => it(JSON.stringify(text), () => assert.deepEqual(directives(text), expected));
    check('# syntax=docker/dockerfile:1\nFROM a', ['syntax', 'docker/dockerfile:1', false]);
    check('#SYNTAX = a\n# Escape=`\nFROM a', ['syntax', 'a', false], ['escape', '`', false]);
    check('# check=skip=all;error=true\nFROM a', ['check', 'skip=all;error=true', false]);
    check('# syntax=a\n# syntax=b\nFROM a', ['syntax', 'a', false], ['syntax', 'b', true]);
    check('#escape= \nFROM a', ['escape', ' ', false]);
    check('#escape=\nFROM a');
    check('# 주석\n# syntax=a\nFROM a');
    check('\n# syntax=a\nFROM a');
    check('# unknown=a\n# syntax=a\nFROM a');
    check('\uFEFF# syntax=a\r\nFROM a', ['syntax', 'a', false]);
    it('only in the first block, even when a moved block is taken over', () => {
      const before = parse('# syntax=a\nFROM a\n');
      assert.deepEqual(flat(parse('FROM b\n# syntax=a\nFROM a\n', before)), flat(parse('FROM b\n# syntax=a\nFROM a\n')));
    });
  });

  describe('flags', () => {
    const read = (text: string) => {
      const { flags, args } = only(text);
      return [...flags.map(({ name, value }) => [name.text, value?.text].filter((it) => it !== undefined)), args.map(({ text }) => text)];
    };
    const check = (text: string, ...expected: unknown[]) => it(JSON.stringify(text), () => assert.deepEqual(read(text), expected));
    check('ADD -- . .', ['.', '.']);
    check('COPY --link -- --a b', ['link'], ['--a', 'b']);
    check('COPY --chown="a b" x y', ['chown', '"a b"'], ['x', 'y']);
    check('COPY --chown=a\\ b x y', ['chown', 'a\\ b'], ['x', 'y']);
    check('COPY --chown= x y', ['chown', ''], ['x', 'y']);
    check('COPY --from=a\\\nb x y', ['from', 'ab'], ['x', 'y']);
    check('CMD --help', ['help'], []);
    check('CMD a --help', ['a', '--help']);
    check('RUN --mount=type=cache \\\n # note\n --network=none ls', ['mount', 'type=cache'], ['network', 'none'], ['ls']);
    check('COPY a\u00A0b c', ['a\u00A0b', 'c']);
    it('ONBUILD has those of its trigger', () => {
      const outer = only('ONBUILD COPY --chown="a b" x y');
      assert.deepEqual(outer.keyword === 'ONBUILD' && outer.trigger?.flags.map(({ value }) => value?.text), ['"a b"']);
    });
  });

  describe('arguments', () => {
    const pairs = (text: string) => {
      const it = only(text);
      return 'pairs' in it ? it.pairs.map(({ name, value }) => [name.text, value?.text]) : undefined;
    };
    it('several ARGs on a line', () =>
      assert.deepEqual(pairs('ARG A=1 B="x y" C'), [
        ['A', '1'],
        ['B', '"x y"'],
        ['C', undefined],
      ]));
    it('ENV in its old form', () => assert.deepEqual(pairs('ENV A b c=d'), [['A', 'b c=d']]));
    it('ENV over several lines', () =>
      assert.deepEqual(pairs('ENV A=1 \\\n  # 주석\n\n  B=2'), [
        ['A', '1'],
        ['B', '2'],
      ]));
    it('an escaped space stays in its word', () =>
      assert.deepEqual(pairs('ENV A=a\\ b C=d'), [
        ['A', 'a\\ b'],
        ['C', 'd'],
      ]));
    it('ADD --unpack is a flag', () =>
      assert.deepEqual(
        only('ADD --unpack=false a /b').flags.map(({ name, value }) => [name.text, value?.text]),
        [['unpack', 'false']],
      ));
    it('exec form', () =>
      assert.deepEqual(
        only('CMD [ "a", "b c" ]').exec?.elements.map(({ text }) => text),
        ['a', 'b c'],
      ));
    it('single quotes make it the shell form', () => assert.equal(only("CMD ['a']").exec, undefined));
    it('a word split over two lines', () => {
      const it = only('COPY a/very/lo\\\nng /x');
      assert.deepEqual('sources' in it && it.sources.map(({ text }) => text), ['a/very/long']);
    });
    it('a doubled backslash at the line end joins nothing', () =>
      assert.deepEqual(
        instructions('RUN a \\\\\nUSER b').map(({ keyword }) => keyword),
        ['RUN', 'USER'],
      ));
  });
});

describe('dockerfile/parse: any text', () => {
  const line = fc.constantFrom(
    '# syntax=docker/dockerfile:1',
    '# escape=`',
    '#',
    '',
    ' ',
    'FROM a AS b',
    'FROM --platform=$BUILDPLATFORM a',
    'RUN a \\',
    'RUN a `',
    '  && b',
    'RUN <<EOF',
    'RUN << EOF',
    'COPY <<-"A B" <<C /x',
    'A B',
    'C',
    'EOF',
    '\tEOF',
    'ARG A=1 B="x y" C',
    'ENV a b',
    'LABEL "a b"=${c:-$d}',
    'ONBUILD RUN <<EOF',
    'ONBUILD ONBUILD',
    'CMD ["a", "b"]',
    'CMD [',
    'HEALTHCHECK --interval=1s CMD x',
    'USER 한글😀',
    '\uFEFFFROM x',
    'RUN echo "',
    '\\',
    'COPY --from=b --chown= a',
    '--',
    'ADD --',
    'RUN\t--mount=type=cache,,target ls',
  );
  const file = filesOf(line, fc.constantFrom('\n', '\n', '\r\n', ''));

  it('gives a file whose blocks are the text', () => {
    fc.assert(
      fc.property(fc.oneof(file, fc.string({ unit: 'grapheme' })), (text) => {
        const { blocks } = parse(text);
        assert.equal(blocks.map(({ block }) => block.text).join(''), text);
        for (const { block } of blocks) {
          for (const { span } of block.instruction?.args ?? []) assert.ok(span.start <= span.end && span.end <= block.text.length);
          for (const { span } of block.instruction?.expansions ?? []) assert.equal(block.text[span.start], '$');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('reads an edited file as it reads it afresh', () => readsEditsAsAfresh(parse, flat, line, file));
});
