// Builds dist/ when something it is made of is younger, or when it is not there.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const sources = ['client', 'server/src', 'server/host', 'server/content', 'scripts/generate.mjs', 'scripts/compose-shape.mjs', 'scripts/bundle.mjs', 'package-lock.json'];
// The last line of the bundle script writes these; one that was interrupted left some out.
const bundles = ['client.js', 'server.js', 'cli.js'].map((file) => path.join(root, 'dist', file));

/** Leaves a dist/ behind that fits the sources; ends the process where they cannot be built. */
export function buildIfStale() {
  if (!isStale()) return;
  console.log('확장을 빌드합니다.');
  // npm is a batch file on Windows, which only a shell starts.
  const { status } = spawnSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error('확장을 빌드하지 못했습니다. npm run build를 실행해 원인을 확인하세요.');
  process.exit(1);
}

function isStale() {
  if (!bundles.every((file) => existsSync(file))) return true;
  const built = Math.min(...bundles.map((file) => statSync(file).mtimeMs));
  return sources.some((source) => newest(path.join(root, source)) > built);
}

/** The youngest change below `file`. A folder's own time tells of files that went away. */
function newest(file) {
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(file)
    // Generated anew by each build.
    .filter((name) => name !== 'generated' && name !== 'node_modules')
    .map((name) => newest(path.join(file, name)));
  return Math.max(stat.mtimeMs, ...inside);
}
