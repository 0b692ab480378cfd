// Runs a program and ends it, with all that it started and its data folder, as soon as whoever started this keeper is gone.
// Standard input closes however that one ends: a signal, a crash, SIGKILL.
//   node keeper.mjs DATA_FOLDER PROGRAM [ARGUMENT…]
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const PATIENCE_MS = 3000;
const [dir, program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const gone = new Promise((resolve) => {
  child.once('exit', resolve);
  child.once('error', (error) => {
    console.error(error.message);
    resolve();
  });
});

// This process leads the group that it ends, and must outlive it by a moment.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.stdin.resume();
process.stdin.once('close', end);
// Nobody may be left to read the program's last words.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

void gone.then(end);

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  endGroup('SIGTERM');
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  // Whoever outlived the program, and this process.
  endGroup('SIGKILL');
  process.exit(0);
}

function endGroup(signal) {
  if (process.platform === 'win32') child.kill(signal);
  else process.kill(-process.pid, signal);
}
