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
  const seen = new Set<string>();
  const reported: Reported[] = [];
  for (const [id, finding] of found) {
    const rule = rules[id];
    const own = rule ? severityOf(id, rule, settings) : 'off';
    if (own === 'off') continue;
    // Text behind an anchor is judged wherever it is used.
    const place = `${id} ${finding.at.start} ${finding.at.end}`;
    if (seen.has(place)) continue;
    seen.add(place);
    const severity = settings.severities[id] === undefined ? (finding.severity ?? own) : own;
    if (settings.profile === 'exam' && severity !== 'error' && settings.severities[id] === undefined) continue;
    reported.push({ ...finding, rule: id, severity });
  }
  return reported.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
}
