// `npm run e2e`: installs and builds what is missing, then runs every suite, each in a VS Code of its own.
import path from 'node:path';
import { buildIfStale } from '../../scripts/build-if-stale.mjs';
import { buildSuites } from './build.mjs';
import { MALL, OUT, PLAIN, ROOT } from './places.mjs';
import { prepare } from './prepare.mjs';
import { runSuite } from './run.mjs';
import { runWebSuite } from './web.mjs';

const suites = [
  { name: 'Node 확장 호스트', run: () => runSuite({ folder: MALL, tests: path.join(OUT, 'suite/index.js'), trust: true }) },
  { name: '제한 모드', run: runRestricted },
  { name: '웹 확장 호스트', run: runWebSuite },
];

await prepare();
buildIfStale();
await buildSuites();

const started = Date.now();
const red = [];
for (const { name, run } of suites) {
  console.log(`\n== ${name}`);
  const start = Date.now();
  if (!(await run().catch(complain))) red.push(name);
  console.log(`${name}: ${seconds(start)}초`);
}
console.log(red.length === 0 ? `\n편집기 시험을 모두 통과했습니다. ${seconds(started)}초 걸렸습니다.` : `\n통과하지 못한 편집기 시험이 있습니다: ${red.join(', ')}`);
process.exit(red.length === 0 ? 0 : 1);

function runRestricted() {
  // What is under development runs in any folder; only what is installed obeys its manifest.
  const extensions = { 'docker-giljabi.docker-giljabi-0.0.0': ROOT };
  return runSuite({ folder: PLAIN, tests: path.join(OUT, 'restricted/index.js'), trust: false, extension: path.join(import.meta.dirname, 'restricted'), extensions });
}

function complain(error) {
  console.error(error);
  return false;
}

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1);
}
