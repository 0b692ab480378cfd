import assert from 'node:assert/strict';
import { defaultSettings } from '../../server/src/core/check.ts';
import { Documents } from '../../server/src/service/documents.ts';
import { judge } from '../../server/src/service/judge.ts';
import { problemsIn } from '../../server/src/service/problems.ts';
import { stacksIn } from '../../server/src/service/stacks.ts';
import { filesIn } from '../support/view.ts';

type Folder = Readonly<Record<string, string>>;

const failed = (_: string, error: unknown) => {
  throw error;
};

/** A service `web` that is built in the folder `web`, of a Dockerfile on Node.js with its own `package.json`. */
const web = (dockerfile: string, more: Folder = {}, compose = ''): Folder => ({
  'compose.yaml': `services:\n  web:\n    build: ./web\n${compose}`,
  'web/package.json': '{ "scripts": { "dev": "vite", "build": "vite build", "start": "node ." } }',
  'web/Dockerfile': `FROM node:24-alpine\nWORKDIR /app\n${dockerfile}\n`,
  ...more,
});

async function saidBy(rule: string, files: Folder, name: string): Promise<string[]> {
  const text = files[name] ?? '';
  const found = await judge(`file:///shop/${name}`, undefined, text, filesIn(files), defaultSettings, failed);
  return found.filter((it) => it.rule === rule).map(({ at }) => text.slice(at.start, at.end));
}

describe('project/stack: build contexts', () => {
  const check = (rule: string, what: string, files: Folder, expected: readonly string[], name = 'web/Dockerfile') =>
    it(`${rule}: ${what}`, async () => assert.deepEqual(await saidBy(rule, files, name), expected));

  describe('without a compose file', () => {
    const alone = (dockerfile: string, more: Folder = {}): Folder => ({
      'package.json': '{ "scripts": { "start": "node ." } }',
      Dockerfile: `FROM node:24-alpine\n${dockerfile}\n`,
      ...more,
    });
    check('copy-the-lock-file', 'a file that is copied lies beside it', alone('COPY package.json ./\nRUN npm ci'), ['ci'], 'Dockerfile');
    check('run-scripts-of-package-json', 'an ignore file lies beside it', alone('COPY . .\nRUN npm run strat', { '.dockerignore': 'node_modules\n' }), ['strat'], 'Dockerfile');
    check('copy-files-that-reach-the-build', 'what is ignored', alone('COPY package.json ./', { '.dockerignore': 'package.json\n' }), ['package.json'], 'Dockerfile');
    check('copy-existing-files', 'the context may be another folder', alone('COPY api/src ./'), [], 'Dockerfile');
    check('give-used-build-args', 'somebody gives it by hand', alone('ARG KEY\nCOPY package.json ./\nRUN echo $KEY'), [], 'Dockerfile');
  });

  describe('sources', () => {
    const rule = 'copy-existing-files';
    check(rule, 'a folder in a folder', web('COPY src/mian ./', { 'web/src/main/a.js': '' }), ['src/mian']);
    check(rule, 'case counts', web('COPY Package.json ./'), ['Package.json']);
    check(rule, 'a wildcard in a folder that is not there', web('COPY sorce/*.js ./', { 'web/source/a.js': '' }), ['sorce/*.js']);
    check(rule, 'a wildcard that takes nothing', web('COPY *.lock package*.json ./'), []);
    check(rule, 'other stages, addresses, heredocs', web('COPY --from=x a b ./\nADD https://a.example/x.txt ./\nCOPY <<EOF /x\na\nEOF'), []);
    check(rule, 'what the computer builds', web('COPY dist ./dist\nCOPY target/*.jar app.jar\nCOPY .env ./'), []);
    check(
      rule,
      'two contexts for one Dockerfile',
      {
        'compose.yaml': 'services:\n  a:\n    build: { context: ., dockerfile: web/Dockerfile }\n  b:\n    build: ./web\n',
        'web/Dockerfile': 'FROM nginx:1.28-alpine\nCOPY site /x\n',
        'web/site/index.html': '',
      },
      [],
    );
    check('copy-files-that-reach-the-build', 'all but some', web('COPY package.json src ./', { 'web/.dockerignore': '*\n!src\n', 'web/src/a.js': '' }), ['package.json']);
    check('copy-files-that-reach-the-build', "the Dockerfile's own list", web('COPY package.json ./', { 'web/.dockerignore': '*\n', 'web/Dockerfile.dockerignore': 'x\n' }), []);
  });

  describe('package managers', () => {
    const rule = 'run-scripts-of-package-json';
    check(rule, 'npm', web('COPY . .\nRUN npm run lint && npm test'), ['lint', 'test']);
    check(rule, 'only by a name that is near', web('COPY . .\nRUN yarn run biuld; pnpm run tsc'), ['biuld']);
    check(rule, 'Yarn and pnpm run scripts by their names', web('COPY . .\nRUN yarn && yarn bulid && pnpm add x && pnpm deva && yarn tsc'), ['bulid', 'deva']);
    check(rule, 'what may fail', web('COPY . .\nRUN npm run lint || true\nRUN if [ -f x ]; then npm run y; fi'), []);
    check(rule, 'another folder', web('COPY client/package.json ./client/\nCOPY package.json ./\nRUN npm --prefix client run x && cd client && npm run x'), []);
    check(rule, 'no package.json of the context', web('COPY client/package.json ./\nRUN npm run x'), []);
    const last = 'WORKDIR /srv\nCOPY --from=0 /app ./\nCMD ["npm", "run", "prod"]';
    check(rule, 'handed on', web(`COPY . .\nFROM node:24-alpine\n${last}`), ['"prod"']);
    check(rule, 'handed on by a stage that has another', web(`COPY client ./\nFROM node:24-alpine\n${last}`), []);
    check('copy-the-lock-file', 'pnpm', web('COPY package.json ./\nRUN pnpm i --frozen-lockfile', { 'web/pnpm-lock.yaml': '' }), ['i']);
    check('copy-the-lock-file', 'made before', web('COPY package.json ./\nRUN npm install --package-lock-only && npm ci'), []);
    check('copy-the-lock-file', 'from another stage', web('COPY package.json ./\nCOPY --from=x /a/package-lock.json ./\nRUN npm ci', { 'web/package-lock.json': '' }), []);
    check('let-vite-listen-outside', 'no port is published', web('COPY . .\nCMD npm run dev'), []);
    check('let-vite-listen-outside', 'behind a build', web('COPY . .\nCMD npm run dev', {}, '    ports: ["80:5173"]\n'), ['dev']);
    check('let-vite-listen-outside', 'Yarn', web('COPY . .\nCMD ["yarn", "dev"]', {}, '    ports: ["80:5173"]\n'), ['"dev"']);
    check('let-vite-listen-outside', 'it is told already', web('COPY . .\nCMD ["npm", "run", "dev", "--", "--host"]', {}, '    ports: ["80:5173"]\n'), []);
    check('let-vite-listen-outside', 'Compose runs something else', web('COPY . .\nCMD npm run dev', {}, '    ports: ["80:5173"]\n    command: npm run start\n'), []);
  });

  describe('programs that are mounted', () => {
    const mounted = (command: string, more: Folder = {}): Folder => ({
      'compose.yaml': `services:\n  web:\n    image: node:24-alpine\n    working_dir: /app\n    volumes: [./web:/app/]\n    ports: ["80:5173"]\n    command: ${command}\n`,
      'web/package.json': '{ "scripts": { "dev": "vite" } }',
      ...more,
    });
    const rule = 'run-scripts-of-package-json';
    check(rule, 'one line', mounted('npm run serve'), ['serve'], 'compose.yaml');
    check(rule, 'through a shell', mounted('sh -c "npm install && npm run serve"'), ['serve'], 'compose.yaml');
    check(rule, 'as a list', mounted('[sh, -c, npm install && npm run serve]'), ['serve'], 'compose.yaml');
    check(rule, 'elsewhere', mounted('sh -c "cd x && npm run serve"'), [], 'compose.yaml');
    check('let-vite-listen-outside', 'through a shell', mounted('sh -c "npm install && npm run dev"'), ['dev'], 'compose.yaml');
    check('let-vite-listen-outside', 'its settings say so', mounted('npm run dev', { 'web/vite.config.ts': 'export default { server: { host } }' }), [], 'compose.yaml');
  });

  describe('scripts', () => {
    const rule = 'start-scripts-linux-can-run';
    const crlf = { 'web/run/start.sh': '#!/bin/sh\r\nexec node .\r\n' };
    check(rule, 'in a folder that is copied', web('COPY run /opt/run/\nCMD ["/opt/run/start.sh"]', crlf), ['"/opt/run/start.sh"']);
    check(rule, 'given to a shell', web('COPY run/start.sh .\nCMD sh start.sh', crlf), ['start.sh']);
    check(rule, 'mended', web("COPY run/start.sh .\nRUN sed -i 's/\\r$//' start.sh\nCMD ./start.sh", crlf), []);
    check(rule, 'mounted from elsewhere', web('CMD ["/start.sh"]', crlf), []);
    check(rule, 'a wrapper', web('COPY . .\nRUN ./gradlew build', { 'web/gradlew': '#!/bin/sh\r\n' }), ['./gradlew']);
  });
});

describe('project/stack: changes', () => {
  it('a file that appears in a context is looked at', async () => {
    const files: Record<string, string> = { ...web('COPY . .\nRUN npm ci') };
    const uri = 'file:///shop/web/Dockerfile';
    const documents = new Documents();
    documents.open(uri, 'dockerfile', 1, files['web/Dockerfile'] ?? '');
    const disk = filesIn(files);
    const problems = problemsIn(
      documents,
      disk,
      stacksIn(
        disk,
        async () => undefined,
        failed,
        () => Object.keys(files).join(),
      ),
      failed,
    );
    const rules = async () => (await problems.of(uri))?.reported.map(({ rule }) => rule) ?? [];
    assert.ok((await rules()).includes('copy-the-lock-file'));
    files['web/package-lock.json'] = '{}';
    assert.deepEqual(await problems.changed('file:///shop/web/package-lock.json', 'file'), [uri]);
    assert.ok(!(await rules()).includes('copy-the-lock-file'));
  });
});
