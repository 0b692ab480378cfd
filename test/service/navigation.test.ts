import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location, TextEdit } from 'vscode-languageserver-types';
import { type Service, serviceIn } from '../../server/src/service/service.ts';
import { compose, withCursor } from '../support/marks.ts';
import { filesIn } from '../support/view.ts';
import { worldOf } from '../support/world.ts';

const shop: Readonly<Record<string, string>> = {
  'compose.yaml': compose`
    services:
      nginx:
        image: nginx:1.28-alpine
        volumes:
          - ./nginx:/etc/nginx/conf.d
        depends_on:
          - backend
      frontend:
        build:
          context: ./frontend
          target: runner
          args:
            API_URL: http://backend:8080
      backend:
        build: ./backend
        environment:
          SPRING_DATASOURCE_URL: jdbc:mysql://mysql:3306/\${DB_NAME}
          SPRING_DATASOURCE_PASSWORD: \${DB_PASSWORD:?x}
        env_file: backend.env
      mysql:
        image: mysql:8.4
        environment:
          MYSQL_DATABASE: \${DB_NAME}
  `,
  '.env': 'DB_NAME=shop\nDB_PASSWORD=secret\nOTHER=1\n',
  'backend.env': 'CACHE_URL=redis://redis:6379\nGATEWAY_URL=http://nginx\n',
  'nginx/default.conf': 'server {\n    listen 80;\n    location /api/ {\n        proxy_pass http://backend:8080;\n    }\n}\n',
  'frontend/Dockerfile': 'FROM node:24-alpine AS builder\nARG API_URL\nRUN npm run build\n\nFROM node:24-alpine AS runner\nCMD ["node", "server.js"]\n',
  'backend/Dockerfile': 'FROM eclipse-temurin:21-jre\nEXPOSE 8080\nCMD ["java", "-jar", "app.jar"]\n',
  'backend/src/main/resources/application.yml':
    'spring:\n  datasource:\n    url: jdbc:mysql://mysql:3306/shop\n  data:\n    redis:\n      host: localhost\nreports:\n  url: jdbc:mysql://mysql:3306/reports\n',
};

const LANGUAGES: Readonly<Record<string, string>> = { yaml: 'dockercompose', yml: 'yaml', conf: 'nginx', env: 'plaintext', Dockerfile: 'dockerfile' };

const uriOf = (path: string) => `file:///shop/${path}`;

function serviceWith(files: Readonly<Record<string, string>>, open: string): Service {
  const service = serviceIn({ ...worldOf(), ...filesIn(files) }, undefined, (rule, error) => assert.fail(`${rule}: ${error}`));
  service.documents.open(uriOf(open), LANGUAGES[/[^./]+$/.exec(open)?.[0] ?? ''] ?? '', 1, files[open] ?? '');
  return service;
}

/** A file of the shop with a cursor at the first `marked` (`<|>` inside it). */
function place(path: string, marked: string) {
  const words = withCursor(marked);
  const text = shop[path] ?? '';
  const start = text.indexOf(words.text);
  assert.ok(start >= 0, `${path} has ${words.text}`);
  const document = TextDocument.create(uriOf(path), '', 1, text);
  return { service: serviceWith(shop, path), uri: uriOf(path), position: document.positionAt(start + words.offset) };
}

/** `path: text of the range`. */
const said = (locations: readonly Location[]) =>
  locations.map(({ uri, range }) => {
    const path = uri.slice(uriOf('').length);
    return `${path}:${range.start.line + 1} ${TextDocument.create(uri, '', 1, shop[path] ?? '').getText(range)}`;
  });

describe('service/navigation', () => {
  const leads = (path: string, marked: string, ...expected: readonly string[]) =>
    it(`${path}: ${marked} → ${expected.join(', ') || 'nowhere'}`, async () => {
      const { service, uri, position } = place(path, marked);
      assert.deepEqual(said(await service.definitions(uri, position)), expected);
    });

  const used = (path: string, marked: string, ...expected: readonly string[]) =>
    it(`${path}: ${marked} ← ${expected.join(', ') || 'nobody'}`, async () => {
      const { service, uri, position } = place(path, marked);
      assert.deepEqual(said(await service.references(uri, position, false)).sort(), [...expected].sort());
    });

  leads('nginx/default.conf', 'http://back<|>end', 'compose.yaml:14 backend');
  leads('nginx/default.conf', 'lis<|>ten');
  leads('compose.yaml', 'jdbc:mysql://my<|>sql', 'compose.yaml:20 mysql');
  leads('compose.yaml', '- back<|>end', 'compose.yaml:14 backend');
  leads('compose.yaml', 'target: run<|>ner', 'frontend/Dockerfile:5 node:24-alpine');
  leads('compose.yaml', 'API_<|>URL', 'frontend/Dockerfile:2 API_URL');
  leads('compose.yaml', '3306/${DB_<|>NAME}', '.env:1 DB_NAME');
  leads('backend.env', 'http://ng<|>inx', 'compose.yaml:2 nginx');
  leads('backend/src/main/resources/application.yml', 'jdbc:mysql://my<|>sql:3306/reports', 'compose.yaml:20 mysql');
  // A variable of the container replaces this one.
  leads('backend/src/main/resources/application.yml', 'jdbc:mysql://my<|>sql:3306/shop');

  used('compose.yaml', '  back<|>end:\n', 'compose.yaml:7 backend', 'nginx/default.conf:4 backend');
  used('compose.yaml', '  my<|>sql:\n', 'backend/src/main/resources/application.yml:8 mysql', 'compose.yaml:17 mysql');
  used('nginx/default.conf', 'http://back<|>end', 'compose.yaml:7 backend', 'nginx/default.conf:4 backend');
  used('.env', 'DB_<|>NAME', 'compose.yaml:17 ${DB_NAME}', 'compose.yaml:23 ${DB_NAME}');
  used('.env', 'OTH<|>ER');
  used('frontend/Dockerfile', 'ARG API_<|>URL', 'compose.yaml:13 API_URL');

  const explains = (path: string, marked: string, expected: RegExp) =>
    it(`${path}: ${marked} says ${expected}`, async () => {
      const { service, uri, position } = place(path, marked);
      const hover = await service.hover(uri, position);
      const { contents } = hover ?? {};
      assert.match(typeof contents === 'object' && 'value' in contents ? contents.value : '', expected);
    });

  explains('nginx/default.conf', 'http://back<|>end', /`backend` 서비스에 접속합니다[\s\S]*`8080` 포트를 엽니다[\s\S]*네트워크를 함께 씁니다/);
  explains('backend/src/main/resources/application.yml', 'jdbc:mysql://my<|>sql:3306/reports', /`mysql` 서비스에 접속합니다/);
  explains('.env', 'DB_<|>NAME', /`compose\.yaml` 파일의 `backend`, `mysql` 서비스에서/);
  explains('.env', 'OTH<|>ER', /쓰는 것은 없습니다/);
  explains('backend.env', 'http://ng<|>inx', /`nginx` 서비스에 접속합니다/);
  explains('backend.env', 'CACHE<|>_URL', /`backend` 서비스의 컨테이너에 환경 변수로/);

  it('says nothing of words in neighbours that lead nowhere', async () => {
    const { service, uri, position } = place('nginx/default.conf', 'lis<|>ten');
    assert.equal(await service.hover(uri, position), undefined);
  });
});

const after = (text: string | undefined, edits: TextEdit[]) => TextDocument.applyEdits(TextDocument.create('', '', 1, text ?? ''), edits);

describe('service: files of other programs', () => {
  const conf = 'nginx/default.conf';
  const wrong = { ...shop, [conf]: (shop[conf] ?? '').replace('backend', 'localhost') };

  it('finds and mends what is wrong in them', async () => {
    const service = serviceWith(wrong, conf);
    const found = await service.diagnostics(uriOf(conf));
    assert.deepEqual(
      found.map(({ code }) => code),
      ['proxy-to-services'],
    );
    const [first] = found;
    assert.ok(first);
    const actions = await service.actions(uriOf(conf), first.range, undefined, true);
    const mended = actions.find(({ title }) => title.includes('backend'))?.edit?.changes?.[uriOf(conf)];
    assert.ok(mended, actions.map(({ title }) => title).join(', '));
    assert.equal(after(wrong[conf], mended), shop[conf]);
  });

  it('offers to ignore where a comment may stand, and follows it', async () => {
    const service = serviceWith(wrong, conf);
    const [first] = await service.diagnostics(uriOf(conf));
    assert.ok(first);
    const ignore = (await service.actions(uriOf(conf), first.range, undefined, true)).find(({ title }) => title.includes('무시하기'))?.edit?.changes?.[uriOf(conf)];
    assert.ok(ignore);
    const text = after(wrong[conf], ignore);
    assert.match(text, /\n {8}# giljabi-ignore proxy-to-services\n {8}proxy_pass/);
    assert.deepEqual(await serviceWith({ ...wrong, [conf]: text }, conf).diagnostics(uriOf(conf)), []);
  });

  it('finds them in settings as they are typed, and again when a neighbour changes', async () => {
    const path = 'backend/src/main/resources/application.yml';
    const service = serviceWith({ ...shop, [path]: (shop[path] ?? '').replace('mysql:3306', 'localhost:3306') }, path);
    const codes = async () => (await service.diagnostics(uriOf(path))).map(({ code }) => code);
    assert.deepEqual(await codes(), []);
    service.documents.open(uriOf('compose.yaml'), 'dockercompose', 1, (shop['compose.yaml'] ?? '').replace(/ {6}SPRING_DATASOURCE_URL.*\n/, ''));
    assert.deepEqual(await service.changed(uriOf('compose.yaml'), 'text'), [uriOf(path)]);
    assert.deepEqual(await codes(), ['reach-services-from-settings']);
  });

  it('finds them on disk too', async () => {
    const service = serviceWith(wrong, 'compose.yaml');
    await service.diagnostics(uriOf('compose.yaml'));
    assert.ok(service.filesOfStacks().includes(uriOf(conf)));
    assert.deepEqual(
      (await service.diagnosticsOnDisk(uriOf(conf))).map(({ code }) => code),
      ['proxy-to-services'],
    );
  });

  it('says nothing of such a file outside a stack', async () => {
    const service = serviceWith({ 'my.cnf.conf': 'x' }, 'my.cnf.conf');
    assert.deepEqual(await service.diagnostics(uriOf('my.cnf.conf')), []);
  });
});
