import { remembered } from '../core/remember.ts';
import { child } from './facts.ts';
import type { Mapping } from './file.ts';
import type { Service } from './model.ts';
import { variablesUnder } from './services.ts';
import { type Endpoint, endpointsIn, endpointsOf } from './urls.ts';

/** The addresses that a service's own settings name: variables and commands, not its health check, which runs beside the program. */
export const endpointsUnder = ({ node }: Service): readonly Endpoint[] => (node ? endpointsAt(node) : []);

const endpointsAt = remembered((node: Mapping): readonly Endpoint[] => {
  const found = variablesUnder(node).flatMap(endpointsOf);
  for (const key of ['command', 'entrypoint']) {
    const value = child(node, key);
    const scalars = value?.kind === 'sequence' ? value.items : value ? [value] : [];
    for (const scalar of scalars) if (scalar.kind === 'scalar' && scalar.style !== 'block') found.push(...endpointsIn(scalar.raw));
  }
  return found;
});
