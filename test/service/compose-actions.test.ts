import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { serviceIn } from '../../server/src/service/service.ts';
import { withCursor } from '../support/marks.ts';
import { worldOf } from '../support/world.ts';

const uri = 'file:///shop/docs/README.md';

async function actionsAt(marked: string, files: Readonly<Record<string, string>> = {}, creates = true, only?: readonly string[]): Promise<CodeAction[]> {
  const { text, offset } = withCursor(marked);
  const world = worldOf(files);
  const service = serviceIn({ ...world, stat: async (at) => (files[at] === undefined ? 'missing' : 'file') });
  service.documents.open(uri, 'markdown', 1, text);
  const position = TextDocument.create(uri, '', 1, text).positionAt(offset);
  return service.actions(uri, { start: position, end: position }, only, false, creates);
}

const page = '# 실습\n\n```bash\ndocker run -d \\\n  -p 8080:80 \\\n  ngi<|>nx:1.28-alpine\n```\n';
const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

describe('service/compose-actions', () => {
  it('makes a new file where there is none', async () => {
    const [action, ...rest] = await actionsAt(page);
    assert.deepEqual(rest, []);
    assert.deepEqual([action?.title, action?.kind], ['docker run을 새 컴포즈 파일 `compose.yaml`로 바꾸기', 'refactor.rewrite']);
    const [create, write] = action?.edit?.documentChanges ?? [];
    assert.deepEqual(create, { kind: 'create', uri: 'file:///shop/docs/compose.yaml', options: { overwrite: false, ignoreIfExists: false } });
    assert.match(JSON.stringify(write), /nginx:1\.28-alpine/);
  });

  it('adds to the nearest file', async () => {
    const files = { 'file:///shop/docker-compose.yml': 'services:\n  web:\n    image: a:1\n' };
    const actions = await actionsAt(page, files);
    assert.deepEqual(titles(actions), ['docker run을 `docker-compose.yml` 파일의 서비스로 더하기', 'docker run을 새 컴포즈 파일 `compose.yaml`로 바꾸기']);
    assert.deepEqual(Object.keys(actions[0]?.edit?.changes ?? {}), ['file:///shop/docker-compose.yml']);
  });

  it('makes no file where the editor cannot, or beside one that is there', async () => {
    assert.deepEqual(titles(await actionsAt(page, {}, false)), []);
    assert.deepEqual(titles(await actionsAt(page, { 'file:///shop/docs/compose.yml': 'services:\n  web:\n    image: a:1\n' })), [
      'docker run을 `compose.yml` 파일의 서비스로 더하기',
    ]);
  });

  it('offers it for docker run lines only, and where it is wanted', async () => {
    assert.deepEqual(await actionsAt('```bash\ndocker p<|>s\n```\n'), []);
    assert.deepEqual(await actionsAt('docker run ngi<|>nx\n'), []);
    assert.deepEqual(titles(await actionsAt(page, {}, true, ['quickfix'])), []);
    assert.equal((await actionsAt(page, {}, true, ['refactor'])).length, 1);
  });

  it('comes behind the cures', async () => {
    const kinds = (await actionsAt('```bash\ndocker run -d Ngi<|>nx:1.28\n```\n')).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['quickfix', 'refactor.rewrite']);
  });
});
