// One run of a suite inside VS Code: starts everything, waits for VS Code's word that the suite ended, ends everything.
import path from 'node:path';
import { format } from 'node:util';
import { isLeaving } from './cleanup.mjs';
import { ROOT } from './places.mjs';
import { openBrowser, startServer, workbenchUrl } from './vscode.mjs';

const LIMIT_MS = Number(process.env.E2E_TIMEOUT_MS ?? 180_000);

/**
 * Opens `folder` in VS Code and answers how VS Code ended the suite: 0, another code, or words.
 *
 * @param {object} session
 * @param {string} session.folder
 * @param {Parameters<typeof startServer>[0]} session.server
 * @param {Parameters<typeof openBrowser>[0]} [session.browser]
 * @param {(server: { authority: string }) => [string, string][]} session.payload
 * @param {(page: import('playwright-core').Page) => Promise<void>} [session.onPage] before the workbench is loaded
 * @param {(line: string) => void} [session.onLog] every line of the workbench's console
 * @param {(exit: unknown) => boolean} session.passed whether the results bear out that exit
 */
export async function runInVscode({ folder, server: options, browser: browserOptions, payload, onPage, onLog, passed }) {
  const started = Date.now();
  const log = [];
  const note = (line) => log.push(`${((Date.now() - started) / 1000).toFixed(1)} ${line}`);
  const server = await startServer({ ...options, driver: true });
  let browser;
  try {
    browser = await openBrowser(browserOptions);
    const { page } = browser;
    note('browser is up');
    const end = await listenTo(page, (line) => {
      note(line);
      onLog?.(line);
    });
    await onPage?.(page);
    await page.goto(workbenchUrl(server, folder, [...payload(server), ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']]));
    note('page is loaded');
    const exit = await end.promise;
    const green = passed(exit);
    if (!green) await page.screenshot({ path: path.join(ROOT, 'e2e-failure.png') }).catch(() => {});
    if (!green || process.env.E2E_VERBOSE) console.error([`VS Code: ${exit}`, ...log, '--- server ---', server.output()].join('\n'));
    return green;
  } finally {
    await browser?.close();
    await server.stop();
  }
}

/** Listens for the workbench to say how the suite ended, and for what else ends it. */
async function listenTo(page, onLog) {
  const end = {};
  end.promise = new Promise((resolve) => {
    end.with = resolve;
  });
  const timer = setTimeout(end.with, LIMIT_MS, `no result within ${LIMIT_MS} ms`);
  void end.promise.then(() => clearTimeout(timer));
  page.on('crash', () => end.with('the page crashed'));
  page.on('close', () => isLeaving() || end.with('the page was closed'));
  page.on('pageerror', (error) => onLog(`[page] ${error.stack ?? error.message}`));
  await page.exposeFunction('codeAutomationLog', (level, args) => onLog(`[${level}] ${format(...args)}`));
  await page.exposeFunction('codeAutomationExit', end.with);
  return end;
}
