// Finds a browser to show VS Code in, or installs one where this machine lets us; never goes on without.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The browser to start. Where there is none, says so in one Korean line and ends the process. */
export async function browserPath() {
  const chosen = process.env.CHROMIUM;
  if (chosen) return existsSync(chosen) ? chosen : fail(`CHROMIUM에 적은 ${chosen} 파일이 없습니다. 브라우저 실행 파일의 경로를 적어 주세요.`);
  const found = installedBrowser() ?? (await aptBrowser()) ?? (await packagedBrowser());
  return found ?? fail('브라우저를 찾지 못했습니다. Chrome, Chromium, Edge 가운데 하나를 설치하거나 CHROMIUM에 실행 파일의 경로를 적어 주세요.');
}

/** Sees to glyphs for Hangul; without them a picture shows boxes, but every test still holds. */
export function ensureKoreanFont() {
  if (process.platform !== 'linux' || hasKoreanFont()) return;
  if (mayInstall()) install('한글 글꼴이 없어', ['fonts-nanum']);
  else console.log('한글 글꼴이 없어 화면에 네모가 보일 수 있습니다. fonts-nanum 같은 한글 글꼴을 설치해 주세요.');
}

function installedBrowser() {
  return places().find((file) => existsSync(file));
}

function places() {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((app) =>
        ['/Applications', path.join(homedir(), 'Applications')].map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`),
      );
    case 'win32': {
      const folders = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LocalAppData].filter(Boolean);
      return ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].flatMap((file) =>
        folders.map((folder) => path.join(folder, file)),
      );
    }
    default: {
      const folders = new Set([
        ...(process.env.PATH ?? '').split(path.delimiter).filter(Boolean),
        '/usr/bin',
        '/usr/local/bin',
        '/snap/bin',
        '/opt/google/chrome',
        '/opt/microsoft/msedge',
      ]);
      return ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable', 'chrome', 'msedge'].flatMap((name) =>
        [...folders].map((folder) => path.join(folder, name)),
      );
    }
  }
}

function aptBrowser() {
  if (!mayInstall()) return undefined;
  install('브라우저가 없어', ['chromium', 'fonts-nanum']);
  return installedBrowser();
}

/** The browser inside an npm package that a machine without root may have added: `npm i --no-save @sparticuz/chromium`. */
async function packagedBrowser() {
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } catch {
    return undefined;
  }
}

function hasKoreanFont() {
  const { error, stdout } = spawnSync('fc-list', [':lang=ko'], { encoding: 'utf8' });
  return error ? existsSync('/usr/share/fonts/truetype/nanum') : stdout.trim() !== '';
}

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;

function install(why, packages) {
  console.log(`${why} apt-get으로 ${packages.join(', ')} 패키지를 설치합니다.`);
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  // The lists may be old enough to name packages that are gone.
  if (!(apt('update') && apt('install', '-y', '--no-install-recommends', ...packages))) console.log(`apt-get이 ${packages.join(', ')} 패키지를 설치하지 못했습니다.`);
}

function fail(line) {
  console.error(line);
  process.exit(1);
}
