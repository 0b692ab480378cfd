import assert from 'node:assert/strict';
import { defaultSettings } from '../../server/src/core/check.ts';
import { judge } from '../../server/src/service/judge.ts';
import { filesIn } from '../support/view.ts';

describe('dotenv: how heavily a file weighs', () => {
  const wrong = 'DB PASSWORD=1\n';

  const check = (what: string, file: string, around: Readonly<Record<string, string>>, expected: readonly string[]) =>
    it(what, async () => {
      const found = await judge(`file:///shop/${file}`, undefined, wrong, filesIn({ ...around, [file]: wrong }), defaultSettings, (_, error) => {
        throw error;
      });
      assert.deepEqual(
        found.map(({ rule, severity }) => `${severity}: ${rule}`),
        expected,
      );
    });

  const service = (entry: string) => ({ 'compose.yaml': `services:\n  web:\n    image: nginx:1.28-alpine\n    env_file: ${entry}\n` });
  const error = ['error: write-valid-lines'];
  const warning = ['warning: write-valid-lines'];

  check('the `.env` beside a compose file is refused', '.env', service('a.env'), error);
  check('so is one that lies alone', '.env', {}, error);
  check('so is what a service names', 'conf/web.env', service('./conf/web.env'), error);
  check('an example is read by nobody', '.env.example', service('a.env'), warning);
  check('nor is a file that nobody names', 'b.env', service('a.env'), warning);
  check('a raw file has no syntax', 'a.env', service('[{ path: a.env, format: raw }]'), []);
  check(
    'unless somebody else reads it',
    'a.env',
    { 'compose.yaml': `${service('[{ path: a.env, format: raw }]')['compose.yaml']}  db:\n    image: mysql:8.4\n    env_file: a.env\n` },
    error,
  );
});
