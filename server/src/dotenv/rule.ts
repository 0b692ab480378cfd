import type { Finding, RuleInfo } from '../core/rule.ts';
import type { DotenvFile } from './file.ts';

/** A rule over env files as Compose reads them. Spans count from the file's start. */
export interface DotenvRule extends RuleInfo {
  file(file: DotenvFile): Iterable<Finding>;
}
