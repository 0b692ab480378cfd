// What a machine lacks, before anything is started: VS Code and the Node it wants (./host: npm packages, nothing native to compile), a browser, glyphs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { browserPath, ensureKoreanFont } from './chromium.mjs';
import { HOST, isProgram } from './places.mjs';

const modules = path.join(HOST, 'node_modules');
const stamp = path.join(modules, '.ready');

/** Sees to all that a run needs, or says in Korean what is missing and ends the process. */
export async function prepare() {
  prepareHost();
  await browserPath();
  ensureKoreanFont();
}

/** Leaves an installed host behind, or says in Korean why there is none and ends the process. */
export function prepareHost() {
  const wanted = readFileSync(path.join(HOST, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('VS Code를 npm에서 내려받습니다. 처음 한 번만 하며 470 MB쯤 씁니다.');
  if (!installed()) {
    console.error('VS Code를 내려받지 못했습니다. 위의 npm 오류와 인터넷 연결, 디스크의 빈 공간을 확인하세요.');
    process.exit(1);
  }
  linkModules();
  writeFileSync(stamp, wanted);
}

function installed() {
  // --ignore-scripts: code-server's postinstall would build native modules and fetch 400 MB more.
  const args = ['ci', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm is a batch file on Windows, which only a shell starts.
  return spawnSync('npm', args, { cwd: HOST, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

/** VS Code looks for its modules beside itself; they were installed beside code-server. */
function linkModules() {
  const { dependencies } = JSON.parse(readFileSync(path.join(HOST, 'package.json'), 'utf8'));
  const target = path.join(modules, 'code-server/lib/vscode/node_modules');
  rmSync(target, { recursive: true, force: true });
  for (const name of Object.keys(dependencies)) {
    if (name === 'code-server') continue;
    const link = path.join(target, name);
    const from = path.join(modules, name);
    mkdirSync(path.dirname(link), { recursive: true });
    // A junction needs no privilege on Windows, but an absolute target.
    if (process.platform === 'win32') symlinkSync(from, link, 'junction');
    else symlinkSync(path.relative(path.dirname(link), from), link);
  }
}

if (isProgram(import.meta)) await prepare();
