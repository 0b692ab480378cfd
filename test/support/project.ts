import { type EffectiveProject, effectiveProject, type ProjectOptions } from '../../server/src/project/effective/project.ts';
import { type Source, type Value, valueAt } from '../../server/src/project/effective/value.ts';
import { asJson } from '../../server/src/service/config.ts';
import { filesIn } from './view.ts';

/** The project of a folder in memory, `file:///shop/`. */
export const projectIn = (files: Readonly<Record<string, string>>, options?: ProjectOptions): Promise<EffectiveProject> =>
  effectiveProject('file:///shop/', filesIn(files), options);

/** What is printed of a project, as plain values. */
export const plainOf = (project: EffectiveProject) => JSON.parse(asJson(project));

/** `compose.yaml:3`, seen from the folder. */
export function placeOf(project: EffectiveProject, { file, span }: Source): string {
  const before = (project.texts.get(file) ?? '').slice(0, span.start);
  return `${file.replace('file:///shop/', '')}:${before.split('\n').length}`;
}

/** Where the value at a path is written, with the lines of the variables in it. */
export function originOf(project: EffectiveProject, ...path: readonly string[]): string | undefined {
  const value: Value | undefined = valueAt(project.model, ...path);
  if (!value?.from) return undefined;
  const uses = value.kind === 'scalar' ? (value.uses ?? []) : [];
  return [placeOf(project, value.from), ...uses.flatMap(({ name, from }) => (from ? [`${name} ${placeOf(project, from)}`] : []))].join(', ');
}

/** What is wrong with a project and what Docker warns of, as `kind: word`. */
export const saidOf = ({ problems, warnings }: EffectiveProject) =>
  [...problems, ...warnings].map((it) => [it.kind, ...['path', 'service', 'name', 'text', 'taken'].flatMap((key) => (key in it ? [Reflect.get(it, key)] : []))].join(': '));
