import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { environmentNameOf, environmentNamesOf, filled, isSettingsName, placeholdersIn, settingsFacts } from '../../server/src/settings/index.ts';
import { text } from '../support/marks.ts';

const lines = (name: string, content: string) =>
  settingsFacts(name, content).facts.settings.map(({ key, value, profile }) => `${profile ? `${profile} | ` : ''}${key.text} = ${value.text}`);

describe('settings/yaml', () => {
  const check = (content: string, ...expected: string[]) => it(JSON.stringify(content), () => assert.deepEqual(lines('application.yml', content), expected));

  check('server:\n  port: 8080\n', 'server.port = 8080');
  check('server.port: 8080 # default', 'server.port = 8080');
  check('\uFEFFa: 1\r\nb:\r\n  c: "2"\r\n', 'a = 1', 'b.c = 2');
  check("a: 'it''s # no comment'\nb: \"x \\\" y\" # comment\n", "a = it's # no comment", 'b = x " y');
  check('a:\n- x\n- y\nb: 1\n', 'a[0] = x', 'a[1] = y', 'b = 1');
  check('a:\n  - name: x\n    port: 1\n  - name: y\n', 'a[0].name = x', 'a[0].port = 1', 'a[1].name = y');
  check('a:\n  - - x\n    - y\n', 'a[0][0] = x', 'a[0][1] = y');
  check('a: [x, "y"] # both\nb: [p,\n  q]\nc: 1\n', 'a = [x, "y"]', 'b = [p,\n  q]', 'c = 1');
  check('a: {b: c}\nd:\n  e: {f: {\n    g: h}}\n  i: 1', 'd.i = 1');
  check('a: |\n  b: c\n\n  d: e\nf: >-\n  g\nh: 1\n', 'h = 1');
  check('a:\n  # comment: x\n  b: 1\n', 'a.b = 1');
  check('a:\n    b: 1\n  c: 2\nd: 3\n', 'a.b = 1', 'a.c = 2', 'd = 3');
  check('url: http://a:80/#x\nempty:\nother: b c', 'url = http://a:80/#x', 'other = b c');
  check('url:\n  jdbc:mysql://db:3306/shop\n', 'url = jdbc:mysql://db:3306/shop');
  check('a:\n  b: one\n    two\n  c: 1', 'a.b = one', 'a.c = 1');
  check('a: &x 1\nb: *x\nc: !!str 2\nd: &y\n  e: 1\nf:\n  <<: *y\n', 'a = 1', 'c = 2', 'd.e = 1');
  check('a:\n  "[/api/**]": b\n  \'k.l\': c', 'a[/api/**] = b', 'a.k.l = c');
  check('한글:\n  이름: 값 # 주석\n', '한글.이름 = 값');
  check('a: "open\nb: 1', 'b = 1');
  check('a: ${DB:x}\nb: @project.version@\n', 'a = ${DB:x}', 'b = @project.version@');
  check('\tx\n: \n- \n-\n{{ a }}\n{% if %}\n', ...[]);

  const spring = text`
    spring:
      application:
        name: shop
      datasource:
        url: jdbc:mysql://\${DB_HOST:localhost}:3306/shop?useSSL=false
        username: shop
        hikari.maximum-pool-size: 10
      data:
        redis:
          host: localhost
    app:
      servers:
        - host: a
        - host: b
    ---
    spring:
      config:
        activate:
          on-profile: prod
      datasource:
        url: jdbc:mysql://mysql:3306/shop
    --- # old
    spring:
      profiles: dev, test
      jpa:
        show-sql: true
  `;

  it('reads a Spring file with profiles', () =>
    assert.deepEqual(lines('src/main/resources/application.yml', spring), [
      'spring.application.name = shop',
      'spring.datasource.url = jdbc:mysql://${DB_HOST:localhost}:3306/shop?useSSL=false',
      'spring.datasource.username = shop',
      'spring.datasource.hikari.maximum-pool-size = 10',
      'spring.data.redis.host = localhost',
      'app.servers[0].host = a',
      'app.servers[1].host = b',
      'prod | spring.config.activate.on-profile = prod',
      'prod | spring.datasource.url = jdbc:mysql://mysql:3306/shop',
      'dev, test | spring.profiles = dev, test',
      'dev, test | spring.jpa.show-sql = true',
    ]));

  it('takes the profile of the file, and lists of profiles', () => {
    assert.deepEqual(lines('a/application-prod.yaml', 'a: 1\n'), ['prod | a = 1']);
    assert.deepEqual(lines('application.yml', 'spring.config.activate.on-profile: [a, b]\nx: 1').at(-1), 'a, b | x = 1');
    assert.deepEqual(lines('application.yml', 'spring.config.activate.on-profile:\n  - a\n  - b\nx: 1').at(-1), 'a, b | x = 1');
  });

  it('every fact stands where it is written', () => {
    for (const source of [spring, spring.replace(/\n/g, '\r\n')]) {
      const { facts, places } = settingsFacts('application.yml', source);
      for (const { key, value } of facts.settings) {
        const at = (id: number) => source.slice(places[id]!.start, places[id]!.end);
        assert.equal(at(value.id), value.text);
        assert.ok(key.text.endsWith(at(key.id)), `${key.text} ${at(key.id)}`);
      }
    }
  });

  it('reads the mall', () => {
    const mall = readFileSync(path.join(import.meta.dirname, '../../examples/shopping-mall/backend/src/main/resources/application.yaml'), 'utf8');
    assert.deepEqual(lines('application.yaml', mall).slice(0, 3), ['spring.application.name = shop-backend', 'spring.sql.init.mode = always', 'spring.sql.init.encoding = UTF-8']);
  });
});

describe('settings/properties', () => {
  const check = (content: string, ...expected: string[]) => it(JSON.stringify(content), () => assert.deepEqual(lines('application.properties', content), expected));

  check('spring.datasource.url=jdbc:mysql://db:3306/shop\r\n', 'spring.datasource.url = jdbc:mysql://db:3306/shop');
  check('a = b = c\n b: c\nd e\nf\n', 'a = b = c', 'b = c', 'd = e', 'f = ');
  check('# a=1\n! b=2\nc=# 3\n', 'c = # 3');
  check('a=jdbc\\:mysql\\://db\nb\\=c=1\nd=\\uD55C\\n', 'a = jdbc:mysql://db', 'b=c = 1', 'd = 한\n');
  check('a=x,\\\n   y\nb=z\\\\\nc=1\\', 'a = x,y', 'b = z\\', 'c = 1\\');
  check('a=1\n#---\nspring.config.activate.on-profile=prod\na=2\n', 'a = 1', 'prod | spring.config.activate.on-profile = prod', 'prod | a = 2');
  check('%dev.quarkus.http.port=8081', 'dev | quarkus.http.port = 8081');
  check('한글=값', '한글 = 값');
  check('=\n:\n\\\n', ...[]);

  it('every value stands where it is written', () => {
    const source = '\uFEFFa = 1\r\n  b.c : jdbc:mysql://db\r\n';
    const { facts, places } = settingsFacts('x.properties', source);
    assert.deepEqual(
      facts.settings.flatMap(({ key, value }) => [key, value].map((it) => source.slice(places[it.id]!.start, places[it.id]!.end))),
      ['a', '1', 'b.c', 'jdbc:mysql://db'],
    );
  });
});

describe('settings/names', () => {
  const check = (key: string, name: string) => it(`${key} → ${name}`, () => assert.equal(environmentNameOf(key), name));
  check('spring.datasource.url', 'SPRING_DATASOURCE_URL');
  check('spring.main.log-startup-info', 'SPRING_MAIN_LOGSTARTUPINFO');
  check('my.service[0].other', 'MY_SERVICE_0_OTHER');
  check('a[1]', 'A_1');
  it('knows the older form', () => assert.deepEqual(environmentNamesOf('a.b-c'), ['A_BC', 'A_B_C']));
  it('knows files by their names', () =>
    assert.deepEqual(['application.yml', 'x/application-prod.properties', 'bootstrap.yaml', 'my-application.yml', 'application.yml.bak', 'compose.yml'].map(isSettingsName), [
      true,
      true,
      true,
      false,
      false,
      false,
    ]));
});

describe('settings/placeholders', () => {
  const word = (it: string) => ({ text: it, span: { start: 0, end: it.length } });
  const check = (value: string, ...expected: string[]) =>
    it(value, () =>
      assert.deepEqual(
        placeholdersIn(word(value)).map((it) => `${it.name.text}${it.default ? `:${it.default.text}` : ''}`),
        expected,
      ),
    );
  check('${DB_HOST:localhost}:${PORT}', 'DB_HOST:localhost', 'PORT');
  check('${A:${B:c}}/${D:}', 'A:${B:c}', 'D:');
  check('${A:http://x:80} ${open', 'A:http://x:80');
  check('$A {B} ${', ...[]);
  it('fills them', () =>
    assert.equal(
      filled('${A:a}-${B:${C:c}}-${D}-${A:${', (name) => (name === 'A' ? '1' : undefined)),
      '1-c-${D}-${A:${',
    ));
});
