import type { RuleInfo } from '../../src/core/rule.ts';
import { ko } from '../ko.ts';

/** A rule as `rules` lists it. */
export interface ListedRule {
  readonly id: string;
  readonly language: string;
  readonly severity: string;
  readonly scope: 'file' | 'project';
  readonly title: string;
  readonly also: readonly string[];
}

/** All rules, by language. */
export const listedRules = (language: string, rules: Readonly<Record<string, RuleInfo>>, titles: Readonly<Record<string, string>>): ListedRule[] =>
  Object.entries(rules).map(([id, { severity, scope, also }]) => ({ id, language, severity, scope: scope ?? 'file', title: titles[id] ?? id, also }));

/** The list for people. */
export function rulesAsText(rules: readonly ListedRule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules.map(({ id, severity, title }) => `${id.padEnd(width)}  ${ko.severities[severity as keyof typeof ko.severities]}  ${title}`).join('\n');
}
