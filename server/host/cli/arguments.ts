import { parseArgs } from 'node:util';
import type { RuleSettings, Severity } from '../../src/service/service.ts';
import { ko } from '../ko.ts';
import type { FileLanguage } from './find-files.ts';

export const FORMATS = ['text', 'json', 'github', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

export const SEVERITIES: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

const LANGUAGES: readonly FileLanguage[] = ['compose', 'dockerfile', 'dockerignore', 'dotenv', 'shell', 'markdown'];

/** What somebody asked `check` to do. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly as?: FileLanguage;
  readonly format: Format;
  readonly settings: RuleSettings;
  readonly failOn: Severity;
  /** The heaviest that is shown; what weighs more is shown as this. */
  readonly most: Severity;
}

/** The options of `check`, or a Korean line that says what is wrong with them. */
export function checkOptions(words: readonly string[]): CheckOptions | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(words);
  } catch (error) {
    return ko.badOption(/'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '');
  }
  const { values, positionals } = parsed;
  const format = FORMATS.find((it) => it === values.format);
  if (!format) return ko.badValue('--format', values.format, FORMATS);
  const failOn = SEVERITIES.find((it) => it === values['fail-on']);
  if (!failOn) return ko.badValue('--fail-on', values['fail-on'], SEVERITIES);
  const most = SEVERITIES.find((it) => it === values['max-severity']);
  if (!most) return ko.badValue('--max-severity', values['max-severity'], SEVERITIES);
  const profile = ko.profiles[values.profile];
  if (!profile) return ko.badValue('--profile', values.profile, Object.keys(ko.profiles));
  const as = LANGUAGES.find((it) => it === values.as);
  if (values.as !== undefined && !as) return ko.badValue('--as', values.as, LANGUAGES);
  const severities: Record<string, Severity | 'off'> = {};
  for (const pair of values.rule) {
    const [id = '', value = ''] = pair.split('=');
    const severity = value === 'off' ? 'off' : SEVERITIES.find((it) => it === value);
    if (!severity) return ko.badValue('--rule', pair, ['ID=off|hint|information|warning|error']);
    severities[id] = severity;
  }
  return { paths: positionals.length > 0 ? positionals : ['.'], format, failOn, most, settings: { profile, severities }, ...(as && { as }) };
}

const parse = (words: readonly string[]) =>
  parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      format: { type: 'string', default: 'text' },
      profile: { type: 'string', default: Object.keys(ko.profiles)[0] ?? '' },
      'fail-on': { type: 'string', default: 'error' },
      'max-severity': { type: 'string', default: 'error' },
      rule: { type: 'string', multiple: true, default: [] },
    },
  });
