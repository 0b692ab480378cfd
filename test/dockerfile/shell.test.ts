import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSettings } from '../../server/src/core/check.ts';
import { check } from '../../server/src/dockerfile/check.ts';
import { parse } from '../../server/src/dockerfile/parse.ts';
import { scriptIn } from '../../server/src/dockerfile/shell/read.ts';
import type { Command } from '../../server/src/dockerfile/shell/script.ts';
import { rules } from '../../server/src/generated/dockerfile-rules.ts';

const scriptOf = (text: string) => {
  const { blocks, escape } = parse(text);
  const [block] = blocks.map((it) => it.block);
  assert.ok(block);
  return { block, script: scriptIn(block, escape) };
};

/** `[if] A=1 {sudo} apt-get install ~$X &&`: what stands around a command, the wrappers in braces, what is not known behind `~`. */
const shown = ({ within, assignments, wrappers, words, after }: Command) =>
  [
    ...(within.length > 0 ? [`[${within.join(' ')}]`] : []),
    ...assignments.map(({ raw }) => raw),
    ...wrappers.map(({ text }) => `{${text}}`),
    ...words.map(({ known, text }) => `${known ? '' : '~'}${text}`),
    ...(after === '' ? [] : [after === '\n' ? '↵' : after]),
  ].join(' ');

describe('dockerfile/shell', () => {
  const reads = (text: string, ...commands: string[]) => it(JSON.stringify(text), () => assert.deepEqual(scriptOf(text).script.commands.map(shown), commands));

  reads('RUN npm ci && npm run build', 'npm ci &&', 'npm run build');
  reads('RUN A=1 sudo -u root apt-get install -y "curl" \'w\'get', 'A=1 {sudo} apt-get install -y curl wget');
  reads('RUN --mount=type=cache,target=/x a \\\n  # no word\n  b | c || d; e &', 'a b |', 'c ||', 'd ;', 'e &');
  reads('RUN echo "a && b" $(c && d) `e; f` # g && h', 'echo a && b ~$(c && d) ~`e; f`');
  reads('RUN echo ${A:-"x y"}z $1 $ "$B" *.c', 'echo ~${A:-"x y"}z ~$1 $ ~$B ~*.c');
  reads('RUN a > log 2>&1 < in', 'a');
  reads('RUN if [ -f x ]; then a; else b; fi && c', '[if] [ -f x ] ;', '[if] a ;', '[if] b ;', 'c');
  reads('RUN for f in a b; do rm $f; done; c', '[loop] rm ~$f ;', 'c');
  reads('RUN case "$A" in x|y) a ;; *) b ;; esac; c', '[case] a ;;', '[case] b ;;', 'c');
  reads('RUN (cd x && a) && { b; }', '[subshell] cd x &&', '[subshell] a )', '[group] b ;');
  reads('RUN f() { a; }; f', '[function group] a ;', 'f');
  reads("RUN bash -lc 'a && b' && c", 'bash -lc a && b &&', '[shell] a &&', '[shell] b', 'c');
  reads('CMD ["sh", "-c", "exec npm start"]', 'sh -c exec npm start', '[shell] {exec} npm start');
  reads('ENTRYPOINT ["java", "-jar", "$X"]', 'java -jar $X');
  reads('HEALTHCHECK --interval=3s CMD curl -f http://localhost || exit 1', 'curl -f http://localhost ||', 'exit 1');
  reads('RUN <<EOF\nset -e\na \\\n  b\ncat <<X > y\nno command\nX\nc\nEOF\n', 'set -e ↵', 'a b ↵', 'cat ↵', 'c ↵');
  reads('RUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF\n');
  reads('RUN cat <<EOF > /x\napt-get install\nEOF\n', 'cat');
  reads('RUN bash <<EOF\na\nEOF\n', 'a ↵');
  reads('RUN command -v npm || env A=1 npm i', 'command -v npm ||', 'A=1 {env} npm i');
  reads('COPY a b');
  reads('ONBUILD RUN a');

  it('an unclosed quote is not sure', () => assert.equal(scriptOf('RUN echo "a').script.sure, false));

  it('knows where words stand', () => {
    const { block, script } = scriptOf('RUN apt-get \\\n    # why\n    install -y cu\\\nrl\n');
    const texts = script.commands[0]?.words.map(({ span }) => block.text.slice(span.start, span.end));
    assert.deepEqual(texts, ['apt-get', 'install', '-y', 'cu\\\nrl']);
  });

  for (const piece of ['( a ', 'a ) ', '$(', '"$(', '\' "', '`a', '${a', 'if a; ', '{ a; ', '<<E ', 'sudo ', "sh -c 'a' ; ", 'apt-get install install && ']) {
    it(`${JSON.stringify(piece)} ten thousand times`, function () {
      this.timeout(10_000);
      const found = check(parse(`FROM debian\nRUN ${piece.repeat(10_000)}\n`), rules, defaultSettings, assert.fail);
      assert.ok(found.length >= 0);
    });
  }

  it('reads any text, with spans inside it', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '"',
      "'",
      '$(',
      ')',
      '(',
      '`',
      '\\\n',
      '\n',
      '&&',
      '|',
      ';',
      '{ ',
      '}',
      'if ',
      'fi',
      'case ',
      'esac',
      'do ',
      'done',
      '<<E',
      '#',
      '${',
      '[',
      'sh -c ',
      'E\n',
      '>',
    );
    fc.assert(
      fc.property(fc.constantFrom('RUN ', 'RUN <<E\n', 'CMD ["sh","-c","', 'HEALTHCHECK CMD '), fc.array(piece, { maxLength: 40 }), (head, pieces) => {
        const { blocks, escape } = parse(head + pieces.join(''));
        for (const { block } of blocks) {
          for (const { span, words } of scriptIn(block, escape).commands) {
            for (const { start, end } of [span, ...words.map((word) => word.span)]) assert.ok(0 <= start && start <= end && end <= block.text.length);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
