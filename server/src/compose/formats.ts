import type { Span } from '../core/text.ts';
import type { Scalar } from './file.ts';
import type { Format } from './shape.ts';
import type { Kind } from './walk.ts';

/** Why Compose can't read the text of a value. `span` is the piece to underline. */
export interface FormatProblem {
  readonly reason: string;
  readonly span: Span;
}

/** What Compose finds wrong with a scalar that it converts; nothing where it is fine. The scalar holds no variable. */
export function formatProblem(format: Format, node: Scalar, is: Kind): FormatProblem | undefined {
  void format;
  void node;
  void is;
  return undefined;
}
