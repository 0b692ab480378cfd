import type { Finding, RuleInfo } from '../core/rule.ts';
import type { CommandFile } from './file.ts';
import type { Line } from './line.ts';

/** A rule over docker command lines. It has one or both of these; spans count from the file's start. */
export interface CommandRule extends RuleInfo {
  /** Looks at one command line. */
  line?(line: Line): Iterable<Finding>;
  /** Looks at the whole script or page. */
  file?(file: CommandFile): Iterable<Finding>;
}
