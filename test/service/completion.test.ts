import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { able, accepted, offered } from '../support/snippets.ts';

const labels = async (languageId: string, marked: string, uri?: string) => (await offered(languageId, marked, uri)).items.map(({ label }) => label);

describe('completion in a compose file', () => {
  const check = (marked: string, has: readonly string[], hasNot: readonly string[]) =>
    it(`${JSON.stringify(marked)} → ${has.join(', ') || 'nothing'}`, async () => {
      const found = await labels('dockercompose', marked);
      assert.deepEqual([has.filter((it) => !found.includes(it)), hasNot.filter((it) => found.includes(it))], [[], []], found.join(', '));
      if (has.length === 0) assert.deepEqual(found, []);
    });

  check('<|>', ['mall', 'mall-dev', 'services'], ['redis', 'healthcheck-redis']);
  check('# 쇼핑몰\nma<|>', ['mall'], ['redis']);
  check('services:\n  <|>', ['redis', 'mysql', 'nginx'], ['mall', 'services', 'ports']);
  check('services:\n  red<|>', ['redis'], ['mall']);
  check('services:\n    red<|>\n', ['redis'], []);
  check('services:\n  레디<|>', ['레디스'], []);
  check('services:\r\n  web:\r\n    image: nginx\r\n  red<|>\r\nvolumes:\r\n  a:\r\n', ['redis'], ['volumes-top', 'ports']);
  check('services:\n  redis:\n    image: redis\n  <|>', ['mysql'], ['redis', 'ports']);
  check('services:\n  web:\n    <|>\n  db:\n    image: mysql:8.4\n', ['ports', 'build', 'depends-started', 'healthcheck'], ['redis', 'depends_on']);
  check('services:\n  web:\n    image: node:24\n    por<|>', ['ports', 'healthcheck-node'], ['healthcheck-mysql', 'depends-started']);
  check('services:\n  web:\n    image: mysql:8.4\n    ports:\n      - "1:1"\n    <|>', ['healthcheck-mysql'], ['ports', 'healthcheck-node', 'healthcheck']);
  check('services:\n  web:\n    build: .\n    dep<|>\n  db:\n    image: mysql:8.4\n    healthcheck:\n      test: [CMD, a]\n', ['depends_on', 'depends-started'], []);
  check('services:\n- web\n- <|>', [], []);
  check('services:\n  web:\n    image: nginx\n\n<|>', ['networks', 'volumes-top'], ['services', 'redis', 'mall']);
  check('name: shop\n<|>\nservices:\n  a:\n    image: b\n', ['networks'], ['services', 'name']);
  // Margins that do not agree, and places inside something else.
  check('services:\n  web:\n    image: nginx\n   <|>', [], []);
  check('services:\n    <|>\n  web:\n    image: nginx\n', [], []);
  check('services:\n  web:\n    image: nginx\n  <|>\n    ports: []\n', [], []);
  check('services:\n  web:\n    command: |\n      red<|>\n', [], []);
  check('services:\n  web:\n    environment:\n      <|>\n', [], []);
  check('services:\n  web:\n    ports:\n      - <|>\n', [], []);
  check('services:\n  web:\n    image: red<|>\n', [], []);
  check('services:\n  # red<|>\n', [], []);
  check('services: {web: {\n  <|>\n}}', [], []);
  check('volumes:\n  <|>', [], []);
  check('x-note:\n  services:\n    <|>', [], []);
  check('services:\n\tred<|>', [], []);
  check('"services":\n  web: &web\n    <|>', ['ports'], []);
  check('<|>\n\n', ['mall'], []);
  check('a: 1\n---\nservices:\n  <|>', ['redis'], []);

  it('defines what it uses where the file keeps it', async () => {
    const { document, items } = await offered('dockercompose', 'services:\r\n    red<|>\r\nvolumes:\r\n    other:\r\n');
    const item = items.find(({ label }) => label === 'redis');
    assert.ok(item);
    const text = accepted(document, item);
    assert.match(text, /^services:\r\n {4}redis:\r\n {8}image: redis:8-alpine\r\n/);
    assert.match(text, /\r\nvolumes:\r\n {4}other:\r\n {4}redis-data:\r\n\r\nnetworks:\r\n {4}back: \{\}\r\n$/);
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  it('leaves out the services that are not there', async () => {
    const { document, items } = await offered('dockercompose', 'services:\n  redis:\n    image: redis:8-alpine\n  spr<|>');
    const item = items.find(({ label }) => label === 'spring');
    assert.ok(item);
    const text = accepted(document, item);
    assert.match(text, /depends_on:\n {6}redis:\n {8}condition: service_healthy\n {4}healthcheck:/);
  });

  it('lets one choose among the services of the file', async () => {
    const { items } = await offered('dockercompose', 'services:\n  web:\n    <|>\n  db:\n    image: a\n  cache:\n    image: b\n');
    assert.match(items.find(({ label }) => label === 'depends-started')?.textEdit?.newText ?? '', /\$\{1\|db,cache\|\}:/);
  });

  it('goes by what the editor can do', async () => {
    const marked = 'services:\n  red<|>\n';
    const newTextWith = async (abilities: typeof able) =>
      (await offered('dockercompose', marked, undefined, abilities)).items.find(({ label }) => label === 'redis')?.textEdit?.newText ?? '';
    assert.match(await newTextWith(able), /^\$\{1:redis\}:\n {4}image: redis:\$\{2\|8-alpine,7-alpine\|\}\n[\s\S]*\n\nnetworks:\n {2}\$\{4:back\}: \{\}\n/);
    // An editor that moves lines in by itself is given them as they are, and nothing that belongs to the first column.
    assert.match(await newTextWith({ snippets: true, margins: false }), /^\$\{1:redis\}:\n {2}image: [^\n]*\n(?: {2,}[^\n]*\n)+ {2}restart: unless-stopped$/);
    assert.match(await newTextWith({ snippets: false, margins: true }), /^redis:\n {4}image: redis:8-alpine\n/);
  });

  it('answers in plain YAML files that are compose files, and in no others', async () => {
    assert.ok((await labels('yaml', 'services:\n  <|>', 'file:///shop/docker-compose.yml')).includes('redis'));
    await assert.rejects(labels('yaml', 'services:\n  <|>', 'file:///shop/values.yaml'));
  });
});

describe('completion in a Dockerfile', () => {
  const check = (marked: string, has: readonly string[], hasNot: readonly string[]) =>
    it(`${JSON.stringify(marked)} → ${has.join(', ') || 'nothing'}`, async () => {
      const found = await labels('dockerfile', marked, 'file:///shop/Dockerfile');
      assert.deepEqual([has.filter((it) => !found.includes(it)), hasNot.filter((it) => found.includes(it))], [[], []], found.join(', '));
      if (has.length === 0) assert.deepEqual(found, []);
    });

  check('<|>', ['next', 'spring-gradle', 'multistage'], ['heredoc', 'user-node']);
  check('ne<|>', ['next'], []);
  check('넥스<|>', ['넥스트'], []);
  check('# 메모\r\nne<|>\r\n', ['next'], []);
  check('# syntax=docker/dockerfile:1\n\nnext<|>', ['next'], []);
  check('FROM node:24-alpine\n<|>', ['heredoc', 'user-node', 'user-alpine', 'apk', 'healthcheck', 'stage'], ['next', 'user-debian', 'cache-apt', 'cache-pip', 'copy-from']);
  check('FROM python:3.13-slim\nus<|>\nCMD ["a"]\n', ['user-debian', 'cache-pip', 'cache-apt'], ['user-alpine', 'user-node', 'apk', 'next']);
  check('FROM debian:13\nus<|>\n', ['user-debian', 'cache-pip', 'cache-npm'], ['user-alpine']);
  check('FROM node:24 AS a\nFROM a AS b\n<|>\n', ['copy-from', 'user-debian'], ['user-alpine']);
  check('FROM a AS build\nFROM b\nHEALTHCHECK NONE\ncop<|>', ['copy-from'], ['healthcheck', 'healthcheck-curl']);
  check('ARG A=1\n<|>\nFROM a\n', [], []);
  check('FROM a\nRUN b \\\n  us<|>\n', [], []);
  check('FROM a\nRUN b \\\n  <|>\n  && c\n', [], []);
  check('FROM a\nRUN <<EOF\nus<|>\nEOF\n', [], []);
  check('FROM a\nRUN <<EOF\nuser\nEOF\n<|>\n', ['heredoc'], []);
  check('FROM a\nRUN us<|>\n', [], []);
  check('FROM a\n# us<|>\n', [], []);

  it('says its syntax at the top alone', async () => {
    const insert = async (marked: string) => (await offered('dockerfile', marked, 'file:///shop/Dockerfile')).items.find(({ label }) => label === 'nginx')?.textEdit?.newText ?? '';
    assert.match(await insert('\n<|>'), /^# syntax=docker\/dockerfile:1\n\nFROM/);
    assert.match(await insert('# syntax=docker/dockerfile:1\n\n<|>'), /^FROM/);
  });

  it('chooses among the stages before', async () => {
    const { items } = await offered('dockerfile', 'FROM a AS deps\nFROM b AS build\nFROM c\n<|>\nFROM d AS last\n', 'file:///shop/Dockerfile');
    assert.match(items.find(({ label }) => label === 'copy-from')?.textEdit?.newText ?? '', /--from=\$\{1\|deps,build\|\}/);
  });
});

describe('completion in .dockerignore', () => {
  it('offers whole files in an empty one', async () => assert.deepEqual((await labels('ignore', '<|>', 'file:///shop/.dockerignore')).slice(0, 2), ['next', 'vite']));
  it('offers nothing beside patterns', async () => assert.deepEqual(await labels('ignore', 'node_modules\n<|>', 'file:///shop/.dockerignore'), []));
});

describe('completion in an nginx configuration', () => {
  const check = (marked: string, expected: readonly string[]) =>
    it(`${JSON.stringify(marked)} → ${expected.join(', ') || 'nothing'}`, async () =>
      assert.deepEqual(await labels('properties', marked, 'file:///shop/nginx/default.conf'), expected));

  check('<|>', ['server', 'resolver', 'websocket', 'gzip']);
  check('서<|>', ['server', 'resolver', 'websocket', 'gzip']);
  check('server {\r\n    <|>\r\n}\r\n', ['websocket-headers', 'gzip', 'static', 'spa']);
  check('server {\n    location /x {\n        up<|>\n    }\n}\n', ['upgrade', 'gzip']);
  check('server {\n    # {\n    location / { root "}"; }\n    <|>\n}\n', ['websocket-headers', 'gzip', 'static']);
  check('http {\n    <|>\n}\n', ['server', 'resolver', 'websocket', 'gzip']);
  check('events {\n    <|>\n}\n', []);
  check('server {\n    gzip_types\n        text<|>\n', []);
  check('server {\n    listen 8<|>\n', []);

  it('answers in files of nginx alone', async () => {
    assert.ok((await labels('nginx', '<|>', 'untitled:x')).includes('server'));
    assert.ok((await labels('plaintext', '<|>', 'file:///a/etc/conf.d/a.conf')).includes('server'));
    await assert.rejects(labels('properties', '<|>', 'file:///shop/redis.ini'));
  });
});

describe('completion in other files', () => {
  it('leaves command lines to the editor', async () => assert.deepEqual(await labels('shellscript', 'docker<|>', 'file:///shop/run.sh'), []));
});

describe('completion anywhere', () => {
  const mall = path.resolve(import.meta.dirname, '../../examples/shopping-mall');
  for (const [file, languageId] of [
    ['compose.yaml', 'dockercompose'],
    ['backend/Dockerfile', 'dockerfile'],
  ] as const) {
    it(`what is offered in the mall's ${file} fits its line, wherever one is`, async () => {
      const text = readFileSync(path.join(mall, file), 'utf8');
      for (let at = 0; at <= text.length; at += 11) {
        for (const rest of [text.slice(at), '']) {
          const { document, items } = await offered(languageId, `${text.slice(0, at)}<|>${rest}`, `file:///shop/${path.basename(file)}`);
          for (const { textEdit } of items) {
            assert.ok(textEdit && 'range' in textEdit);
            const { start, end } = textEdit.range;
            assert.equal(start.line, end.line);
            const [from, to, here] = [start, end, document.positionAt(at)].map((it) => document.offsetAt(it));
            assert.ok(from !== undefined && to !== undefined && here !== undefined && from <= here && here <= to);
          }
        }
      }
    });
  }

  const long = 100_000;
  for (const evil of [
    `services:\n${' '.repeat(long)}-<|>`,
    `k: ${'&a'.repeat(long)} x\n<|>`,
    `k${' '.repeat(long)}x\n<|>`,
    `${'- '.repeat(long)}\n<|>`,
    `"${'\\"'.repeat(long)}\n<|>`,
    `${'#\n'.repeat(long)}<|>`,
  ])
    it(`answers soon: ${JSON.stringify(evil.slice(0, 20))}`, async () => {
      const started = performance.now();
      await offered('dockercompose', evil);
      await offered('dockerfile', evil, 'file:///shop/Dockerfile');
      assert.ok(performance.now() - started < 5000);
    });
});
