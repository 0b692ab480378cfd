// Everything CI runs, in order, ending in one line that counts: generated files, types, style, bundles, unit tests, the real editor.
import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const mocha = { passed: /^ *(\d+) passing\b/gm, failed: /^ *(\d+) failing\b/gm };
// The suites print mocha's lines too; those of the launcher come from its results.
const launcher = { passed: /^e2e: (\d+) passed, \d+ failed$/gm, failed: /^e2e: \d+ passed, (\d+) failed$/gm };
const steps = [
  ['generate', 'node', ['scripts/generate.mjs']],
  ['types', 'npm', ['run', '-s', 'types']],
  ['style', 'npm', ['run', '-s', 'lint']],
  ['bundle', 'node', ['scripts/bundle.mjs']],
  ['unit tests', 'npx', ['mocha'], mocha],
  ['e2e', 'node', ['test/e2e/run-all.mjs'], launcher],
];

let passed = 0;
let failed = 0;
for (const [name, command, args, counts] of steps) {
  const started = Date.now();
  const { code, output } = await run(command, args);
  const sum = (pattern) => [...output.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
  const failures = counts ? sum(counts.failed) : 0;
  passed += counts ? sum(counts.passed) : 0;
  // A step that fails without a failing test of its own, such as the compiler, counts as one.
  failed += code !== 0 ? Math.max(failures, 1) : failures;
  console.log(`— ${name}: ${code === 0 ? 'ok' : `exit ${code}`}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (code !== 0) break;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (data) => {
      process.stdout.write(data);
      output += data;
    });
    child.once('error', (error) => {
      console.error(error.message);
      resolve({ code: 1, output });
    });
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
