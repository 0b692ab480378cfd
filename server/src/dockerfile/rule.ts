import type { Finding, RuleInfo } from '../core/rule.ts';
import type { Block, Escape, Instruction } from './file.ts';
import type { DockerfileModel } from './model.ts';

/**
 * A rule over Dockerfiles. It has one or more of these; all are pure generators.
 * What a block is found to have stays with it until its text changes.
 */
export interface DockerfileRule extends RuleInfo {
  /** Looks at the text of one block: an instruction with its lines, or the lines between two. Spans count from the block's start. */
  block?(block: Block, escape: Escape): Iterable<Finding>;
  /** Looks at one instruction alone; not at what ONBUILD leaves for another build. Spans count from the block's start. */
  instruction?(instruction: Instruction, block: Block, escape: Escape): Iterable<Finding>;
  /** Looks at the whole file. Spans count from the file's start: `placed(start, { at … })`. */
  file?(model: DockerfileModel): Iterable<Finding>;
}
