import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');

describe('dist/cli.js check', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'giljabi-check-'));
    const put = (name: string, text: string | Uint8Array) => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    };
    put('compose.yaml', 'services:\n  web:\n    image: nginx:1.28-alpine\n    port: ["80:80"]\n');
    put('good/docker-compose.yml', 'services:\n  web:\n    image: nginx:1.28-alpine\n    env_file: web.env\n');
    put('good/web.env', 'A=1\n');
    put('node_modules/x/compose.yaml', 'services: 1\n');
    put('ignored/compose.yaml', 'services: 1\n');
    put('.gitignore', 'ignored/\n');
    put('old/compose.yaml', new Uint8Array([0x23, 0xb0, 0xa1, 0x0a]));
    symlinkSync(folder, path.join(folder, 'loop'));
  });
  after(() => rmSync(folder, { recursive: true }));
  const run = (args: readonly string[], input?: string) =>
    spawnSync(process.execPath, [cli, 'check', ...args], { cwd: folder, encoding: 'utf8', ...(input !== undefined && { input }) });

  it('looks through a folder, but not where nobody wants it', () => {
    const { status, stdout } = run(['--format', 'json']);
    const { files, problems } = JSON.parse(stdout);
    // The env file that a compose file points at is one of them.
    assert.deepEqual([status, files], [1, 4]);
    assert.deepEqual(
      problems.map(({ path: where, rule }: { path: string; rule: string }) => [where, rule]),
      [
        ['compose.yaml', 'use-known-keys'],
        ['old/compose.yaml', 'save-as-utf-8'],
      ],
    );
  });
  it('ends with 0 where nothing is wrong', () => assert.deepEqual([run(['good']).status, run(['good']).stdout], [0, '파일 2개에서 고칠 곳을 찾지 못했습니다.\n']));
  it('shows how it is used where that is asked', () => {
    for (const option of ['--help', '-h']) {
      const { status, stdout } = run([option]);
      assert.deepEqual([status, stdout.split('\n')[0]], [0, '사용법: docker-giljabi <명령>']);
    }
  });
  it('reads standard input', () => assert.match(run(['--as', 'compose', '-'], 'services:\n  a:\n    image: x:1\n    volumes: [data:/d]\n').stdout, /declare-volumes/));
  it('says in one line what can not be read', () => {
    for (const args of [['nowhere.yaml'], ['-'], ['--format', 'xml']]) {
      const { status, stdout, stderr } = run(args, 'hello');
      assert.deepEqual([status, stdout, stderr.trim().split('\n').length], [2, '', 1]);
    }
  });
  it('fails on what it is told to', () => {
    const warned = ['--as', 'compose', '-'];
    const input = 'version: "3"\nservices:\n  a:\n    image: nginx:1.28-alpine\n';
    assert.deepEqual(
      [run(warned, input).status, run([...warned, '--fail-on', 'hint'], input).status, run([...warned, '--fail-on', 'hint', '--profile', '실무'], input).status],
      [0, 1, 0],
    );
  });
  it('lists the rules', () => {
    const { stdout } = spawnSync(process.execPath, [cli, 'rules', '--format', 'json'], { encoding: 'utf8' });
    const rules: { id: string; scope: string; title: string }[] = JSON.parse(stdout);
    assert.ok(rules.length > 80 && rules.every(({ title }) => /[가-힣]/.test(title)));
    assert.equal(rules.find(({ id }) => id === 'create-env-files')?.scope, 'project');
  });
  it('explains a rule', () => assert.match(spawnSync(process.execPath, [cli, 'explain', 'declare-volumes'], { encoding: 'utf8' }).stdout, /^# 서비스가 쓰는 볼륨/));
});
