// Bundles client, server and CLI into dist/. With --watch it goes on; with --dev it keeps names and adds source maps.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, context } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const dev = process.argv.includes('--dev') || process.argv.includes('--watch');
/** A rule's page and examples are written to the lessons (scripts/rule-pages.mjs): the program carries only what it runs. */
const rules = {
  name: 'rules-without-pages',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]src[\\/]\w+[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      const contents = source.replace(/^ {2}lesson: \{\r?\n[\s\S]*?^ {2}\},\r?\n/m, '').replace(/^ {2}examples: \[\r?\n[\s\S]*?^ {2}\],\r?\n/m, '');
      return { contents, loader: 'ts' };
    });
  },
};
const common = { absWorkingDir: root, bundle: true, minify: !dev, sourcemap: dev, target: 'es2023', legalComments: 'none', plugins: [rules], logLevel: 'warning', charset: 'utf8' };
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };

// One file for Node and for the browser each: what belongs to the other side is never reached there. `yaml` for Node wants
// Node's modules where a worker has none.
const alias = { yaml: path.join(root, 'node_modules/yaml/browser/index.js') };
const targets = [
  { ...node, conditions: ['browser'], entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { ...node, conditions: ['browser'], alias, format: 'iife', entryPoints: ['server/host/main.ts'], outfile: 'dist/server.js', define: { __VERSION__: JSON.stringify(version) } },
];

const dist = path.join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
writeFileSync(path.join(dist, 'cli.js'), "#!/usr/bin/env node\nrequire('./server.js');\n", { mode: 0o755 });
cpSync(path.join(root, 'server/src/generated/lessons'), path.join(dist, 'lessons'), { recursive: true });
if (process.argv.includes('--watch')) for (const target of targets) await (await context(target)).watch();
else await Promise.all(targets.map((target) => build(target)));
