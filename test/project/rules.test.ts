import { defaultSettings } from '../../server/src/core/check.ts';
import { rules } from '../../server/src/generated/project-rules.ts';
import { judge } from '../../server/src/service/judge.ts';
import { testExamples } from '../support/examples.ts';
import { filesIn } from '../support/view.ts';

describe('project/rules', () => {
  for (const [id, rule] of Object.entries(rules)) {
    testExamples(id, rule, async (text, around, name = 'compose.yaml') => {
      const settings = { ...defaultSettings, severities: rule.severity === 'off' ? { [id]: 'hint' as const } : {} };
      return judge(`file:///shop/${name}`, undefined, text, filesIn({ ...around, [name]: text }), settings, (_, error) => {
        throw error;
      });
    });
  }
});
