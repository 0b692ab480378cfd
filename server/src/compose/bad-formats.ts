import { textOf } from './facts.ts';
import type { Scalar } from './file.ts';
import { type Format, isProblemOf, type ProblemOf } from './formats.ts';
import type { Part } from './model.ts';
import { misfitsOf } from './walk.ts';

/** A value that Compose or the engine can't read. */
export interface BadFormat<F extends Format> {
  readonly node: Scalar;
  readonly problem: ProblemOf<F>;
  readonly path: readonly string[];
  /** The key it stands under, also as an item of a list. */
  readonly key: string;
  /** What the value says. */
  readonly text: string;
  /** What stands at the problem's place. */
  readonly piece: string;
}

/** The values of a part that can't be read, of some formats only. */
export function* badFormats<F extends Format>(part: Part, ...formats: readonly F[]): Generator<BadFormat<F>> {
  for (const misfit of misfitsOf(part)) {
    if (misfit.kind !== 'bad-format' || !isProblemOf(misfit.problem, ...formats)) continue;
    const { node, path, problem } = misfit;
    const { raw } = node;
    const piece = raw.text.slice(Math.max(0, problem.span.start - raw.span.start), problem.span.end - raw.span.start);
    yield { node, problem, path, key: path.findLast((step) => step !== '[]') ?? '', text: textOf(node), piece };
  }
}
