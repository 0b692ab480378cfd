import type { Finding } from './rule.ts';

/** A finding with the id of its rule. */
export type FoundBy = readonly [string, Finding];

/** Names a rule that threw; it is left out. */
export type Failed = (rule: string, error: unknown) => void;

/** What every rule finds that has something to say here. A rule that throws is left out and named to `failed`. */
export function foundBy<Rule>(rules: readonly (readonly [string, Rule])[], run: (rule: Rule) => Iterable<Finding> | undefined, failed: Failed): FoundBy[] {
  const found: FoundBy[] = [];
  for (const [id, rule] of rules) {
    try {
      for (const finding of run(rule) ?? []) found.push([id, finding]);
    } catch (error) {
      failed(id, error);
    }
  }
  return found;
}
