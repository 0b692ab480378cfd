import { check } from '../../server/src/compose/check.ts';
import { parse } from '../../server/src/compose/parse.ts';
import { defaultSettings } from '../../server/src/core/check.ts';
import { rules } from '../../server/src/generated/compose-rules.ts';
import { testExamples } from '../support/examples.ts';
import { viewAround } from '../support/view.ts';

describe('compose/rules', () => {
  for (const [id, rule] of Object.entries(rules)) {
    testExamples(id, rule, async (text, around) => {
      const settings = { ...defaultSettings, severities: rule.severity === 'off' ? { [id]: 'hint' as const } : {} };
      return check(parse(text), rules, await viewAround(text, around), settings, (_, error) => {
        throw error;
      });
    });
  }
});
