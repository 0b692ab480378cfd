import type { Finding, Profile, RuleInfo, Severity } from './rule.ts';

/** How somebody wants the rules to look. */
export interface RuleSettings {
  readonly profile: Profile;
  /** By rule id; stronger than rule and profile. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}

export const defaultSettings: RuleSettings = { profile: 'beginner', severities: {} };

/** A finding with the rule that has it and how much it weighs. Spans count from the file's start. */
export interface Reported extends Finding {
  readonly rule: string;
  readonly severity: Severity;
}

/** How much a rule weighs for somebody; `off` where it does not speak. */
export function severityOf(id: string, { severity, profiles }: RuleInfo, { profile, severities }: RuleSettings): Severity | 'off' {
  const own = severities[id] ?? profiles?.[profile];
  if (own) return own;
  // An examination shows what Docker refuses; at work hints about habits are noise.
  return (profile === 'exam' && severity !== 'error') || (profile === 'work' && severity === 'hint') ? 'off' : severity;
}

/** What is said of a file: each finding once, in the order of the text, weighed as somebody wants it. */
export function report(found: Iterable<readonly [string, Finding]>, rules: Readonly<Record<string, RuleInfo>>, settings: RuleSettings): Reported[] {
  const weigh = weighing(rules, settings);
  const reported: Reported[] = [];
  for (const [id, finding] of found) {
    const severity = weigh(id, finding);
    if (severity !== 'off') reported.push({ ...finding, rule: id, severity });
  }
  return ordered(reported, settings);
}

/** How much a finding of a rule weighs for somebody; `off` where the rule does not speak. */
export function weighing(rules: Readonly<Record<string, RuleInfo>>, settings: RuleSettings): (id: string, finding: Finding) => Severity | 'off' {
  const own = new Map(Object.entries(rules).map(([id, rule]) => [id, severityOf(id, rule, settings)]));
  return (id, { severity }) => {
    const of = own.get(id) ?? 'off';
    return of === 'off' || settings.severities[id] !== undefined ? of : (severity ?? of);
  };
}

/** Each finding once, in the order of the text. An examination shows errors only. */
export function ordered(reported: Reported[], { profile, severities }: RuleSettings): Reported[] {
  reported.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  const once: Reported[] = [];
  for (const finding of reported) if (!saidAlready(once, finding)) once.push(finding);
  return profile === 'exam' ? once.filter(({ rule, severity }) => severity === 'error' || severities[rule] !== undefined) : once;
}

/** Text behind an anchor is judged wherever it is used. */
function saidAlready(said: readonly Reported[], { at, rule }: Reported): boolean {
  for (let i = said.length - 1; i >= 0; i--) {
    const other = said[i];
    if (!other || other.at.start !== at.start || other.at.end !== at.end) return false;
    if (other.rule === rule) return true;
  }
  return false;
}
