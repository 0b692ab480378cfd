// Everything CI runs, in order, ending in one line that counts: generated files, types, style, bundles, unit tests, the real editor.
import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const steps = [
  ['generate', 'node', ['scripts/generate.mjs']],
  ['types', 'npm', ['run', '-s', 'types']],
  ['style', 'npm', ['run', '-s', 'lint']],
  ['bundle', 'node', ['scripts/bundle.mjs']],
  ['unit tests', 'npx', ['mocha']],
  ['e2e', 'node', ['test/e2e/run-all.mjs']],
];

let passed = 0;
let failed = 0;
for (const [name, command, args] of steps) {
  const started = Date.now();
  const { code, output } = await run(command, args);
  const counts = [...output.matchAll(/^\s*(?:e2e[^\n]*?: )?(\d+) (passing|failing|passed|failed)\b(?:, (\d+) failed)?/gm)];
  let failures = 0;
  for (const [, count, what, also] of counts) {
    if (what.startsWith('pass')) passed += Number(count);
    else failures += Number(count);
    failures += Number(also ?? 0);
  }
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
