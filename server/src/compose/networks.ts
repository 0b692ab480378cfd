import { child, textOf } from './facts.ts';
import type { ComposeModel, Service } from './model.ts';
import { portsOf, profilesOf, referencesUnder, scalarAt, scalarsUnder } from './services.ts';

/** Names under which a service can be reached from another container of the project. */
export function namesOf(service: Service): string[] {
  const container = textOf(scalarAt(service.node, 'container_name'));
  const aliases = referencesUnder(service.node, 'networks').flatMap(({ settings }) => scalarsUnder(settings, 'aliases').map(textOf));
  return [service.name, ...(container === '' ? [] : [container]), ...aliases];
}

/** Whether the service stands in networks of the project at all. */
export const isNetworked = ({ node }: Service): boolean => textOf(child(node, 'network_mode')) === '';

/** The service that answers at a port of this computer or of a container, if only one does. */
export function serviceAt(model: ComposeModel, port: string, other: Service): { readonly service: Service; readonly target: string } | undefined {
  const found = model.services.flatMap((service) => {
    if (service.name === other.name || !isNetworked(service)) return [];
    const hit = portsOf(service).find(({ published, target }) => published?.text === port || target.text === port) ?? undefined;
    if (hit) return [{ service, target: hit.target.text }];
    return defaultPort(service) === port ? [{ service, target: port }] : [];
  });
  const [first] = found;
  return first && found.length === 1 ? first : undefined;
}

const PORTS: Readonly<Record<string, string>> = {
  mysql: '3306',
  mariadb: '3306',
  postgres: '5432',
  mongo: '27017',
  redis: '6379',
  valkey: '6379',
  rabbitmq: '5672',
  memcached: '11211',
  elasticsearch: '9200',
  nginx: '80',
  httpd: '80',
};

/** The port that a well-known image listens on. */
export function defaultPort(service: Service): string | undefined {
  const image = textOf(scalarAt(service.node, 'image')).replace(/^(?:docker\.io\/)?(?:library\/)?/, '');
  const name = /^([a-z]+)(?::|@|$)/.exec(image)?.[1];
  return name === undefined ? undefined : PORTS[name];
}

/** Services of different profiles are made to replace each other. */
export function canRunTogether(a: Service, b: Service): boolean {
  const [left, right] = [profilesOf(a), profilesOf(b)];
  return left.length === 0 || right.length === 0 || left.some((profile) => right.includes(profile));
}
