import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NewProjectResult } from '../../server/host/protocol.ts';
import { type Editor, startEditor } from '../support/server.ts';

describe('docker-giljabi/newProject', () => {
  let folder: string;
  let root: string;
  let editor: Editor;
  before(async () => {
    folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'giljabi-server-new-')));
    root = pathToFileURL(folder).href;
    for (const name of ['empty', 'some/web', 'some/api/src']) mkdirSync(path.join(folder, name), { recursive: true });
    writeFileSync(path.join(folder, 'some/web/package.json'), '{"dependencies":{"next":"16"}}');
    writeFileSync(path.join(folder, 'some/web/Dockerfile'), 'FROM scratch\n');
    writeFileSync(path.join(folder, 'some/api/build.gradle'), "plugins { id 'org.springframework.boot' version '3.5.0' }\n");
    editor = startEditor();
    await editor.initialize({ rootUri: root });
  });
  after(() => {
    editor.quit();
    rmSync(folder, { recursive: true });
  });
  const ask = (at: string, choices?: object) => editor.connection.sendRequest<NewProjectResult>('docker-giljabi/newProject', { folder: at, choices });

  it('suggests the whole mall for an empty folder, and writes nothing', async () => {
    const answer = await ask(`${root}/empty`);
    assert.deepEqual([answer?.choices.frontend, answer?.choices.database, answer?.existing], ['next', 'mysql', {}]);
    assert.ok(answer && answer.files.length > 15 && answer.files.every(({ kind }) => kind === 'new'));
    assert.deepEqual(readdirSync(path.join(folder, 'empty')), []);
  });
  it('takes choices, and passes over what can not be chosen', async () => {
    const answer = await ask(`${root}/empty`, { database: 'postgres', cache: 'memcached', comments: 'none' });
    assert.deepEqual([answer?.choices.database, answer?.choices.cache], ['postgres', 'redis']);
    assert.match(answer?.files.find((it) => it.path === 'docker-compose.yml')?.text ?? '', /image: postgres:/);
  });
  it('takes in what is there', async () => {
    const answer = await ask(`${root}/some`);
    assert.deepEqual(answer?.existing, { frontend: 'web/', backend: 'api/' });
    assert.deepEqual([answer?.choices.backend, answer?.choices.database], ['spring-gradle', 'none']);
    const dockerfile = answer?.files.find((it) => it.path === 'web/Dockerfile');
    assert.deepEqual([dockerfile?.kind, dockerfile?.before], ['exists', 'FROM scratch\n']);
  });
  it('what is being typed counts', async () => {
    await editor.open(`${root}/some/web/Dockerfile`, 'dockerfile', 'FROM typed\n');
    assert.equal((await ask(`${root}/some`))?.files.find((it) => it.path === 'web/Dockerfile')?.before, 'FROM typed\n');
  });
  it('says why nothing can be made', async () => {
    const answer = await ask(`${root}/empty`, { frontend: 'none', backend: 'none' });
    assert.deepEqual([answer?.unusable, answer?.files], ['proxy-to-nobody', []]);
  });
  it('two projects have no password in common', async () => {
    const passwords = async () => /^MYSQL_PASSWORD=(.+)$/m.exec((await ask(`${root}/empty`))?.files.find((it) => it.path === '.env')?.text ?? '')?.[1];
    assert.notEqual(await passwords(), await passwords());
  });
});
