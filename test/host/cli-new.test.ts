import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dist } from '../support/server.ts';

describe('dist/cli.js new', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'giljabi-new-')));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]) => spawnSync(process.execPath, [dist('cli.js'), ...args], { cwd: folder, encoding: 'utf8' });
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const put = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };

  it('makes the whole mall, which check has nothing to say of', () => {
    const { status, stdout, stderr } = run('new', '쇼핑몰', 'shop');
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /새로 만듦 +docker-compose\.yml/);
    for (const command of ['docker compose build', 'docker compose config', 'docker compose up -d --build --wait', 'docker compose ps'])
      assert.ok(stdout.includes(`\n${command}\n`), command);
    assert.match(stdout, /## 1\.[\s\S]*## 2\.[\s\S]*## 3\.[\s\S]*## 4\.[\s\S]*볼륨 — docker-giljabi explain concept\/volume/);
    assert.match(read('shop/.env'), /^MYSQL_PASSWORD=[a-z2-9]{24}$/m);
    assert.ok(!read('shop/.env.example').includes(/^MYSQL_PASSWORD=(.*)$/m.exec(read('shop/.env'))?.[1] ?? ''));
    const { files, problems } = JSON.parse(run('check', '--format', 'json', '--fail-on', 'hint', 'shop').stdout);
    assert.deepEqual([files > 5, problems], [true, []]);
    assert.equal(run('config', 'shop').status, 0);
  });
  it('takes a stack and options', () => {
    const { status, stdout } = run('new', 'vite+express+postgres', '--purpose', '운영', '--comments', 'none', '--file', 'compose.yaml', '--proxy=nginx');
    assert.equal(status, 0);
    assert.match(stdout, /쓰임새: 운영/);
    assert.match(read('compose.yaml'), /internal: true/);
    assert.doesNotMatch(read('compose.yaml'), /#|redis/);
  });
  it('writes nothing in a dry run', () => {
    const { status, stdout } = run('new', 'mall', 'shop', '--dry-run');
    assert.deepEqual([status, existsSync(path.join(folder, 'shop'))], [0, false]);
    assert.match(stdout, /아직 아무것도 쓰지 않았습니다/);
  });
  it('keeps what is there, says so, and takes it when it is named', () => {
    put('web/package.json', '{"dependencies":{"next":"16"}}');
    put('web/Dockerfile', 'FROM scratch\n');
    put('.gitignore', 'dist\n');
    const { status, stdout, stderr } = run('new');
    assert.deepEqual([status, read('web/Dockerfile')], [1, 'FROM scratch\n']);
    assert.match(stdout, /그대로 둠 +web\/Dockerfile/);
    assert.match(stderr, /--force web\/Dockerfile\n$/);
    assert.match(read('.gitignore'), /^dist\n[\s\S]*\n\.env\n/);
    assert.equal(run('new', '--force', './web/Dockerfile').status, 0);
    assert.match(read('web/Dockerfile'), /^# syntax=/);
    assert.equal(read('web/package.json'), '{"dependencies":{"next":"16"}}');
  });
  it('asked again it changes nothing', () => {
    run('new', 'mysql+redis', '--comments', 'short');
    const before = read('.env');
    const { status } = run('new', 'mysql+redis', '--comments', 'short');
    assert.deepEqual([status, read('.env')], [0, before]);
  });
  it('ends with 2 and one Korean line where it is used wrongly', () => {
    put('file', '');
    for (const args of [['no-stack', 'here'], ['mall', 'a', 'b'], ['--frontend', 'angular'], ['--what'], ['nginx'], ['mall', 'file'], ['mall', '--force', 'x']]) {
      const { status, stdout, stderr } = run('new', ...args);
      assert.deepEqual([status, stdout, stderr.trim().split('\n').length], [2, '', 1], args.join(' '));
      assert.match(stderr, /[가-힣]/);
    }
  });
});
