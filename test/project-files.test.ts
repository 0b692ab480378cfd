import assert from 'node:assert/strict';
import { takesEnvFile } from '../server/src/project/git-ignore.ts';
import { installsIn } from '../server/src/project/node-modules.ts';
import { filesIn } from './support/view.ts';

describe('project/git-ignore', () => {
  const check = (ignored: string | undefined, taken: boolean) =>
    it(`${JSON.stringify(ignored)} → ${taken ? 'takes' : 'leaves'} .env`, async () => {
      const files = filesIn({ '.git/HEAD': 'ref', ...(ignored !== undefined && { '.gitignore': ignored }) });
      assert.equal(await takesEnvFile('file:///shop/', files), taken);
    });

  check(undefined, true);
  check('node_modules/\n.env.local\n.env.*\n', true);
  check('.env\n', false);
  check('  /.env\r\n', false);
  check('.env*\n!.env.example\n', false);
  check('*.env\n', false);
  check('.env\n!.env\n', true);

  it('looks above', async () => {
    const above = { '.git/HEAD': 'ref', 'api/compose.yaml': '' };
    assert.equal(await takesEnvFile('file:///shop/api/', filesIn({ ...above, '.gitignore': '.env\n' })), false);
    assert.equal(await takesEnvFile('file:///shop/api/', filesIn({ ...above, '.gitignore': '/.env\n' })), true);
    assert.equal(await takesEnvFile('file:///shop/api/', filesIn({ ...above, '.gitignore': 'api/.env\n' })), false);
  });

  it('says nothing of a folder that is in no repository', async () => assert.equal(await takesEnvFile('file:///shop/', filesIn({ '.gitignore': '' })), false));
});

describe('project/node-modules', () => {
  const check = (dockerfile: string, folder: string | undefined) =>
    it(`${dockerfile.replaceAll('\n', '⏎')} → ${folder ?? 'nowhere'}`, () => assert.equal(installsIn(dockerfile), folder));

  check('FROM node\nWORKDIR /app\nRUN npm ci', '/app');
  check('FROM node\nWORKDIR /usr\nWORKDIR src/app/\nRUN yarn install --frozen-lockfile', '/usr/src/app');
  check('FROM node\nWORKDIR /app\nRUN yarn', '/app');
  check('FROM node\nWORKDIR /app\nRUN npm install -g pnpm', undefined);
  check('FROM node\nWORKDIR $APP\nRUN npm ci', undefined);
  check('FROM node\nWORKDIR /app\nRUN npm run build', undefined);
});
