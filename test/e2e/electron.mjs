// The suite on a desktop VS Code, which @vscode/test-electron downloads.
// Where nothing can be downloaded: VSCODE_EXECUTABLE=test/e2e/code-offline.sh, or the path of an installed VS Code.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildIfStale } from '../../scripts/build-if-stale.mjs';
import { buildSuites } from './build.mjs';
import { MALL, OUT, ROOT } from './places.mjs';
import { isGreen, report } from './results.mjs';

const dir = mkdtempSync(path.join(tmpdir(), 'giljabi-e2e-'));
const resultsFile = path.join(dir, 'results.json');
const executable = process.env.VSCODE_EXECUTABLE;
let green = false;
try {
  buildIfStale();
  await buildSuites();
  const code = await runTests({
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: path.join(OUT, 'suite/index.js'),
    extensionTestsEnv: { E2E_RESULTS: resultsFile },
    launchArgs: [MALL, '--disable-extensions'],
    ...(executable ? { vscodeExecutablePath: path.resolve(executable) } : {}),
  });
  const results = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : undefined;
  report(results);
  green = code === 0 && isGreen(results);
} catch (error) {
  console.error(`데스크톱 VS Code에서 시험하지 못했습니다. ${error instanceof Error ? error.message : String(error)}`);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
process.exit(green ? 0 : 1);
