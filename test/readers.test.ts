import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressesIn, hostsIn } from '../server/src/core/address.ts';
import type { Known } from '../server/src/core/fact.ts';
import { ignoreFacts } from '../server/src/dockerignore/facts.ts';
import { gradleFacts, pomFacts } from '../server/src/java/index.ts';
import { looksLikeNginx, nginxFacts } from '../server/src/nginx/index.ts';
import { environmentNameOf, filled, settingsFacts } from '../server/src/settings/index.ts';
import { nextFacts, packageFacts } from '../server/src/web/index.ts';

const READERS: Readonly<Record<string, (text: string) => Known<unknown>>> = {
  nginx: nginxFacts,
  ignore: ignoreFacts,
  yaml: (text) => settingsFacts('application.yml', text),
  properties: (text) => settingsFacts('application.properties', text),
  package: packageFacts,
  config: nextFacts,
  gradle: gradleFacts,
  pom: pomFacts,
};

const PIECES = [
  ...[
    '\n',
    '\r\n',
    ' ',
    '  ',
    '\t',
    '\\',
    '"',
    "'",
    '`',
    '$',
    '${',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '</',
    '/>',
    '<!--',
    '-->',
    '/*',
    '*/',
    '//',
    '#',
    '- ',
    ': ',
    ':',
    '=',
    ';',
    ',',
    '|',
  ],
  ...['a', '한글', '\uFEFF', '\0', '\uD800', '---', 'server {', 'location ~ /x', 'listen 80;', 'set $a http://b:1;', 'proxy_pass http://$a/x;', 'upstream b {', 'include x;'],
  ...[
    'spring:\n',
    'spring.profiles=prod',
    'jdbc:mysql://db:3306/shop',
    '${A:b}',
    '"scripts": {',
    '"name"',
    'output: ',
    "'standalone'",
    'proxy: {',
    'process.env.A ?? ',
    'rewrites() {',
  ],
  ...['<project>', '<artifactId>', '</artifactId>', '<version>', 'jar {', 'enabled = false', "id 'x' version '1'", 'version = "1"', 'JavaLanguageVersion.of(21)'],
];

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((it) => it.join('')),
);

describe('readers', () => {
  for (const [name, read] of Object.entries(READERS)) {
    it(`${name}: any text is read, and every place is in it`, () =>
      fc.assert(
        fc.property(anyText, (text) => {
          const { places, key } = read(text);
          for (const { start, end } of places) assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
          assert.equal(read(text).key, key);
        }),
        { numRuns: 500 },
      ));

    it(`${name}: a long text is read in one go`, () => {
      for (const piece of PIECES) read(piece.repeat(10_000));
      for (const start of ['"', '`', '/*', 'a: "', '{"a":{', 'server {']) read(start + '\\a" {\n'.repeat(20_000));
    });
  }

  it('addresses of any text stand in it', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { host, port, whole } of [...addressesIn({ text, span: { start: 0, end: text.length } }), ...hostsIn({ text, span: { start: 0, end: text.length } })]) {
          for (const it of [host, port]) if (it) assert.equal(text.slice(it.span.start, it.span.end), it.text);
          assert.ok(whole.start <= host.span.start && host.span.end <= whole.end);
        }
        environmentNameOf(text);
        filled(text, () => undefined);
        looksLikeNginx('a.conf', text);
      }),
      { numRuns: 1000 },
    ));
});
