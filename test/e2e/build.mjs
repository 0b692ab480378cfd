// Bundles the suites into out/e2e/: what each extension host loads.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { isProgram, OUT } from './places.mjs';

const here = import.meta.dirname;
const common = { bundle: true, format: 'cjs', sourcemap: 'inline', charset: 'utf8', logLevel: 'warning', absWorkingDir: here, outbase: here, outdir: OUT };

/** mocha's browser build puts itself on the global object, unless it believes to be a module; our `run` is the module. */
const worker = { global: 'globalThis', module: 'undefined', exports: 'undefined', define: 'undefined' };

export async function buildSuites() {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  // The sources are ES modules, the bundles are not.
  writeFileSync(path.join(OUT, 'package.json'), '{ "type": "commonjs" }\n');
  await Promise.all([
    build({ ...common, entryPoints: ['suite', 'restricted'].flatMap(entries), platform: 'node', target: 'node20', external: ['vscode', 'mocha'] }),
    build({ ...common, entryPoints: ['web/index.ts'], platform: 'browser', target: 'es2023', external: ['vscode'], define: worker }),
  ]);
}

/** mocha reads each test file by itself; index.ts runs those beside it. */
const entries = (folder) =>
  readdirSync(path.join(here, folder))
    .filter((file) => file === 'index.ts' || file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`);

if (isProgram(import.meta)) await buildSuites();
