import { type Reported, type RuleSettings, report } from '../core/check.ts';
import { type Failed, foundBy } from '../core/run.ts';
import type { DotenvFile } from './file.ts';
import type { DotenvRule } from './rule.ts';

export type DotenvRules = Readonly<Record<string, DotenvRule>>;

/** What the rules say of an env file, in the order of its text. */
export function check(file: DotenvFile, rules: DotenvRules, settings: RuleSettings, failed: Failed): Reported[] {
  return report(
    foundBy(Object.entries(rules), (rule) => rule.file(file), failed),
    rules,
    settings,
  );
}
