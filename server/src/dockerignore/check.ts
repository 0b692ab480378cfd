import { type Reported, type RuleSettings, report } from '../core/check.ts';
import { type Failed, foundBy } from '../core/run.ts';
import type { DockerignoreFile } from './file.ts';
import type { DockerignoreRule } from './rule.ts';

export type DockerignoreRules = Readonly<Record<string, DockerignoreRule>>;

/** What the rules say of a `.dockerignore` file, in the order of its text. */
export function check(file: DockerignoreFile, rules: DockerignoreRules, settings: RuleSettings, failed: Failed): Reported[] {
  const all = Object.entries(rules);
  const found = [...file.patterns.flatMap((pattern) => foundBy(all, (rule) => rule.pattern?.(pattern), failed)), ...foundBy(all, (rule) => rule.file?.(file), failed)];
  return report(found, rules, settings);
}
