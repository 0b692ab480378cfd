// Runs a mocha suite inside VS Code's Node extension host. Takes VS Code's own arguments, so that it can stand for its executable:
//   node run.mjs [FOLDER] [--extensionDevelopmentPath=…] [--extensionTestsPath=…] [--disable-workspace-trust]
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endWith } from './cleanup.mjs';
import { isProgram, MALL, OUT, ROOT } from './places.mjs';
import { prepare } from './prepare.mjs';
import { isGreen, report } from './results.mjs';
import { runInVscode } from './session.mjs';
import { remoteUri } from './vscode.mjs';

/** Whether the suite at `tests` passed in `folder`, with `extension` under development and others installed. Prints mocha's output and the counts. */
export async function runSuite({ folder, tests, trust, extension = ROOT, extensions = {} }) {
  const dir = mkdtempSync(path.join(tmpdir(), 'giljabi-e2e-'));
  const remove = endWith(() => rmSync(dir, { recursive: true, force: true }));
  const resultsFile = process.env.E2E_RESULTS ?? path.join(dir, 'results.json');
  const logFile = path.join(dir, 'mocha.log');
  // Results of an earlier run prove nothing.
  rmSync(resultsFile, { force: true });
  try {
    return await runInVscode({
      folder,
      server: { trust, extensions, env: { E2E_RESULTS: resultsFile, E2E_LOG: logFile } },
      payload: (server) => [
        ['extensionDevelopmentPath', remoteUri(server, extension)],
        ['extensionTestsPath', remoteUri(server, tests)],
      ],
      passed(exit) {
        if (existsSync(logFile)) process.stdout.write(readFileSync(logFile, 'utf8'));
        const results = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : undefined;
        report(results);
        return exit === 0 && isGreen(results);
      },
    });
  } finally {
    await remove();
  }
}

if (isProgram(import.meta)) {
  const args = process.argv.slice(2);
  const option = (name, otherwise) => path.resolve(args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise);
  await prepare();
  const green = await runSuite({
    folder: path.resolve(args.find((arg) => !arg.startsWith('-')) ?? MALL),
    tests: option('extensionTestsPath', path.join(OUT, 'suite/index.js')),
    extension: option('extensionDevelopmentPath', ROOT),
    trust: args.includes('--disable-workspace-trust'),
  });
  process.exit(green ? 0 : 1);
}
