import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** Runs the tests beside this file. Called by VS Code, in the extension host. */
export async function run(): Promise<void> {
  const { E2E_LOG: log, E2E_RESULTS: results } = process.env;
  // The extension host's console goes into a log that nobody reads.
  if (log) Mocha.reporters.Base.consoleLog = (...args: unknown[]) => appendFileSync(log, `${format(...args)}\n`);
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 60_000, forbidOnly: true });
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  if (results) writeFileSync(results, JSON.stringify(stats));
  if (!stats || stats.passes === 0 || stats.failures > 0) throw new Error(`${stats?.failures ?? 0} failed, ${stats?.passes ?? 0} passed`);
}
