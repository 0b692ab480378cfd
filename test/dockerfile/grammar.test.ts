import assert from 'node:assert/strict';
import { brokenArray, mended } from '../../server/src/dockerfile/exec-form.ts';
import { instructionsOf } from '../../server/src/dockerfile/facts.ts';
import type { Instruction } from '../../server/src/dockerfile/file.ts';
import { lexProblem } from '../../server/src/dockerfile/lexing.ts';
import { mountFlags, mountProblem } from '../../server/src/dockerfile/mounts.ts';
import { parse } from '../../server/src/dockerfile/parse.ts';
import { exposedPort } from '../../server/src/dockerfile/ports.ts';
import { straysIn } from '../../server/src/dockerfile/stray.ts';
import { trailingComment } from '../../server/src/dockerfile/trailing.ts';

const only = (text: string): Instruction => [...instructionsOf(parse(text))][0]?.block ?? assert.fail('no instruction');

/** Each text of a row is answered with the row's name; `fine` is no answer. */
function table(title: string, answer: (text: string) => string | undefined, rows: Readonly<Record<string, readonly string[]>>): void {
  describe(title, () => {
    for (const [expected, texts] of Object.entries(rows)) {
      for (const text of texts) it(`${text} → ${expected}`, () => assert.equal(answer(text) ?? 'fine', expected));
    }
  });
}

describe('dockerfile/grammar', () => {
  table('quotes and variables', (text) => lexProblem(text, '\\')?.reason, {
    fine: ['a', '$', '$$', '$1', '"it\'s"', "'a\"b'", '\\"', '${a}', '${a:-"}"}', '"${a:-${b}}"', '${a#\\}}', '${a/b/c}', '${a//b/}', 'a\\', '"a\\""', '${1}', '${@}'],
    'double-quote': ['"a', 'a"b', '"a\\"', '"${a}'],
    'single-quote': ["'a", "it's", "'a\\'b'"],
    brace: ['${', '${a', '${a:-b', '"${a"', '${a/b/c'],
    slash: ['${a/b}'],
    substitution: ['${}', '${:-a}', '${{a}}'],
    modifier: ['${a^^}', '${a:=b}', '${a,,}', '${a:1:2}', '${a b}', '${a@Q}'],
  });

  table('ports', (text) => exposedPort(text).problem, {
    fine: ['0', '80', '80/tcp', '80/UDP', '80/', '8000-8010', '8080:80', '127.0.0.1:80:80', '[::1]:80:80', '8000-8010:9000-9010', '8000-8010:80', '65535'],
    array: ['["80"]', '[80]'],
    separator: ['80,443', '80;'],
    protocol: ['80/tpc', '80/tcp/udp'],
    range: ['-80', '80-', '90-80', '1-2-3', '80-81:80-85', 'a-b'],
    'too-large': ['65536', '1-70000'],
    address: ['8080::80', '300.0.0.1:80:80'],
    number: ['a', '', '80.5', '80a', ':', '/tcp'],
  });

  table(
    'mounts',
    (text) => {
      const value = mountFlags(only(`RUN --mount=${text} ls`))[0]?.value;
      return value && mountProblem(value)?.reason;
    },
    {
      fine: [
        'type=cache,target=/a',
        'target=/a,ro',
        'type=secret,id=a,required,mode=0400,uid=0',
        'type=secret,id=a,env=A',
        'type=ssh',
        'type=tmpfs,target=/a,size=64m',
        'type=$T',
        'type=cache,target=/a,sharing=Locked',
        'from=build',
        'type=bind,src=.,dst=/a,rw=true',
      ],
      type: ['type=volume,target=/a', 'type=,target=/a'],
      key: ['type=cache,tagret=/a', 'volume=a'],
      empty: ['type=cache,', 'type=cache,, target=/a'],
      'no-value': ['type=cache,target', 'type'],
      'not-for-type': [
        'type=bind,target=/a,sharing=shared',
        'type=cache,target=/a,required',
        'type=cache,target=/a,size=1m',
        'type=bind,target=/a,mode=0755',
        'type=secret,id=a,from=b',
      ],
      boolean: ['target=/a,ro=yes'],
      number: ['type=cache,target=/a,uid=node'],
      mode: ['type=cache,target=/a,mode=rwx'],
      sharing: ['type=cache,target=/a,sharing=public'],
      size: ['type=tmpfs,target=/a,size=big'],
      'from-variable': ['type=bind,from=$A,target=/a'],
      'secret-name': ['type=secret', 'type=secret,required'],
      target: ['type=cache', 'type=tmpfs,size=1m'],
    },
  );

  table('arrays', (text) => brokenArray(only(`RUN ${text}`))?.kind, {
    fine: ['["a"]', '[]', '[ "$A" = 1 ] && ls', '[ -f a ] || ls', '[[ $A == b ]]', 'ls ["a"]', '[ "$A" ] && ls', '[ "a" != "b" ]; ls'],
    'not-strings': ['["a", 1]', '[1]', '[["a"]]', '[null]'],
    'single-quotes': ["['a', 'b']", "[ 'a' ,'b' ]"],
    'smart-quotes': ['[“a”, “b”]'],
    comma: ['["a" "b"]', '["a", "b",]', '[ "a" "b" ]'],
    bracket: ['["a", "b"'],
    behind: ['["a"] && ls', '["a"] ]'],
  });

  it('mends arrays that can be told', () => {
    const mend = (text: string) => {
      const broken = brokenArray(only(`CMD ${text}`));
      return broken && mended(broken);
    };
    assert.equal(mend("['a', 'it']"), '["a", "it"]');
    assert.equal(mend('[“a”, “b”]'), '["a", "b"]');
    assert.equal(mend('["a" "b\\"c"'), '["a", "b\\"c"]');
    assert.equal(mend('["a", b]'), undefined);
  });

  table('comments behind', (text) => trailingComment(only(text))?.text, {
    fine: ['RUN ls # a', 'COPY #a b', 'ENV A=#b', 'ENV A="b # c"', 'ENV A b # c', 'CMD ls # a', 'HEALTHCHECK CMD ls # a', 'CMD ["a"]', 'LABEL a=b#c', "USER 'a #b'"],
    '#': ['FROM a # b', 'EXPOSE 80 # b', 'COPY a b # c', 'ENV A=b # c', 'CMD ["a"] # b', 'WORKDIR /a # b', 'HEALTHCHECK NONE # a', 'SHELL ["a"] # b'],
    '#b': ['EXPOSE 80 #b', 'FROM a #b'],
  });

  table('lines that begin with no instruction', (text) => straysIn(parse(`FROM a\nRUN b\n${text}\n`)).map(({ kind, meant }) => [kind, meant].filter(Boolean).join(' '))[0], {
    'typo RUN': ['RUM x', 'RN x'],
    'typo run': ['rnu x'],
    'typo ENV': ['ENVIRONMENT a=b', 'EVN a=b'],
    'glued CMD': ['CMD["a"]', 'CMD:a'],
    'glued EXPOSE': ['EXPOSE8080'],
    comment: ['// a', '/* a */', '<!-- a -->'],
    conflict: ['<<<<<<< HEAD', '=======', '>>>>>>> a'],
    continuation: ['&& ls', '| sh', '  libcurl4', '--no-cache', 'done'],
    'continuation RUN': ['  npm ci'],
    'command RUN': ['npm ci', 'apt-get update'],
    characters: ['RUN\u00A0ls', '\u200BRUN ls', 'ＲＵＮ ls'],
    other: ['something else'],
  });
});
