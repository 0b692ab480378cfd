// `npm start`: opens the shopping mall in VS Code with this extension; on the desktop where `code` is on the PATH, else in the browser.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { MALL, ROOT } from '../test/e2e/places.mjs';
import { buildIfStale } from './build-if-stale.mjs';

/** A `code` that has not complained for so long has opened a window. */
const PATIENCE_MS = 10_000;

buildIfStale();
if (!(await openedOnDesktop())) await openInBrowser();

/** Whether a desktop VS Code took the project. */
async function openedOnDesktop() {
  const code = onPath('code');
  if (!code) return false;
  const opened = await starts(code, [`--extensionDevelopmentPath=${ROOT}`, MALL]);
  if (opened) console.log('데스크톱 VS Code에서 쇼핑몰 예제를 열었습니다. frontend/Dockerfile을 열고 FROM에 마우스를 올려 보세요.');
  else console.log('데스크톱 VS Code를 열지 못해 브라우저에서 엽니다.');
  return opened;
}

function onPath(name) {
  const file = process.platform === 'win32' ? `${name}.cmd` : name;
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, file))
    .find((candidate) => existsSync(candidate));
}

/** Whether a program starts and does not end with an error. It outlives this process. */
function starts(command, args) {
  const shell = process.platform === 'win32';
  const quoted = shell ? [command, ...args].map((word) => `"${word}"`) : [command, ...args];
  const child = spawn(quoted[0], quoted.slice(1), { detached: true, stdio: 'ignore', shell });
  child.unref();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS, true);
    const settle = (well) => {
      clearTimeout(timer);
      resolve(well);
    };
    child.once('error', () => settle(false));
    child.once('exit', (code) => settle(code === 0));
  });
}

async function openInBrowser() {
  // Only here: a desktop user needs neither the packages nor the modules behind these.
  const { prepareHost } = await import('../test/e2e/prepare.mjs');
  const { remoteUri, startServer, workbenchUrl } = await import('../test/e2e/vscode.mjs');
  prepareHost();
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const server = await startServer({
    extensions: { [`${publisher}.${name}-${version}`]: ROOT },
    settings: { 'editor.fontFamily': "'D2Coding', 'NanumGothicCoding', Consolas, Menlo, monospace" },
    // A page of another site must not reach an editor that can run programs.
    token: randomBytes(16).toString('hex'),
  });
  const address = workbenchUrl(server, MALL, [['openFile', remoteUri(server, path.join(MALL, 'frontend/Dockerfile'))]]);
  console.log(`브라우저에서 다음 주소를 여세요. Dockerfile의 낱말에 마우스를 올리면 설명이 나옵니다. 끝내려면 Ctrl+C를 누르세요.\n\n  ${address}\n`);
  if (hasDisplay()) await starts(...systemBrowser(address));
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function systemBrowser(address) {
  switch (process.platform) {
    case 'darwin':
      return ['open', [address]];
    case 'win32':
      return ['rundll32', ['url.dll,FileProtocolHandler', address]];
    default:
      return ['xdg-open', [address]];
  }
}
