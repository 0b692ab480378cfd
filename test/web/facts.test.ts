import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Fact } from '../../server/src/core/fact.ts';
import { nextFacts, packageFacts } from '../../server/src/web/index.ts';
import { standWhereTheyAreWritten } from '../support/known.ts';
import { text } from '../support/marks.ts';

const mall = (name: string) => readFileSync(path.join(import.meta.dirname, '../../examples/shopping-mall/frontend', name), 'utf8');
const pair = (...facts: (Fact | undefined)[]) => facts.map((it) => it?.text ?? '-').join(' ');

describe('web/package', () => {
  const check = (content: string, expected: string) =>
    it(JSON.stringify(content).slice(0, 90), () => {
      const { facts } = packageFacts(content);
      const scripts = facts.scripts.map(({ name, command }) => `${name.text}=${command.text}`);
      const dependencies = facts.dependencies.map(({ name, version, kind }) => `${name.text}@${version.text} ${kind}`);
      const engines = facts.engines.map(({ name, version }) => `${name.text} ${version.text}`);
      assert.equal([pair(facts.name, facts.packageManager, facts.type, facts.main), ...scripts, ...dependencies, ...engines].join('; '), expected);
    });

  check(mall('package.json'), 'shop-frontend - - -; dev=next dev; build=next build; next@16.4.5 dependencies; react@19.3.1 dependencies; react-dom@19.3.1 dependencies');
  check(
    '{"type":"module","packageManager":"pnpm@9.1.0","main":"dist/a.js","engines":{"node":">=20"},"devDependencies":{"vite":"^7"}}',
    '- pnpm@9.1.0 module dist/a.js; vite@^7 devDependencies; node >=20',
  );
  check('\uFEFF{\r\n  // comment "x"\r\n  "name": "a" /* : */\r\n  "scripts": { "start": "node \\"x\\"", }\r\n', 'a - - -; start=node "x"');
  check('{ "scripts": { "dev": "vite', '- - - -; dev=vite');
  check('{ "scripts": { "dev": "vite --host,\n "build": "tsc" }, "name": "쇼핑" }', '쇼핑 - - -; dev=vite --host,; build=tsc');
  check('{ "x": { "scripts": { "a": "b" }, "name": "y" }, "workspaces": ["name", "a"] }', '- - - -');
  check('}}]]{"name"', '- - - -');
  check('', '- - - -');

  it('every fact stands where it is written', () => standWhereTheyAreWritten(mall('package.json'), packageFacts(mall('package.json'))));
});

describe('web/config', () => {
  const next = text`
    import type { NextConfig } from 'next';
    // const old = 'http://old:1';
    const api = process.env.API_URL ?? 'http://localhost:8080'; /* https://x.y */
    const config: NextConfig = {
      output: 'standalone',
      images: { remotePatterns: [{ protocol: 'https', hostname: 'cdn.example.com' }] },
      webpack: (it) => ({ ...it, rule: /['"\`/]\/\/x/ }),
      async rewrites() {
        return [
          { source: '/api/:path*', destination: 'http://backend:8080/api/:path*' },
          { source: '/img/:path*', destination: \`\${process.env.IMG_URL || "http://img"}/:path*\` },
          { source: '/b', destination: \`http://\${process.env['HOST_NAME']}:9000/b\` },
        ];
      },
      async redirects() {
        return [{ source: '/old', destination: 'https://shop.example.com/new', permanent: true }];
      },
    };
    export default config;
  `;

  it('reads a Next.js configuration', () => {
    const { facts } = nextFacts(next);
    assert.equal(facts.output?.text, 'standalone');
    assert.deepEqual(
      facts.rewrites.map(({ source, destination }) => pair(source, destination)),
      ['/api/:path* http://backend:8080/api/:path*', '/img/:path* ${process.env.IMG_URL || "http://img"}/:path*', "/b http://${process.env['HOST_NAME']}:9000/b"],
    );
    assert.deepEqual(
      facts.usesEnvironment.map(({ name, fallback }) => pair(name, fallback)),
      ['API_URL http://localhost:8080', 'IMG_URL http://img', 'HOST_NAME -'],
    );
    assert.deepEqual(
      facts.addresses.map(({ scheme, host, port }) => `${scheme} ${pair(host, port)}`),
      ['http localhost 8080', 'http backend 8080', 'http img -', 'https shop.example.com -'],
    );
  });

  it('reads a Vite configuration', () => {
    const { facts } = nextFacts(text`
      export default defineConfig(({ mode }) => ({
        plugins: [react()],
        preview: { port: 4173, host: '::' },
        server: {
          host: true, port: 3000,
          proxy: {
            '/api': 'http://backend:8080',
            '/ws': { target: 'ws://backend:8081', ws: true, rewrite: (path) => path.replace(/^\/ws/, '') },
          },
        },
      }));
    `);
    assert.equal(pair(facts.server.host, facts.server.port), 'true 3000');
    assert.deepEqual(
      facts.proxies.map((it) => pair(it.path, it.target)),
      ['/api http://backend:8080', '/ws ws://backend:8081'],
    );
    assert.deepEqual(nextFacts("export default { server: { host: '0.0.0.0' }, output: 'export' }").facts.server.host?.text, '0.0.0.0');
  });

  it('follows constants and variables of the environment', () => {
    const { facts } = nextFacts(text`
      const backend: string = process.env.BACKEND_URL || 'http://localhost:5000';
      const fixed = "http://fixed:1";
      const env = loadEnv(mode, process.cwd());
      export default {
        rewrites: async () => [
          { source: '/a/:path*', destination: \`\${backend}/api/:path*\` },
          { source: '/b', destination: \`\${process.env.B}/b\` },
          { source: '/c', destination: fixed + '/c' },
          { source: '/d', destination: process.env.D ?? 'http://d' },
          { source: '/e', destination: \`\${unknown}/e\` },
          { source: '/f', destination: isDev ? 'a' : 'b' },
        ],
        server: { proxy: { '/x': backend, '/y': { target: import.meta.env.Y, ws: true } } },
      };
    `);
    const origins = [...facts.rewrites.map((it) => pair(it.source, it.environment, it.base)), ...facts.proxies.map((it) => pair(it.path, it.environment, it.base))];
    assert.deepEqual(origins, [
      '/a/:path* BACKEND_URL http://localhost:5000',
      '/b B -',
      '/c - http://fixed:1',
      '/d D http://d',
      '/e - -',
      '/x BACKEND_URL http://localhost:5000',
      '/y Y -',
    ]);
  });

  it('reads the mall', () => assert.equal(nextFacts(mall('next.config.mjs')).facts.output?.text, 'standalone'));

  it('reads what is half typed', () => {
    for (const broken of ["{ output: 'standalone', a: 'x", "{ output: 'standalone', a: `x ${", '/* {', "output: 'standalone'\nb: \"http://", '`${`${`']) nextFacts(broken);
    assert.equal(nextFacts("{ a: 'x,\n output: 'standalone', b: `").facts.output?.text, 'standalone');
  });

  it('every fact stands where it is written', () => {
    for (const source of [next, next.replace(/\n/g, '\r\n')]) standWhereTheyAreWritten(source, nextFacts(source));
  });
});
