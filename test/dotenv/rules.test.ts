import { defaultSettings } from '../../server/src/core/check.ts';
import { check } from '../../server/src/dotenv/check.ts';
import { parse } from '../../server/src/dotenv/parse.ts';
import { rules } from '../../server/src/generated/dotenv-rules.ts';
import { testExamples } from '../support/examples.ts';

describe('dotenv/rules', () => {
  for (const [id, rule] of Object.entries(rules)) {
    testExamples(id, rule, async (text) => {
      const settings = { ...defaultSettings, severities: rule.severity === 'off' ? { [id]: 'hint' as const } : {} };
      return check(parse(text), rules, settings, (_, error) => {
        throw error;
      });
    });
  }
});
