import { booleanOf } from '../../compose/grammar/booleans.ts';
import { itemShape, keyShape, namedShape, rootShape, type Shape } from '../../compose/shape.ts';
import { isUnset, substitute } from '../../core/template.ts';
import type { Environment } from './environment.ts';
import type { Report } from './problems.ts';
import { mapEntries, type ScalarValue, type Used, type Value } from './value.ts';

/** Puts the environment's values in place of the variables of every text, and makes truth values of texts where Compose wants one. */
export function interpolate<V extends Value>(value: V, environment: Environment, report: Report): V;
export function interpolate(value: Value, environment: Environment, report: Report): Value {
  return visit(value, rootShape);

  function visit(it: Value, shape: Shape | undefined): Value {
    if (it.kind === 'map') return mapEntries(it, (inner, key) => visit(inner, below(shape, key)));
    if (it.kind === 'list') return { ...it, items: it.items.map((item) => visit(item, shape && itemShape(shape))) };
    return it.is === 'string' ? cast(replace(it), shape) : it;
  }

  function replace(it: ScalarValue): ScalarValue {
    const { text, uses, problem } = substitute(it.text, (name) => environment.get(name)?.value);
    const at = it.from && { at: it.from };
    if (problem?.kind === 'invalid') report.problem({ kind: 'invalid-template', text: problem.text, ...at });
    if (problem?.kind === 'required') report.problem({ kind: 'required-variable', name: problem.name, message: problem.message, ...at });
    if (uses.length === 0) return { ...it, text };
    for (const use of uses) if (isUnset(use)) report.warn({ kind: 'unset-variable', name: use.name, ...at });
    const used = uses.map((use): Used => {
      const from = environment.get(use.name)?.from;
      return { ...use, ...(from && { from }) };
    });
    return { ...it, text, uses: used };
  }

  function cast(it: ScalarValue, shape: Shape | undefined): ScalarValue {
    if (shape?.format !== 'boolean') return it;
    const read = booleanOf(it.text);
    if (!read) return it;
    if (!read.plain) report.warn({ kind: 'boolean-spelling', text: it.text, instead: String(read.value), ...(it.from && { at: it.from }) });
    return { ...it, is: 'boolean', text: String(read.value) };
  }
}

/** The shape of what stands at a key: a key that Compose knows, or a name of one's own. Below `x-` nothing has a shape. */
export const below = (shape: Shape | undefined, key: string): Shape | undefined => shape && (keyShape(shape, key) ?? (/^x-/.test(key) ? undefined : namedShape(shape)));
