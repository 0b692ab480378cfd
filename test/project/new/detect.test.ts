import assert from 'node:assert/strict';
import { suggested } from '../../../server/src/project/new/choices.ts';
import { detect } from '../../../server/src/project/new/detect.ts';
import { filesIn } from '../../support/view.ts';

const detected = (files: Readonly<Record<string, string>>) => detect('file:///shop/', filesIn(files));

const manifest = (dependencies: Readonly<Record<string, string>>, more: object = {}) => JSON.stringify({ dependencies, ...more });
const next = manifest({ next: '16.0.0' });
const gradle =
  "plugins {\n  id 'org.springframework.boot' version '3.2.1'\n}\njava { toolchain { languageVersion = JavaLanguageVersion.of(17) } }\ndependencies {\n  implementation 'org.springframework.boot:spring-boot-starter-data-redis'\n  runtimeOnly 'org.postgresql:postgresql'\n}\n";
const pom =
  '<project><parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.5.0</version></parent><properties><java.version>21</java.version></properties><dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-actuator</artifactId></dependency><dependency><groupId>com.mysql</groupId><artifactId>mysql-connector-j</artifactId></dependency></dependencies></project>';

describe('project/new/detect', () => {
  it('finds nothing in an empty folder, and suggests the whole mall', async () => {
    const found = await detected({});
    assert.deepEqual([found.frontend, found.backend, found.compose, suggested(found).frontend, suggested(found).cache], [undefined, undefined, undefined, 'next', 'redis']);
  });
  it('finds Next.js with its package manager', async () => {
    const { frontend } = await detected({ 'web/package.json': next, 'web/pnpm-lock.yaml': '', 'web/next.config.mjs': "export default { output: 'standalone' };\n" });
    assert.deepEqual(frontend, { folder: 'web/', manager: 'pnpm', node: '24', kind: 'next', standalone: true, hasPublic: false, port: '3000' });
  });
  for (const [names, manager] of [
    [['package-lock.json'], 'npm'],
    [['yarn.lock'], 'yarn'],
    [['yarn.lock', '.yarnrc.yml'], 'yarn-berry'],
    [[], 'none'],
  ] as const) {
    it(`${names.join(' and ') || 'no lock file'} means ${manager}`, async () => {
      assert.equal((await detected({ 'package.json': next, ...Object.fromEntries(names.map((name) => [name, ''])) })).frontend?.manager, manager);
    });
  }
  for (const [engines, node] of [
    ['>=20', '24'],
    ['22.x', '22'],
    ['^20.11.0', '20'],
    ['18', '24'],
  ] as const) {
    it(`Node ${engines} runs on ${node}`, async () =>
      assert.equal((await detected({ 'package.json': manifest({ next: '1' }, { engines: { node: engines } }) })).frontend?.node, node));
  }
  it('finds Spring Boot built with Gradle: its Java, its version, its drivers, its port', async () => {
    const { backend } = await detected({
      'api/build.gradle': gradle,
      'api/gradlew': '',
      'api/gradle/wrapper/gradle-wrapper.properties': '',
      'api/src/main/resources/application.yml': 'server:\n  port: 9090\n',
    });
    assert.deepEqual(backend, {
      kind: 'spring-gradle',
      folder: 'api/',
      java: '17',
      springBoot: '3.2.1',
      wrapper: true,
      actuator: false,
      port: '9090',
      clients: { database: 'postgres', redis: true },
    });
  });
  it('finds Spring Boot built with Maven', async () => {
    const { backend } = await detected({ 'pom.xml': pom, 'src/main/java/A.java': '' });
    assert.deepEqual(backend, {
      kind: 'spring-maven',
      folder: '',
      java: '21',
      springBoot: '3.5.0',
      wrapper: false,
      actuator: true,
      port: '8080',
      clients: { database: 'mysql', redis: false },
    });
  });
  it('finds Express: its entry, its port, its drivers', async () => {
    const { backend } = await detected({
      'server/package.json': manifest({ express: '5', pg: '8', redis: '5' }, { scripts: { start: 'node --enable-source-maps src/app.js' } }),
      'server/src/app.js': 'app.listen(process.env.PORT || 4000);\n',
    });
    assert.deepEqual(backend, {
      kind: 'express',
      folder: 'server/',
      manager: 'none',
      node: '24',
      entry: 'src/app.js',
      built: false,
      port: '4000',
      clients: { database: 'postgres', redis: true },
    });
  });
  it('looks for an entry that nobody names', async () => {
    const { backend } = await detected({ 'package.json': manifest({ express: '5' }), 'app.js': 'app.listen(4000)' });
    assert.deepEqual(backend?.kind === 'express' && [backend.entry, backend.port], ['app.js', '4000']);
  });
  it('a build of Spring counts more than Express', async () =>
    assert.equal((await detected({ 'a/package.json': manifest({ express: '5' }), 'b/pom.xml': pom, 'b/src/x': '' })).backend?.kind, 'spring-maven'));
  it('looks into no folder of others, and not deep', async () => {
    const found = await detected({ 'node_modules/x/package.json': next, 'a/b/c/package.json': next, '.next/package.json': next });
    assert.equal(found.frontend, undefined);
  });
  it('suggests what suits what is there', async () => {
    const choices = suggested(await detected({ 'web/package.json': next, 'api/build.gradle': gradle, 'api/src/x': '', 'compose.yaml': '' }));
    assert.deepEqual(
      [choices.frontend, choices.backend, choices.proxy, choices.database, choices.cache, choices.file],
      ['next', 'spring-gradle', 'nginx', 'postgres', 'redis', 'compose.yaml'],
    );
  });
});
