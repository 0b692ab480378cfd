import type { Finding, RuleInfo } from '../core/rule.ts';
import type { DockerignoreFile, Pattern } from './file.ts';

/** A rule over `.dockerignore` files. It has one or both of these; spans count from the file's start. */
export interface DockerignoreRule extends RuleInfo {
  /** Looks at one line. */
  pattern?(pattern: Pattern): Iterable<Finding>;
  /** Looks at all lines and their order. */
  file?(file: DockerignoreFile): Iterable<Finding>;
}
