import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');

describe('dist/cli.js config', () => {
  let folder: string;
  before(() => {
    folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'giljabi-config-')));
    const put = (name: string, text: string) => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    };
    put('mall/compose.yaml', 'services:\n  web:\n    image: nginx:${TAG}\n    volumes: ["./html:/html"]\n    environment:\n      PRICE: 5$$\n      ANSWER: "yes"\n');
    put('mall/compose.override.yaml', 'services:\n  web:\n    tty: true\n  debug:\n    image: busybox:1\n    profiles: [dev]\n');
    put('mall/.env', 'TAG=1.28\n');
    put('wrong/compose.yaml', 'services:\n  web:\n    image: nginx:1.28\n    port: [80]\n');
    put('lost/compose.yaml', 'services:\n  web:\n    image: nginx:1.28\n    extends: {file: base.yaml, service: web}\n');
    put('lost/base.yaml', 'services:\n  web:\n    extends: {file: no.yaml, service: web}\n');
    put('asks/compose.yaml', 'services:\n  web:\n    image: nginx:1.28\n    hostname: ${TOKEN:?.env에 적으세요}\n');
    put('later/compose.yaml', 'services:\n  web:\n    image: nginx:1.28\n    restart: alway\n');
    put('unset/compose.yaml', 'services:\n  web:\n    image: nginx:1.28\n    hostname: $NOBODY_SETS_THIS\n');
    mkdirSync(path.join(folder, 'empty'));
  });
  after(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]) => spawnSync(process.execPath, [cli, 'config', ...args], { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH } });

  it('prints the whole project', () => {
    const { status, stdout, stderr } = run('mall');
    assert.deepEqual([status, stderr], [0, '']);
    assert.equal(
      stdout,
      [
        'name: mall',
        'services:',
        '  web:',
        '    environment:',
        '      ANSWER: "yes"',
        '      PRICE: "5$$"',
        '    image: nginx:1.28',
        '    networks:',
        '      default: null',
        '    tty: true',
        '    volumes:',
        '      - type: bind',
        `        source: ${folder}/mall/html`,
        '        target: /html',
        '        bind:',
        '          create_host_path: true',
        'networks:',
        '  default:',
        '    name: mall_default',
        '',
      ].join('\n'),
    );
  });
  it('says where values come from', () => {
    const { stdout } = run('--sources', 'mall');
    assert.match(stdout, /image: nginx:1\.28 # mall\/compose\.yaml:3, TAG mall\/\.env:1\n/);
    assert.match(stdout, /tty: true # mall\/compose\.override\.yaml:3\n/);
    assert.match(stdout, / {4}name: mall_default\n/);
  });
  it('prints JSON, with sources beside it', () => {
    assert.equal(JSON.parse(run('--format', 'json', 'mall').stdout).services.web.environment.PRICE, '5$$');
    const sources = JSON.parse(run('--format=json', '--sources', 'mall').stdout)['x-sources'];
    assert.equal(sources['/services/web/environment/PRICE'], 'mall/compose.yaml:6');
  });
  it('switches profiles on', () => assert.deepEqual(Object.keys(JSON.parse(run('--format', 'json', '--profile', 'dev', 'mall').stdout).services), ['debug', 'web']));
  it('reads a file alone, and several as one project', () => {
    assert.equal(JSON.parse(run('--format', 'json', 'mall/compose.yaml').stdout).services.web.tty, undefined);
    assert.equal(JSON.parse(run('--format', 'json', 'mall/compose.yaml', 'mall/compose.override.yaml').stdout).services.web.tty, true);
  });
  it('says what Docker refuses, as check does', () => {
    const { status, stdout, stderr } = run('wrong');
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /wrong\/compose\.yaml[\s\S]*use-known-keys/);
    assert.match(run('lost').stderr, /lost\/base\.yaml[\s\S]*`no\.yaml`[\s\S]*extend-existing-services/);
  });
  it('says what only the whole project has wrong', () => {
    const { status, stdout, stderr } = run('asks');
    assert.deepEqual([status, stdout, stderr], [1, '', 'asks/compose.yaml:4: ‘TOKEN’ 변수에 값이 없습니다. .env에 적으세요\n']);
  });
  it('prints what only fails later, and says so', () => {
    const { status, stdout, stderr } = run('later');
    assert.equal(status, 0);
    assert.match(stdout, /restart: alway\n/);
    assert.match(stderr, /use-known-restart-policies/);
  });
  it('warns', () => assert.deepEqual([run('unset').status, run('unset').stderr], [0, 'unset/compose.yaml:4: ‘NOBODY_SETS_THIS’ 변수에 값이 없어 빈 글자로 바뀝니다.\n']));
  it('ends with 2 where it can not read', () => {
    for (const args of [['nowhere'], ['empty'], ['--format', 'xml'], ['--what'], ['mall', 'wrong']]) {
      const { status, stdout, stderr } = run(...args);
      assert.deepEqual([status, stdout, stderr.trim().split('\n').length], [2, '', 1], args.join(' '));
    }
  });
});
