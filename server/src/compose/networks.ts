import { remembered, rememberedBy } from '../core/remember.ts';
import { endpointsUnder } from './endpoints.ts';
import { child, textOf } from './facts.ts';
import { type Gathered, gathered } from './gathered.ts';
import { defaultPort } from './known-images.ts';
import type { ComposeModel, Service } from './model.ts';
import { portsOf, profilesOf, referencesUnder, scalarAt, scalarsUnder } from './services.ts';
import type { Endpoint } from './urls.ts';

/** Names under which a service can be reached from another container of the project. */
export function namesOf(service: Service): string[] {
  const container = textOf(scalarAt(service.node, 'container_name'));
  const aliases = referencesUnder(service.node, 'networks').flatMap(({ settings }) => scalarsUnder(settings, 'aliases').map(textOf));
  return [service.name, ...(container === '' ? [] : [container]), ...aliases];
}

/** Whether the service stands in networks of the project at all. */
export const isNetworked = (service: Service): boolean => reachOf(service) !== undefined;

/** How a service is reached: the names, and its ports by what reaches them from this computer or from a container. */
interface Reach {
  readonly names: readonly string[];
  readonly targets: ReadonlyMap<string, string>;
}

/** Nothing where the service stands in no network of the project. */
const reachOf: (service: Service) => Reach | undefined = rememberedBy(
  ({ identity }) => identity,
  (service) => {
    if (textOf(child(service.node, 'network_mode')) !== '') return undefined;
    const targets = new Map<string, string>();
    for (const { published, target } of portsOf(service)) {
      if (published && !targets.has(published.text)) targets.set(published.text, target.text);
      if (!targets.has(target.text)) targets.set(target.text, target.text);
    }
    const own = defaultPort(service);
    if (own !== undefined && !targets.has(own)) targets.set(own, own);
    return { names: namesOf(service), targets };
  },
);

const reachable = gathered(reachOf);

/** Services by what reaches them; made once for a file. */
interface Directory {
  readonly byName: ReadonlyMap<string, Service>;
  readonly byPort: ReadonlyMap<string, readonly { readonly service: Service; readonly target: string }[]>;
}

const directoryOf = remembered((model: ComposeModel): Directory => {
  const byName = new Map<string, Service>();
  const byPort = new Map<string, { service: Service; target: string }[]>();
  for (const { service, answer: reach } of reachable(model)) {
    for (const name of reach.names) if (!byName.has(name)) byName.set(name, service);
    for (const [port, target] of reach.targets) {
      const there = byPort.get(port);
      if (there) there.push({ service, target });
      else byPort.set(port, [{ service, target }]);
    }
  }
  return { byName, byPort };
});

/** The services of the project's networks that name an address, with the addresses. */
export const callersIn: (model: ComposeModel) => readonly Gathered<readonly Endpoint[]>[] = gathered((service) => {
  const endpoints = endpointsUnder(service);
  return endpoints.length > 0 && isNetworked(service) ? endpoints : undefined;
});

/** The service that a host name of the project reaches. */
export const serviceNamed = (model: ComposeModel, host: string): Service | undefined => directoryOf(model).byName.get(host);

/** Every name that reaches a service. */
export const knownHosts = (model: ComposeModel): Iterable<string> => directoryOf(model).byName.keys();

/** The service that answers at a port of this computer or of a container, if only one does. */
export function serviceAt(model: ComposeModel, port: string, other: Service): { readonly service: Service; readonly target: string } | undefined {
  const found = (directoryOf(model).byPort.get(port) ?? []).filter(({ service }) => service.name !== other.name);
  return found.length === 1 ? found[0] : undefined;
}

/** Services of different profiles are made to replace each other. */
export function canRunTogether(a: Service, b: Service): boolean {
  const [left, right] = [profilesOf(a), profilesOf(b)];
  return left.length === 0 || right.length === 0 || left.some((profile) => right.includes(profile));
}
