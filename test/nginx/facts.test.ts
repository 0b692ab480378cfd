import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Fact } from '../../server/src/core/fact.ts';
import { looksLikeNginx, nginxFacts, type Pass } from '../../server/src/nginx/index.ts';
import { factsOf, standWhereTheyAreWritten } from '../support/known.ts';
import { text } from '../support/marks.ts';

const said = (facts: readonly (Fact | undefined)[]) => facts.map((it) => it?.text ?? '-').join(' ');
const pass = ({ directive, scheme, host, port, path, usesVariable }: Pass) =>
  `${directive.replace('_pass', '')} ${scheme ?? '-'} ${said([host, port, path])}${usesVariable ? ' $' : ''}`;

describe('nginx/facts', () => {
  const passes = (line: string, expected: string | undefined) =>
    it(line, () => {
      const { facts } = nginxFacts(`server { location / { ${line} } }`);
      assert.equal(facts.servers[0]?.locations[0]?.passes.map(pass).join(), expected);
    });

  passes('proxy_pass http://api:8080;', 'proxy http api 8080 -');
  passes('proxy_pass http://api:8080/;', 'proxy http api 8080 /');
  passes('proxy_pass "http://api:8080/v1/";', 'proxy http api 8080 /v1/');
  passes('proxy_pass http://[::1]:80;', 'proxy http [::1] 80 -');
  passes('proxy_pass http://unix:/run/app.sock:/;', 'proxy - - - -');
  passes('fastcgi_pass unix:/run/php.sock;', 'fastcgi - - - -');
  passes('fastcgi_pass php:9000;', 'fastcgi - php 9000 -');
  passes('uwsgi_pass backend;', 'uwsgi - backend - -');
  passes('grpc_pass grpcs://api:50051;', 'grpc grpcs api 50051 -');
  passes('proxy_pass http://api:8080$request_uri;', 'proxy http api 8080 - $');
  passes('proxy_pass http://api/x$is_args$args;', 'proxy http api - /x $');
  passes('proxy_pass http://$host:8080;', 'proxy - - - - $');
  passes('proxy_pass http://${API_HOST}:${API_PORT}/;', 'proxy http ${API_HOST} ${API_PORT} /');
  passes('set $api http://api:8080; proxy_pass $api;', 'proxy http api 8080 - $');
  passes('set $api "api"; proxy_pass http://$api:3000/x;', 'proxy http api 3000 /x $');
  passes('set $p http; set $h app; set $n 90; proxy_pass $p://$h:${n};', 'proxy http app 90 - $');
  passes('if ($x) { proxy_pass http://a; } proxy_pass http://b;', 'proxy http a - -,proxy http b - -');
  passes('# proxy_pass http://a;\n proxy_pass http://b', 'proxy http b - -');
  passes('content_by_lua_block { -- don\'t\nt = { "a\'" } } proxy_pass http://b;', 'proxy http b - -');
  passes('proxy_pass ;', '');
  passes('proxy_pass http://a:1 proxy_set_header X y;', 'proxy http a 1 -');

  const reverseProxy = text`
    user nginx;
    events { worker_connections 1024; }
    http {
        include       /etc/nginx/mime.types;
        log_format main '$remote_addr - "$request" {x}; \'q\'';
        resolver 127.0.0.11 valid=10s;
        map $http_upgrade $connection_upgrade { default upgrade; '' close; }
        upstream backend {
            least_conn;
            server app1:8080 weight=2 max_fails=3;
            server app2;
            server unix:/run/app.sock backup;
        }
        server {
            listen 80 default_server;
            listen [::]:80;
            listen 443 ssl http2;
            server_name shop.example.com www.shop.example.com;
            location /ws/ {
                proxy_pass http://backend/ws/;
                proxy_set_header Connection $connection_upgrade;
            }
            location ~ ^/(?:a|b)/.{2}$ { return 404; }
            location ~* "\.(?:jpg|png){1}$" { proxy_pass https://cdn.example.com; }
            location =/health { return 200 "ok\n"; }
            location /api { location /api/v1/ { proxy_pass http://v1:1; } proxy_pass http://v0:1; }
        }
    }
  `;

  it('reads a reverse proxy', () => {
    const { facts } = nginxFacts(reverseProxy);
    const [server] = facts.servers;
    assert.equal(facts.servers.length, 1);
    assert.deepEqual(
      server?.listens.map(({ port, ssl }) => `${port.text}${ssl ? ' ssl' : ''}`),
      ['80', '80', '443 ssl'],
    );
    assert.equal(said(server?.names ?? []), 'shop.example.com www.shop.example.com');
    assert.deepEqual(
      facts.upstreams.map(({ name, servers }) => [name.text, ...servers.map(({ host, port }) => said([host, port]))]),
      [['backend', 'app1 8080', 'app2 -']],
    );
    assert.deepEqual([facts.resolver?.text, said(facts.includes)], ['127.0.0.11', '/etc/nginx/mime.types']);
    const locations = server?.locations.filter(({ passes }) => passes.length > 0).map((it) => [said([it.modifier, it.path]), ...it.passes.map(pass)]);
    assert.deepEqual(locations, [
      ['- /ws/', 'proxy http backend - /ws/'],
      ['~* \\.(?:jpg|png){1}$', 'proxy https cdn.example.com - -'],
      ['- /api', 'proxy http v0 1 -'],
      ['- /api/v1/', 'proxy http v1 1 -'],
    ]);
    assert.ok(server?.locations.some(({ modifier, path: it }) => modifier?.text === '=' && it.text === '/health'));
  });

  it('reads the mall, and any line ends', () => {
    const mall = readFileSync(path.join(import.meta.dirname, '../../examples/shopping-mall/nginx/default.conf'), 'utf8');
    for (const it of [mall, `\uFEFF${mall.replace(/\n/g, '\r\n')}`]) {
      assert.deepEqual(
        nginxFacts(it).facts.servers[0]?.locations.map((one) => [said([one.modifier, one.path]), ...one.passes.map(pass)]),
        [['= /healthz'], ['- /api/', 'proxy http backend 8080 -'], ['- /', 'proxy http frontend 3000 -']],
      );
    }
  });

  it('locations of an included file stand alone', () =>
    assert.deepEqual(
      nginxFacts('location /a { proxy_pass http://a; }').facts.locations.map(({ path: it }) => it.text),
      ['/a'],
    ));

  it('every fact stands where it is written', () => {
    const source = reverseProxy.replace('proxy_pass http://v1:1', 'set $v "http://v1:1"; proxy_pass $v/x');
    const known = nginxFacts(source);
    assert.ok(factsOf(known.facts).some(({ text: it }) => it === 'v1'));
    standWhereTheyAreWritten(source, known);
  });

  it('a part that is written elsewhere has its key', () => {
    assert.equal(nginxFacts('server { listen 80; }').key, nginxFacts('# hello\nserver {\n  listen 80;\n}').key);
    assert.notEqual(nginxFacts('server { listen 80; }').key, nginxFacts('server { listen 81; }').key);
  });
});

describe('nginx/looksLikeNginx', () => {
  const check = (name: string, content: string, expected: boolean) => it(`${name} ${expected}`, () => assert.equal(looksLikeNginx(name, content), expected));

  check('nginx/default.conf', 'server { listen 80; }', true);
  check('nginx.conf', '', true);
  check('web/nginx.prod.conf', '', true);
  check('default.conf.template', 'server {\n  listen ${PORT};\n}', true);
  check('conf.d/upstream.conf', 'upstream a { server b; }', true);
  check('sites-available/shop', 'server { }', true);
  check('my.cnf', '[mysqld]', false);
  check('redis.conf', 'maxmemory 100mb\nserver_cpulist 0-7', false);
  check('app.js', 'const server = {}', false);
  check('haproxy.conf', 'frontend a\n  server a 1', false);
});
