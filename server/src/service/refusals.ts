import { textOf } from '../compose/facts.ts';
import type { ComposeFile } from '../compose/file.ts';
import { failsLater } from '../compose/formats.ts';
import { modelOf } from '../compose/model.ts';
import { scalarAt } from '../compose/services.ts';
import { misfitsOf } from '../compose/walk.ts';
import type { Reported } from '../core/check.ts';

/** What `docker compose config` does not look at. */
const LATER = new Set(['mount-at-absolute-paths', 'name-containers-once']);

/** Whether an error is one for which only `docker compose up` fails, while `config` takes the file. */
export function laterIn(file: ComposeFile): (error: Reported) => boolean {
  const places = new Set<number>();
  const { parts, services } = modelOf(file);
  for (const part of parts) {
    for (const misfit of misfitsOf(part)) if (misfit.kind === 'bad-format' && failsLater(misfit.problem)) places.add(part.start + misfit.problem.span.start);
  }
  for (const { node, start } of services) {
    // Compose only asks that a name stands somewhere in it.
    const name = scalarAt(node, 'container_name');
    if (name && /[a-zA-Z0-9][a-zA-Z0-9_.-]/.test(textOf(name))) places.add(start + name.raw.span.start);
  }
  return ({ rule, at }) => LATER.has(rule) || places.has(at.start);
}

/** What a file lacks may stand in one that is merged with it; of the whole project its own check says it. */
export const ofNames = new Set([
  'begin-with-services',
  'declare-networks',
  'declare-secrets-and-configs',
  'declare-volumes',
  'name-existing-services',
  'set-image-or-build',
  'start-host-paths-with-dot',
]);
