// Runs the web suite inside VS Code's web extension host, where an extension and its server are Web Workers.
import path from 'node:path';
import { endWith } from './cleanup.mjs';
import { serveFolder } from './files-server.mjs';
import { isProgram, MALL, OUT, ROOT } from './places.mjs';
import { prepare } from './prepare.mjs';
import { isGreen, report } from './results.mjs';
import { runInVscode } from './session.mjs';

/** The web suite tells its counts in one line of the console: a worker cannot write a file. */
const RESULTS = /\[e2e\] results (\{.*\})/;

/** Whether the web suite passed. Prints its output and the counts. */
export async function runWebSuite() {
  // The host refuses a worker inside a worker from a vscode-remote address, so the extension comes over HTTP.
  const files = await serveFolder(ROOT);
  const close = endWith(files.close);
  let results;
  try {
    return await runInVscode({
      folder: MALL,
      server: { trust: true, log: 'info' },
      // The workbench admits extensions from HTTPS only, which loopback has not.
      browser: { bypassCSP: true },
      payload: () => [],
      onPage: (page) => page.addInitScript(developOverHttp, { authority: files.authority, tests: `/${path.relative(ROOT, OUT).replaceAll('\\', '/')}/web/index.js` }),
      onLog(line) {
        const told = RESULTS.exec(line)?.[1];
        if (told) results = JSON.parse(told);
        else if (line.includes('[e2e] ')) console.log(line.slice(line.indexOf('[e2e] ') + '[e2e] '.length));
      },
      passed(exit) {
        report(results);
        return exit === 0 && isGreen(results);
      },
    });
  } finally {
    await close();
  }
}

/** Runs in the page, before the workbench reads its settings: an address of the command line's kind can only be vscode-remote. */
function developOverHttp({ authority, tests }) {
  document.addEventListener('readystatechange', () => {
    const element = document.getElementById('vscode-workbench-web-configuration');
    if (!element || document.readyState !== 'interactive') return;
    const at = (file) => ({ $mid: 1, scheme: 'http', authority, path: file });
    const settings = JSON.parse(element.getAttribute('data-settings'));
    settings.developmentOptions = { ...settings.developmentOptions, extensions: [at('/')], extensionTestsPath: at(tests) };
    element.setAttribute('data-settings', JSON.stringify(settings));
  });
}

if (isProgram(import.meta)) {
  await prepare();
  process.exit((await runWebSuite()) ? 0 : 1);
}
