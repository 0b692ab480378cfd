import assert from 'node:assert/strict';
import { type Choices, defaults, suggested } from '../../../server/src/project/new/choices.ts';
import { detect } from '../../../server/src/project/new/detect.ts';
import { judge } from '../../../server/src/service/judge.ts';
import { languageOfName } from '../../../server/src/service/languages.ts';
import { stacksIn } from '../../../server/src/service/stacks.ts';
import { projectOf, templates, textsOf } from '../../support/templates.ts';
import { filesIn } from '../../support/view.ts';

type Texts = Readonly<Record<string, string>>;

const next = JSON.stringify({ dependencies: { next: '16.0.0' } });
const gradle = (version: string, java = '17') =>
  `plugins {\n  id 'org.springframework.boot' version '${version}'\n}\njava { toolchain { languageVersion = JavaLanguageVersion.of(${java}) } }\ndependencies {\n  runtimeOnly 'com.mysql:mysql-connector-j'\n}\n`;
const pom = '<project><parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.5.0</version></parent></project>';
const express = (more: object = {}) => JSON.stringify({ main: 'app.js', dependencies: { express: '5' }, ...more });

const suggestedFor = async (files: Texts, more: Partial<Choices> = {}): Promise<Choices> => ({ ...suggested(await detect('file:///shop/', filesIn(files))), ...more });

async function made(files: Texts, more: Partial<Choices> = {}) {
  const project = await projectOf(await suggestedFor(files, more), files);
  return { ...project, texts: textsOf(project), kinds: Object.fromEntries(project.files.map(({ path, kind }) => [path, kind])) };
}

/** What our rules say of the folder once the new files are written and the existing ones are kept. */
async function findingsAfter(files: Texts): Promise<string[]> {
  const project = await made(files, { comments: 'none' });
  const all = { ...Object.fromEntries(project.files.filter(({ kind }) => kind !== 'exists').map(({ path, text }) => [path, text])), ...files };
  const view = filesIn(all);
  const failed = (rule: string, error: unknown) => assert.fail(`${rule}: ${String(error)}`);
  const stacks = stacksIn(view, async () => undefined, failed);
  const found: string[] = [];
  for (const [name, text] of Object.entries(all)) {
    const language = languageOfName(name.slice(name.lastIndexOf('/') + 1));
    found.push(
      ...(await judge(`file:///shop/${name}`, language, text, view, { profile: 'beginner', severities: {} }, failed, stacks)).map((it) => `${name}: ${it.rule} ${it.message}`),
    );
  }
  return found;
}

describe('project/new beside what is there', () => {
  const folders: Readonly<Record<string, Texts>> = {
    'Next.js with pnpm and Spring with a wrapper': {
      'web/package.json': next,
      'web/pnpm-lock.yaml': '',
      'api/build.gradle': gradle('3.2.1'),
      'api/gradlew': '',
      'api/gradle/wrapper/x': '',
      'api/src/x': '',
    },
    'Next.js with yarn at the root': { 'package.json': next, 'yarn.lock': '', 'public/a.png': '' },
    'Next.js with a newer yarn': { 'package.json': next, 'yarn.lock': '', '.yarnrc.yml': '' },
    'an older Spring': { 'pom.xml': pom.replace('3.5.0', '2.7.18'), mvnw: '', '.mvn/wrapper/x': '', 'src/x': '' },
    'Spring of today': { 'server/pom.xml': pom, 'server/src/x': '', 'server/src/main/resources/application.properties': 'server.port=9090\n' },
    'Spring on Java 25': { 'build.gradle': gradle('3.5.0', '25'), 'src/x': '' },
    'Express without a lock file': { 'package.json': express(), 'app.js': 'app.listen(4000);\n' },
    'Express in TypeScript': {
      'api/package.json': express({ scripts: { build: 'tsc', start: 'node dist/app.js' } }),
      'api/package-lock.json': '{}',
      'web/package.json': JSON.stringify({ devDependencies: { vite: '8' } }),
      'web/pnpm-lock.yaml': '',
    },
    'Express with pnpm': { 'package.json': express(), 'pnpm-lock.yaml': '', 'app.js': '' },
    'Express with yarn': { 'package.json': express(), 'yarn.lock': '', 'app.js': '' },
  };
  for (const [name, files] of Object.entries(folders)) it(`no rule finds anything: ${name}`, async () => assert.deepEqual(await findingsAfter(files), []));

  it('adds no application where there is one', async () => {
    const { kinds } = await made({ 'web/package.json': next, 'api/pom.xml': pom, 'api/src/x': '' });
    assert.deepEqual(Object.keys(kinds).sort(), [
      '.gitignore',
      'api/.dockerignore',
      'api/Dockerfile',
      'docker-compose.yml',
      'nginx/.dockerignore',
      'nginx/Dockerfile',
      'nginx/default.conf',
      'web/.dockerignore',
      'web/Dockerfile',
      'web/public/.gitkeep',
    ]);
  });
  it('takes versions, ports and the package manager over', async () => {
    const { texts } = await made(folders['Next.js with pnpm and Spring with a wrapper'] ?? {});
    assert.match(texts['web/Dockerfile'] ?? '', /pnpm install --frozen-lockfile[\s\S]*"node_modules\/next\/dist\/bin\/next", "start"/);
    assert.match(texts['api/Dockerfile'] ?? '', /FROM eclipse-temurin:17-jdk[\s\S]*\.\/gradlew[\s\S]*layertools[\s\S]*loader\.launch\.JarLauncher/);
    assert.match((await made(folders['Spring of today'] ?? {})).texts['docker-compose.yml'] ?? '', /build: \.\/server[\s\S]*9090:9090/);
    assert.match((await made(folders['Express in TypeScript'] ?? {})).texts['api/Dockerfile'] ?? '', /RUN npm run build[\s\S]*CMD \["node", "dist\/app.js"\]/);
  });
  it('the whole mall beside a folder of another kind keeps its own folders', async () => {
    const { texts } = await made({ 'web/package.json': JSON.stringify({ devDependencies: { vite: '8' } }) }, { frontend: 'next' });
    assert.ok(texts['frontend/app/page.jsx'] && !texts['web/Dockerfile']);
    const taken = await made({ 'frontend/package.json': JSON.stringify({ devDependencies: { vite: '8' } }) }, { frontend: 'next' });
    assert.ok(taken.texts['next/app/page.jsx'] && !Object.keys(taken.texts).some((name) => name.startsWith('frontend/')));
    assert.match(taken.texts['docker-compose.yml'] ?? '', /build: \.\/next /);
  });

  it('says of every file that is there that it is there, and keeps its text', async () => {
    const all = textsOf(await projectOf(defaults));
    const files = Object.fromEntries(Object.keys(all).map((path) => [path, path.endsWith('.json') ? next : 'mine\n']));
    const { files: again } = await projectOf(defaults, files);
    for (const { path, kind, before, text } of again) {
      assert.equal(before, files[path], path);
      if (kind === 'adds') assert.ok(text.startsWith('mine\n') && /^(?:\.gitignore|\.env(?:\.example)?)$/.test(path), path);
      else assert.equal(kind, 'exists', path);
    }
  });
  it('has nothing to say where all is there', async () => {
    const once = textsOf(await projectOf({ ...defaults, database: 'none' }));
    const { 'frontend/package.json': _, 'backend/build.gradle': _2, ...files } = once;
    assert.deepEqual(
      (await projectOf({ ...defaults, database: 'none' }, files)).files.map(({ path, kind }) => `${kind} ${path}`),
      ['new frontend/package.json', 'new backend/build.gradle'],
    );
  });
  it('adds to .env and .gitignore what they lack, at the end', async () => {
    const { texts, kinds } = await made(
      {
        '.env': 'MYSQL_PASSWORD=mine\nOTHER=1',
        '.gitignore': '/node_modules\n.env*\n',
        '.env.example': 'MYSQL_DATABASE=a\nMYSQL_USER=b\nMYSQL_PASSWORD=\nexport MYSQL_ROOT_PASSWORD=\n',
      },
      { comments: 'none' },
    );
    assert.equal(texts['.env'], 'MYSQL_PASSWORD=mine\nOTHER=1\nMYSQL_DATABASE=shop\nMYSQL_USER=shop\nMYSQL_ROOT_PASSWORD=password2\n');
    assert.equal(texts['.gitignore'], '/node_modules\n.env*\nfrontend/node_modules/\nfrontend/.next/\nbackend/build/\nbackend/.gradle/\n');
    assert.deepEqual([kinds['.env'], kinds['.gitignore'], kinds['.env.example']], ['adds', 'adds', undefined]);
  });
  it('names a second compose file', async () => {
    assert.match((await made({ 'compose.yaml': '' }, { file: 'docker-compose.yml' })).page, /`compose\.yaml` 파일도 있어/);
    assert.doesNotMatch((await made({ 'compose.yaml': '' })).page, /파일도 있어/);
  });
  it('the same choices make the same files, but for the passwords', async () => {
    assert.deepEqual(await projectOf(defaults), await projectOf(defaults));
    assert.ok(templates['root/compose.yaml']);
  });
});
