// A real VS Code on loopback, and a browser that shows it.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { browserPath } from './chromium.mjs';
import { endWith } from './cleanup.mjs';
import { uriPath, vscodeFolder, vscodeNode } from './places.mjs';

/** Nothing may reach for the network, ask a question or move while a picture is taken. */
const quiet = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'git.enabled': false,
  'editor.cursorBlinking': 'solid',
};

/** VS Code's own extensions for the files of our examples; the others (git, copilot, accounts …) only add start-up time and noise. */
const builtins = [
  ...['configuration-editing', 'css', 'docker', 'dotenv', 'html', 'ini', 'java', 'javascript', 'json', 'log', 'markdown-basics', 'markdown-language-features'],
  ...['shellscript', 'sql', 'theme-defaults', 'theme-modern-icons', 'theme-seti', 'typescript-basics', 'xml', 'yaml'],
];

const KEEPER = path.join(import.meta.dirname, 'keeper.mjs');
const START_LIMIT_MS = 60_000;

/**
 * Starts VS Code's server with a fresh data folder and answers where it listens.
 *
 * @param {object} [options]
 * @param {boolean} [options.driver] lets the workbench report to a test; it hides toasts, so not for people
 * @param {boolean} [options.trust] every folder is trusted; otherwise a folder opens in restricted mode
 * @param {string} [options.token] what an address must carry; without one, every page of this machine may connect
 * @param {'info' | 'warn'} [options.log] from which level on a test's console is heard
 * @param {Record<string, string>} [options.extensions] folders of installed extensions by `publisher.name-version`
 * @param {Record<string, unknown>} [options.settings]
 * @param {Record<string, string>} [options.env]
 */
export async function startServer({ driver = false, trust = true, token, log = 'warn', extensions = {}, settings = {}, env = {} } = {}) {
  const dir = dataFolder({ ...quiet, ...settings }, extensions);
  // The keeper leads a process group of its own, so that extension hosts and language servers end with the server.
  const child = spawn(process.execPath, [KEEPER, dir, vscodeNode(), ...serverArguments({ dir, driver, trust, token, log })], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    env: { ...process.env, ...env, ...privateEnvironment(dir) },
  });
  const gone = new Promise((resolve) => child.once('close', resolve));
  const stop = endWith(() => {
    child.stdin.end();
    return gone;
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += bytes));
  try {
    const port = await portOf(child, () => output);
    return { authority: `localhost:${port}`, token, output: () => output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The data folder of one start: settings, installed extensions, the chosen built-in ones. */
function dataFolder(settings, extensions) {
  const dir = mkdtempSync(path.join(tmpdir(), 'giljabi-vscode-'));
  for (const folder of ['data/User', 'extensions', 'builtin']) mkdirSync(path.join(dir, folder), { recursive: true });
  writeFileSync(path.join(dir, 'data/User/settings.json'), JSON.stringify(settings, null, 2));
  for (const [name, target] of Object.entries(extensions)) symlinkSync(target, path.join(dir, 'extensions', name), 'junction');
  for (const name of builtins) {
    const from = path.join(vscodeFolder(), 'extensions', name);
    if (existsSync(from)) symlinkSync(from, path.join(dir, 'builtin', name), 'junction');
  }
  return dir;
}

function serverArguments({ dir, driver, trust, token, log }) {
  return [
    // Not code-server's own entry, which brings a proxy, a login page and an update check.
    path.join(vscodeFolder(), 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', '0', '--accept-server-license-terms', '--log', log],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...['--server-data-dir', dir, '--builtin-extensions-dir', path.join(dir, 'builtin')],
    ...['--telemetry-level', 'off', '--disable-telemetry', '--disable-experiments'],
    ...(trust ? ['--disable-workspace-trust'] : []),
    ...(driver ? ['--enable-smoke-test-driver'] : []),
  ];
}

function privateEnvironment(dir) {
  return {
    // Else the server runs a login shell to learn the environment, which can take seconds.
    VSCODE_CLI: '1',
    // No gallery, else it asks for one on the network.
    EXTENSIONS_GALLERY: '{}',
    // Sockets and caches go with the data folder.
    HOME: dir,
    TMPDIR: dir,
    XDG_RUNTIME_DIR: dir,
    XDG_CACHE_HOME: path.join(dir, 'cache'),
    XDG_CONFIG_HOME: path.join(dir, 'config'),
  };
}

function portOf(child, output) {
  return new Promise((resolve, reject) => {
    const fail = (what) => {
      clearTimeout(timer);
      reject(new Error(`VS Code의 서버를 시작하지 못했습니다. ${what}\n${output()}`));
    };
    const timer = setTimeout(() => fail(`${START_LIMIT_MS / 1000}초 안에 응답하지 않았습니다.`), START_LIMIT_MS);
    const listen = () => {
      const port = /Extension host agent listening on (\d+)/.exec(output())?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', (error) => fail(error.message));
    child.once('close', () => fail('시작하자마자 끝났습니다.'));
  });
}

/** Opens a browser window of this size; nothing but loopback can be reached from it. `bypassCSP` lets the page load extensions over plain HTTP. */
export async function openBrowser({ width = 1280, height = 800, bypassCSP = false } = {}) {
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    // Playwright's own handlers would end this process first and leave the server behind.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
    ],
  });
  const close = endWith(() => browser.close());
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-US', bypassCSP });
  return { page: await context.newPage(), close };
}

/** The address that opens `folder`; `payload` holds what the command line would say on a desktop. */
export function workbenchUrl(server, folder, payload = []) {
  const url = new URL(`http://${server.authority}/`);
  if (server.token) url.searchParams.set('tkn', server.token);
  url.searchParams.set('folder', decodeURIComponent(uriPath(folder)));
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** A file of this machine as VS Code in the browser names it. */
export const remoteUri = (server, file) => `vscode-remote://${server.authority}${uriPath(file)}`;
