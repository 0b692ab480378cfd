import type { Mapping, Scalar } from './file.ts';
import type { Part } from './model.ts';
import { misread } from './syntax.ts';
import type { Misfit } from './walk.ts';

/** Whether a rule of its own explains a wrong kind better than the general ones. */
export function isClaimed(misfit: Misfit, part: Part): boolean {
  void part;
  const scalar = misreadOf(misfit);
  return isEnvironmentItem(misfit) || isBareDependency(misfit) || (scalar !== undefined && misread(scalar) !== undefined && misread(scalar) !== 'equals');
}

/** `- KEY: value` in a list of variables. */
export function isEnvironmentItem(misfit: Misfit): misfit is Misfit & { readonly kind: 'wrong-kind' } {
  if (misfit.kind !== 'wrong-kind' || misfit.node?.kind !== 'mapping') return false;
  const { path } = misfit;
  return path.at(-1) === '[]' && VARIABLE_LISTS.has(path.at(-2) ?? '');
}

const VARIABLE_LISTS = new Set(['environment', 'args', 'labels', 'annotations', 'sysctls']);

/** `depends_on: { db: }`: the long form without its settings. */
export function isBareDependency(misfit: Misfit): misfit is Misfit & { readonly kind: 'wrong-kind' } {
  return misfit.kind === 'wrong-kind' && misfit.path.length === 4 && misfit.path[2] === 'depends_on' && misfit.path[3] !== '[]' && misfit.is === 'null';
}

/** The text that stands where a list or a mapping belongs. */
export function misreadOf(misfit: Misfit): Scalar | undefined {
  if (misfit.kind !== 'wrong-kind' || misfit.is !== 'string' || misfit.node?.kind !== 'scalar') return undefined;
  return misfit.shape.types.includes('array') || misfit.shape.types.includes('object') ? misfit.node : undefined;
}

/** `- 80: 80` in a list of ports: the mapping that was meant as a port. */
export function spacedPort(misfit: Misfit): Mapping | undefined {
  if (misfit.kind !== 'unknown-key' || misfit.path.at(-3) !== 'ports' || misfit.parent.entries[0] !== misfit.entry) return undefined;
  return /^[\d.:-]+$/.test(misfit.entry.key.raw.text) ? misfit.parent : undefined;
}
