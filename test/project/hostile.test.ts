import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asYaml } from '../../server/src/service/config.ts';
import { projectIn } from '../support/project.ts';

const FILES: Readonly<Record<string, string>> = {
  'compose.yaml': [
    'name: mall-${STAGE:-dev}',
    'x-base: &base {restart: always, environment: [A=1, B]}',
    'include: [db/compose.yaml, {path: [b.yaml], env_file: .env, project_directory: .}]',
    'services:',
    '  web:',
    '    <<: *base',
    '    extends: {file: b.yaml, service: base}',
    '    build: {context: ./web, args: [A, B=$TAG]}',
    '    ports: ["8080:80", {target: 81, published: "${P:-90}"}]',
    '    volumes: ["./a:/a:ro", "data:/d", {type: bind, source: ./c, target: /c}]',
    '    depends_on: {db: {condition: service_healthy}}',
    '    command: sh -c "a $$B && c"',
    '    healthcheck: {test: curl a, interval: 90s}',
    '    deploy: {resources: {limits: {cpus: "0.5", memory: 50M}}}',
    '    networks: [front]',
    '    secrets: [s, {source: s, target: t, mode: 0440}]',
    '    env_file: [.env, {path: no.env, required: false}]',
    'networks: {front: {ipam: {config: [{subnet: 10.0.0.0/8}]}}}',
    'volumes: {data: }',
    'secrets: {s: {file: ./s}}',
    '',
  ].join('\n'),
  'compose.override.yaml': 'services:\n  web:\n    ports: !override ["9090:80"]\n    environment: {A: !reset null, C: 3}\n    networks: {front: {aliases: [w]}}\n',
  'b.yaml': 'services:\n  base:\n    extends: root\n    labels: [a=1]\n  root: {image: "x:${TAG}", ulimits: {nofile: 1}}\n',
  'db/compose.yaml': 'services:\n  db: {image: mysql, volumes: ["./x:/x"], profiles: [db]}\n',
  '.env': 'TAG=1\nexport P="9${TAG}"\nCOMPOSE_PROFILES=db\n',
};

describe('project/effective: whatever stands in the files', () => {
  it('the sample is in order', async () => assert.deepEqual((await projectIn(FILES)).problems, []));

  it('pieces cut out or put in end in an answer', async function () {
    this.timeout(60_000);
    const pieces = fc.constantFrom(
      '',
      '\n',
      '  ',
      ': ',
      '- ',
      '${',
      '}',
      '$',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '!reset ',
      '!override ',
      'null',
      '~',
      '0',
      'extends: web',
      'include: [compose.yaml]',
      '\t',
      '#',
      '=',
      '\0',
      '가',
    );
    const edit = fc.record({ file: fc.constantFrom(...Object.keys(FILES)), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(12), piece: pieces });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const files = { ...FILES };
        for (const { file, at, length, piece } of edits) {
          const text = files[file] ?? '';
          const start = Math.floor(at * text.length);
          files[file] = text.slice(0, start) + piece + text.slice(start + length);
        }
        assert.equal(typeof asYaml(await projectIn(files)), 'string');
      }),
      { numRuns: 120 },
    );
  });

  it('files that include and extend each other without end', async () => {
    const files: Record<string, string> = { 'compose.yaml': 'include: [f0.yaml]\nservices: {a: {extends: {file: f0.yaml, service: a}, image: x}}\n' };
    for (let i = 0; i < 60; i++) files[`f${i}.yaml`] = `include: [f${i + 1}.yaml]\nservices: {a${i}: {image: x}, a: {extends: {file: f${i + 1}.yaml, service: a}}}\n`;
    assert.ok((await projectIn(files)).problems.length > 0);
  });

  it('files that include the next one twice', async function () {
    this.timeout(20_000);
    const files: Record<string, string> = { 'compose.yaml': 'include: [f0.yaml]\nservices: {a: {image: x}}\n' };
    for (let i = 0; i < 40; i++) files[`f${i}.yaml`] = `include: [f${i + 1}.yaml, {path: f${i + 1}.yaml}]\nservices: {a${i}: {image: x}}\n`;
    assert.equal((await projectIn(files)).name, 'shop');
  });

  it('aliases that multiply', async function () {
    this.timeout(20_000);
    const bomb = `x-a: &a [1,2]\n${Array.from({ length: 40 }, (_, i) => `x-${i}: &a${i} [*a${i === 0 ? '' : i - 1}, *a${i === 0 ? '' : i - 1}]`).join('\n')}\nservices: {a: {image: x, cap_add: *a39}}\n`;
    assert.equal((await projectIn({ 'compose.yaml': bomb })).name, 'shop');
  });
});
