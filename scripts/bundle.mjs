// Bundles client, server and CLI into dist/. With --watch it goes on; with --dev it keeps names and adds source maps.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const dev = process.argv.includes('--dev') || process.argv.includes('--watch');
const common = { absWorkingDir: root, bundle: true, minify: !dev, sourcemap: dev, target: 'es2023', legalComments: 'none', logLevel: 'warning', charset: 'utf8' };
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };

const targets = [
  { ...node, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { ...node, entryPoints: ['server/host/node.ts'], outfile: 'dist/server.js' },
  { ...node, entryPoints: ['server/host/cli.ts'], outfile: 'dist/cli.js' },
  { ...common, platform: 'browser', format: 'cjs', entryPoints: ['client/src/extension.web.ts'], outfile: 'dist/client.web.js', external: ['vscode'] },
  { ...common, platform: 'browser', format: 'iife', entryPoints: ['server/host/browser.ts'], outfile: 'dist/server.web.js' },
];

const dist = path.join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
cpSync(path.join(root, 'server/src/generated/lessons'), path.join(dist, 'lessons'), { recursive: true });
if (process.argv.includes('--watch')) for (const target of targets) await (await context(target)).watch();
else await Promise.all(targets.map((target) => build(target)));
