import { remembered } from '../core/remember.ts';
import type { Word } from '../core/text.ts';
import { child } from './facts.ts';
import type { Mapping } from './file.ts';
import type { Service } from './model.ts';
import { variablesUnder } from './services.ts';
import { type Endpoint, endpointsIn, endpointsOf, portNameOf } from './urls.ts';

/** The addresses that a service's own settings name: variables and commands, not its health check, which runs beside the program. */
export const endpointsUnder = ({ node }: Service): readonly Endpoint[] => (node ? endpointsAt(node) : []);

const endpointsAt = remembered((node: Mapping): readonly Endpoint[] => {
  const variables = variablesUnder(node);
  const ports = new Map(variables.flatMap(({ name, value }) => (value && /^\d+$/.test(value.text) && exact(value) ? [[name.text, value] as const] : [])));
  const found = variables.flatMap(endpointsOf).map((it) => withPort(it, ports));
  for (const key of ['command', 'entrypoint']) {
    const value = child(node, key);
    const scalars = value?.kind === 'sequence' ? value.items : value ? [value] : [];
    for (const scalar of scalars) if (scalar.kind === 'scalar' && scalar.style !== 'block') found.push(...endpointsIn(scalar.raw));
  }
  return found;
});

const exact = ({ text, span }: Word): boolean => span.end - span.start === text.length;

/** A host without a port may have it in the variable beside it. `0.0.0.0` says where to listen, not whom to call. */
function withPort(endpoint: Endpoint, ports: ReadonlyMap<string, Word>): Endpoint {
  const beside = endpoint.port || endpoint.scheme || endpoint.host.text === '0.0.0.0' ? undefined : portNameOf(endpoint.name);
  const port = beside === undefined ? undefined : ports.get(beside);
  return port ? { ...endpoint, port, apart: true } : endpoint;
}
