import type { ProjectView } from '../core/project-view.ts';
import type { Finding, RuleInfo } from '../core/rule.ts';
import type { Block } from './file.ts';
import type { ComposeModel, Part, Service } from './model.ts';

/**
 * A rule over compose files. It has one or more of these; all are pure generators. Most files are mostly right, so that what looks at mistakes only is not asked about the rest.
 * What a part or a service is found to have stays with its block until the block's text changes.
 */
export interface ComposeRule extends RuleInfo {
  /** Looks at the text of one block and at what YAML can't read in it. Spans count from the block's start. */
  block?(block: Block): Iterable<Finding>;
  /** Looks at a block that YAML can't read, and says what `syntaxProblem` finds. */
  unreadable?(block: Block): Iterable<Finding>;
  /** Looks at one part alone: an entry of a section, or a top-level key that is no section. Spans count from the part's start. */
  part?(part: Part): Iterable<Finding>;
  /** Looks at a part that is otherwise than the schema, and says what `misfitsOf` finds. Spans count from the part's start. */
  misfits?(part: Part): Iterable<Finding>;
  /** Looks at one service alone. Spans count from the service's start. */
  service?(service: Service): Iterable<Finding>;
  /** Looks at the whole file and its neighbours. Spans count from the file's start: `placed(service.start, { at … })`. */
  file?(model: ComposeModel, project: ProjectView): Iterable<Finding>;
}
