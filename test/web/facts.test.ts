import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Fact } from '../../server/src/core/fact.ts';
import { nextFacts, packageFacts } from '../../server/src/web/index.ts';
import { text } from '../support/marks.ts';

const mall = (name: string) => readFileSync(path.join(import.meta.dirname, '../../examples/shopping-mall/frontend', name), 'utf8');
const pair = (...facts: (Fact | undefined)[]) => facts.map((it) => it?.text ?? '-').join(' ');

/** Every fact of a value, however deep it stands. */
function factsOf(value: unknown): Fact[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('text' in value && 'id' in value) return [value as Fact];
  return Object.values(value).flatMap(factsOf);
}

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

  it('every fact stands where it is written', () => {
    const { facts, places } = packageFacts(mall('package.json'));
    assert.equal(factsOf(facts).length, 11);
    for (const fact of factsOf(facts)) assert.equal(mall('package.json').slice(places[fact.id]!.start, places[fact.id]!.end), fact.text);
  });
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

  it('reads the mall', () => assert.equal(nextFacts(mall('next.config.mjs')).facts.output?.text, 'standalone'));

  it('reads what is half typed', () => {
    for (const broken of ["{ output: 'standalone', a: 'x", "{ output: 'standalone', a: `x ${", '/* {', "output: 'standalone'\nb: \"http://", '`${`${`']) nextFacts(broken);
    assert.equal(nextFacts("{ a: 'x,\n output: 'standalone', b: `").facts.output?.text, 'standalone');
  });

  it('every fact stands where it is written', () => {
    for (const source of [next, next.replace(/\n/g, '\r\n')]) {
      const { facts, places } = nextFacts(source);
      assert.ok(factsOf(facts).length > 15);
      for (const fact of factsOf(facts)) assert.equal(source.slice(places[fact.id]!.start, places[fact.id]!.end), fact.text);
    }
  });
});
