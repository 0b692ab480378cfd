import { type Reported, type RuleSettings, report } from '../core/check.ts';
import { withoutIgnored } from '../core/ignore.ts';
import { type Failed, foundBy } from '../core/run.ts';
import type { CommandFile } from './file.ts';
import { lineOf } from './line.ts';
import type { CommandRule } from './rule.ts';

export type CommandRules = Readonly<Record<string, CommandRule>>;

/** What the rules say of the docker command lines of a file, in the order of its text. */
export function check(file: CommandFile, rules: CommandRules, settings: RuleSettings, failed: Failed): readonly Reported[] {
  const all = Object.entries(rules);
  const found = [
    ...file.commands.flatMap((command) => {
      const line = lineOf(file, command);
      return foundBy(all, (rule) => rule.line?.(line), failed);
    }),
    ...foundBy(all, (rule) => rule.file?.(file), failed),
  ];
  return report(found, rules, settings).filter((it) => withoutIgnored(file.text, [{ ...it, at: firstLine(file, it) }]).length > 0);
}

/** A comment that asks not to be told something stands above the whole command: in the middle of one there is no room for it. */
function firstLine({ commands }: CommandFile, { at }: Reported): Reported['at'] {
  const around = commands.findLast(({ span }) => span.start <= at.start && at.start <= span.end);
  return around ? { start: around.span.start, end: at.end } : at;
}
