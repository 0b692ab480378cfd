import type { RuleInfo, Severity } from '../core/rule.ts';
import type { Spot, Stack } from './stack/stack.ts';

export interface StackEdit {
  readonly at: Spot;
  readonly text: string;
}

/** What other rules, of the stack or of one language, would say of a place. */
export interface Consequence {
  readonly at: Spot;
  readonly rules: readonly string[];
}

/** What a rule has to say of a place in one of the stack's files. */
export interface StackFinding {
  readonly at: Spot;
  readonly message: string;
  readonly severity?: Severity;
  /** Edits of the file that the finding stands in. */
  readonly fixes?: readonly { readonly title: string; readonly edits: readonly StackEdit[]; readonly safe?: true }[];
  readonly related?: readonly { readonly at: Spot; readonly message: string }[];
  /** What follows from the same mistake and is not said any more, by whichever rule: this finding names the cause. */
  readonly instead?: readonly Consequence[];
}

/** A rule over the files of a stack together. A pure generator; it runs again only when something it may know has changed. */
export interface StackRule extends RuleInfo {
  readonly scope: 'project';
  check(stack: Stack): Iterable<StackFinding>;
}
