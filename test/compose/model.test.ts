import assert from 'node:assert/strict';
import { check } from '../../server/src/compose/check.ts';
import { textOf } from '../../server/src/compose/facts.ts';
import { isFragment } from '../../server/src/compose/fragment.ts';
import { modelOf } from '../../server/src/compose/model.ts';
import { parse } from '../../server/src/compose/parse.ts';
import { scalarAt } from '../../server/src/compose/services.ts';
import { defaultSettings } from '../../server/src/core/check.ts';
import { withoutIgnored } from '../../server/src/core/ignore.ts';
import { emptyView } from '../../server/src/core/project-view.ts';
import { rules } from '../../server/src/generated/compose-rules.ts';
import { compose } from '../support/marks.ts';

const found = (text: string, settings = defaultSettings) =>
  check(parse(text), rules, emptyView, settings, (_, error) => {
    throw error;
  });
const errors = (text: string) => found(text).filter(({ severity }) => severity === 'error');

describe('compose/model', () => {
  const anchored = compose`
    x-base: &base
      restart: unless-stopped
      prot: 1
    services:
      web:
        <<: *base
        image: nginx:1.28-alpine
      api:
        <<: [*base]
        image: eclipse-temurin:21-jre
        restart: "no"
  `;

  it('puts merge keys in place, own keys first', () => {
    const { services } = modelOf(parse(anchored));
    assert.deepEqual(
      services.map(({ node }) => textOf(scalarAt(node, 'restart'))),
      ['unless-stopped', 'no'],
    );
  });
  it('judges anchored text where it is used, and says it once', () => {
    const places = errors(anchored).map(({ at, rule }) => [rule, anchored.slice(at.start, at.end)]);
    assert.deepEqual(places, [['use-known-keys', 'prot']]);
  });
  it('stops at aliases that multiply', () => {
    const bomb = `x-a: &a [x]\n${'bcdefghij'
      .split('')
      .map((name, i) => `x-${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(', ')}]\n`)
      .join('')}services:\n  a:\n    image: x:1\n`;
    assert.deepEqual([...new Set(errors(bomb).map(({ rule }) => rule))], ['define-anchors']);
  });
  it('an alias inside itself is one error', () =>
    assert.deepEqual(
      errors('services:\n  a: &a\n    image: x:1\n    labels: *a\n').map(({ rule }) => rule),
      ['define-anchors'],
    ));
  it('an anchor of another block is found', () => assert.deepEqual(errors('x-l: &l\n  a: b\nservices:\n  a:\n    image: x:1\n    labels: *l\n'), []));
  it('!reset is nothing', () => assert.deepEqual(errors('services:\n  a:\n    image: x:1\n    ports: !reset []\n    environment: !reset null\n'), []));
  it('several documents are one project', () => assert.deepEqual(errors('services:\n  a:\n    image: x:1\n    volumes: [data:/d]\n---\nvolumes:\n  data:\n'), []));
  it('what is found after an edit is what is found afresh', () => {
    const before = parse(anchored);
    found(anchored);
    const text = anchored.replace('prot: 1', 'ports: ["80:80"]').replace('api:', 'api2:');
    const of = (file: ReturnType<typeof parse>) => check(file, rules, emptyView, defaultSettings, () => {}).map(({ rule, at }) => [rule, at]);
    assert.deepEqual(of(parse(text, before)), of(parse(text)));
  });
});

describe('compose/fragment', () => {
  const is = (text: string, expected: boolean) =>
    it(`${expected ? 'a fragment' : 'a whole file'}: ${text.slice(0, 60).replaceAll('\n', '⏎')}`, () => assert.equal(isFragment(modelOf(parse(text)), emptyView), expected));
  is('services:\n  db:\n    image: mysql:8.4\n    volumes: [data:/var/lib/mysql]\n', false);
  is('services:\n  web:\n    image: nginx\n    depends_on: [db]\n  api:\n    image: x\n', false);
  is('# docker compose -f compose.yaml -f compose.dev.yaml up\nservices:\n  web:\n    ports: ["80:80"]\n', true);
  is('services:\n  web:\n    image: nginx\n    networks: [back]\n    depends_on: [db]\n', true);
  is('services:\n  web:\n    image: nginx\n    networks: [back]\n    volumes: [data:/d]\n', false);
  is('services:\n  web:\n    image: nginx:${TAG}\n    networks: [back]\n', true);
  is('services:\n  a:\n    image: x\n  b:\n    ports: ["80:80"]\n  c:\n    ports: ["81:80"]\n', true);
});

describe('core/check', () => {
  const text = 'version: "3"\nservices:\n  web:\n    image: nginx:1.28-alpine\n    port: ["80:80"]\n';
  const ids = (settings: Partial<typeof defaultSettings>) => found(text, { ...defaultSettings, ...settings }).map(({ rule, severity }) => `${severity} ${rule}`);
  it('profiles weigh', () => {
    assert.deepEqual(ids({}), ['hint drop-version', 'error use-known-keys']);
    assert.deepEqual(ids({ profile: 'work' }), ['error use-known-keys']);
    assert.deepEqual(ids({ profile: 'exam' }), ['error use-known-keys']);
  });
  it('settings weigh more', () => assert.deepEqual(ids({ profile: 'exam', severities: { 'drop-version': 'warning', 'use-known-keys': 'off' } }), ['warning drop-version']));
  it('a comment above silences what it names', () => {
    const ignored = (comment: string) => {
      const with_ = text.replace('    port:', `    ${comment}\n    port:`);
      return withoutIgnored(with_, found(with_)).some(({ rule }) => rule === 'use-known-keys');
    };
    assert.deepEqual(
      [ignored('# giljabi-ignore use-known-keys — 옛 파일'), ignored('# giljabi-ignore drop-version, use-known-keys'), ignored('# giljabi-ignore drop-version')],
      [false, false, true],
    );
  });
  it('a rule that throws is left out and named', () => {
    const failed: string[] = [];
    const [id = '', rule] = Object.entries(rules).find(([it]) => it === 'drop-version') ?? [];
    assert.ok(rule);
    const broken = {
      ...rules,
      [id]: {
        ...rule,
        part: () => {
          throw new Error('oops');
        },
      },
    };
    const rest = check(parse(text), broken, emptyView, defaultSettings, (name) => failed.push(name));
    assert.ok(failed.includes(id) && rest.some(({ rule }) => rule === 'use-known-keys'));
  });
});
