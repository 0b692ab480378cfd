import 'mocha/mocha.js';
import { same } from '../suite/check.ts';
import { ourExtension } from '../suite/editor.ts';
import { answers, mall, opensLesson } from '../suite/hovers.ts';
import { followsStack } from '../suite/neighbours.ts';
import { makesProjects } from '../suite/new-project.ts';
import { findsProblemsOnDisk, followsSettings, mendsProblems } from '../suite/problems.ts';
import { takesSnippets } from '../suite/snippets.ts';

/** Only a worker has it. */
declare const importScripts: unknown;

const say = (line: string) => console.log(`[e2e] ${line}`);

/** Runs the tests in the worker of the web extension host. Called by VS Code. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 60_000, reporter: ConsoleReporter });
  describe('the shopping mall in a web worker', () => {
    it('has no process for its server', async () => {
      same(typeof importScripts, 'function');
      const { serverPid } = await ourExtension().activate();
      same(await serverPid(), undefined);
    });
    answers(mall);
    opensLesson('frontend/Dockerfile');
    mendsProblems();
    followsSettings();
    findsProblemsOnDisk();
    followsStack();
    takesSnippets();
    makesProjects();
  });
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** mocha's own reporters want a page or a terminal; the launcher reads these lines from the console. */
class ConsoleReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('suite', ({ root, title }) => root || say(`  ${title}`));
    runner.on('pass', ({ title, duration }) => say(`    ✔ ${title} (${duration}ms)`));
    runner.on('fail', ({ title }, error) => say(`    ✘ ${title}\n${error.stack ?? error}`));
    runner.on('end', () => say(`results ${JSON.stringify(runner.stats)}`));
  }
}
