import assert from 'node:assert/strict';
import { modelOf } from '../server/src/compose/model.ts';
import { parse } from '../server/src/compose/parse.ts';
import { loadProject } from '../server/src/project/load.ts';
import { resolvePath } from '../server/src/project/paths.ts';
import { filesIn } from './support/view.ts';

const load = async (around: Readonly<Record<string, string>>, name = 'compose.yaml') => loadProject(`file:///shop/${name}`, modelOf(parse(around[name] ?? '')), filesIn(around));

describe('project/load', () => {
  it('follows extends through files, and says what is not there', async () => {
    const { view } = await load({
      'compose.yaml':
        'services:\n  a:\n    extends: {file: base/b.yaml, service: x}\n  b:\n    extends: {file: base/b.yaml, service: zz}\n  c:\n    extends: {file: nope.yaml, service: x}\n',
      'base/b.yaml': 'services:\n  x:\n    extends: {file: c.yaml, service: y}\n    tty: true\n',
      'base/c.yaml': 'services:\n  y:\n    image: nginx\n',
    });
    assert.deepEqual([...(view.extended('base/b.yaml', 'x')?.keys ?? [])].sort(), ['extends', 'image', 'tty']);
    assert.deepEqual([view.extended('base/b.yaml', 'zz')?.found, view.extended('nope.yaml', 'x')?.found], ['no-service', 'no-file']);
  });
  it('a circle of files ends', async () => {
    const { view } = await load({
      'compose.yaml': 'include: [a.yaml]\nservices:\n  a:\n    extends: {file: a.yaml, service: x}\n',
      'a.yaml': 'include: [compose.yaml, a.yaml]\nservices:\n  x:\n    extends: {file: a.yaml, service: x}\n',
    });
    assert.deepEqual([...view.namesIn('services')].sort(), ['a', 'x']);
  });
  it('takes names from what is included and from the override', async () => {
    const { view } = await load({
      'compose.yaml': 'include:\n  - path: infra/db.yaml\nservices:\n  web:\n    image: nginx\n',
      'infra/db.yaml': 'services:\n  db:\n    image: mysql\nvolumes:\n  data:\n',
      'compose.override.yaml': 'services:\n  debug:\n    image: busybox\n',
    });
    assert.deepEqual([[...view.namesIn('services')].sort(), [...view.namesIn('volumes')], view.partial], [['db', 'debug'], ['data'], false]);
  });
  it('an override is a part', async () =>
    assert.equal((await load({ 'compose.yaml': 'services: {}\n', 'compose.override.yaml': 'services: {}\n' }, 'compose.override.yaml')).view.partial, true));
  it('knows env files and what it looked at', async () => {
    const { view, files } = await load({ 'compose.yaml': 'services:\n  a:\n    env_file: [a.env, b.env]\n', 'a.env': 'A=1\n', '.env': 'TAG=2\n' });
    assert.deepEqual([view.kindAt('a.env'), view.kindAt('b.env'), view.envFile('a.env')?.get('A'), view.variable('TAG')?.value], ['file', 'missing', '1', '2']);
    assert.ok(files.has('file:///shop/b.env') && files.has('file:///shop/.env'));
  });
  it('paths of one machine', () => {
    const at = (path: string) => resolvePath('file:///shop/', path);
    assert.deepEqual(['./a b', '../x', '/etc/x', '..\\y', '~/x', '${A}/x', 'https://x/y.git', 'C:\\x'].map(at), [
      'file:///shop/a%20b',
      'file:///x',
      'file:///etc/x',
      'file:///y',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
