import 'mocha/mocha.js';
import { answers, mall, opensLesson } from '../suite/hovers.ts';

export function run(): Promise<void> {
  console.log('[e2e] start');
  mocha.setup({ ui: 'bdd', timeout: 60_000, color: false, reporter: 'spec' });
  describe('web', () => {
    answers(mall);
    opensLesson('frontend/Dockerfile');
  });
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => (failures ? reject(new Error(`${failures} failed`)) : resolve()));
    for (const e of ['start', 'suite', 'test', 'pass', 'fail', 'hook', 'test end', 'suite end', 'end'])
      runner.on(e as any, (...a: any[]) => console.log('[e2e] ' + e + ' ' + (a[0]?.title ?? '') + ' ' + (a[1]?.stack ?? '')));
  });
}
