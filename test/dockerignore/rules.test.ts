import { defaultSettings } from '../../server/src/core/check.ts';
import { check } from '../../server/src/dockerignore/check.ts';
import { parse } from '../../server/src/dockerignore/parse.ts';
import { rules } from '../../server/src/generated/dockerignore-rules.ts';
import { testExamples } from '../support/examples.ts';

describe('dockerignore/rules', () => {
  for (const [id, rule] of Object.entries(rules)) {
    testExamples(id, rule, async (text) => {
      const settings = { ...defaultSettings, severities: rule.severity === 'off' ? { [id]: 'hint' as const } : {} };
      return check(parse(text), rules, settings, (_, error) => {
        throw error;
      });
    });
  }
});
