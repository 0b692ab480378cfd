import { check } from '../../server/src/command/check.ts';
import { parse } from '../../server/src/command/parse.ts';
import { defaultSettings } from '../../server/src/core/check.ts';
import { rules } from '../../server/src/generated/command-rules.ts';
import { testExamples } from '../support/examples.ts';

describe('command/rules', () => {
  for (const [id, rule] of Object.entries(rules)) {
    testExamples(id, rule, async (text) => {
      return check(parse(text, 'shell'), rules, defaultSettings, (_, error) => {
        throw error;
      });
    });
  }
});
