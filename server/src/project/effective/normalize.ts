import type { Environment } from './environment.ts';
import { clean } from './places.ts';
import {
  boolean,
  emptyMap,
  entriesOf,
  integer,
  isNull,
  isText,
  itemsOf,
  type MapValue,
  map,
  mapEntries,
  nothing,
  type ScalarValue,
  text,
  textOf,
  type Value,
  valueAt,
  withEntries,
} from './value.ts';

/** A project with what Compose adds of its own: the default network, full names, implied dependencies, default values. compose-go: loader/normalize.go */
export function normalized(document: MapValue, name: string, environment: Environment): MapValue {
  const services = mapOf(document.entries.get('services'));
  const own = mapEntries(services, (service) => (service.kind === 'map' ? normalizedService(service, environment) : service));
  const networks = mapOf(document.entries.get('networks'));
  const usesDefault = entriesOf(own).some(([, service]) => valueAt(service, 'networks', 'default') !== undefined);
  const needsDefault = usesDefault && !networks.entries.has('default');
  const sections: Record<string, Value | undefined> = { services: own };
  for (const section of ['networks', 'volumes', 'secrets', 'configs']) {
    const value = mapOf(document.entries.get(section));
    const full = section === 'networks' && needsDefault ? withEntries(value, { default: nothing() }) : value;
    sections[section] = full.entries.size > 0 ? mapEntries(full, (resource, key) => namedResource(resource, key, name)) : undefined;
  }
  return withEntries(document, { name: text(name, likeOf(document.entries.get('name'))), ...sections });
}

const mapOf = (value: Value | undefined): MapValue => (value?.kind === 'map' ? value : emptyMap);

const likeOf = (value: Value | undefined) => ({ ...(value?.from && { from: value.from }) });

/** Without a name of its own a thing is called after the project. */
function namedResource(resource: Value, key: string, project: string): Value {
  const value = resource.kind === 'map' ? resource : map([], resource);
  if (!isNull(value.entries.get('name'))) return value;
  const isExternal = textOf(value.entries.get('external')) === 'true';
  return map([['name', text(isExternal ? key : `${project}_${key}`)], ...value.entries], value);
}

function normalizedService(service: MapValue, environment: Environment): MapValue {
  const of = (key: string) => service.entries.get(key);
  const dependencies = impliedDependencies(service);
  const changes: Record<string, Value | undefined> = {};
  if (textOf(of('pull_policy')) === 'if_not_present') changes.pull_policy = text('missing', likeOf(of('pull_policy')));
  const build = of('build');
  if (build?.kind === 'map') changes.build = normalizedBuild(build, environment);
  const variables = of('environment');
  if (variables?.kind === 'map') changes.environment = mapEntries(variables, (it, key) => fromShell(it, key, environment) ?? it);
  if (dependencies.entries.size > 0) changes.depends_on = dependencies;
  const isAttached = !of('network_mode') && !of('provider');
  if (isAttached && entriesOf(of('networks')).length === 0) changes.networks = map([['default', nothing()]]);
  return withEntries(service, {
    ...changes,
    ...lists(service, {
      configs: (item) => item,
      devices: (item) => item,
      gpus: withCount,
      ports: (item) => withDefaults(item, { mode: text('ingress'), protocol: text('tcp') }),
      secrets: (item) => withDefaults(item, { target: text(`/run/secrets/${textOf(valueAt(item, 'source'))}`) }),
      volumes: normalizedMount,
    }),
    ...(of('extra_hosts') && { extra_hosts: sorted(of('extra_hosts')) }),
    ...(of('deploy') && { deploy: normalizedDeploy(of('deploy')) }),
  });
}

const sorted = (value: Value | undefined): Value | undefined =>
  value?.kind === 'list' ? { ...value, items: [...value.items].sort((a, b) => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0)) } : value;

function lists(service: MapValue, changes: Readonly<Record<string, (item: Value) => Value>>): Record<string, Value> {
  const found: Record<string, Value> = {};
  for (const [key, change] of Object.entries(changes)) {
    const value = service.entries.get(key);
    if (value?.kind === 'list') found[key] = { ...value, items: value.items.map(change) };
  }
  return found;
}

function withDefaults(value: Value, defaults: Readonly<Record<string, ScalarValue>>): Value {
  if (value.kind !== 'map') return value;
  const missing = Object.entries(defaults).filter(([key]) => isNull(value.entries.get(key)));
  return missing.length === 0 ? value : map([...value.entries, ...missing], value);
}

/** A device request without number and ids asks for all. */
const withCount = (value: Value): Value =>
  value.kind === 'map' && !value.entries.has('count') && !value.entries.has('device_ids') ? withEntries(value, { count: integer(-1) }) : value;

function normalizedMount(value: Value): Value {
  if (value.kind !== 'map') return value;
  const target = value.entries.get('target');
  const bind = value.entries.get('bind');
  return withEntries(value, {
    ...(isText(target) && { target: { ...target, text: clean(target.text) } }),
    ...(bind?.kind === 'map' && { bind: withDefaults(bind, { create_host_path: boolean(true) }) }),
  });
}

function normalizedDeploy(value: Value | undefined): Value | undefined {
  const resources = valueAt(value, 'resources');
  const reservations = valueAt(resources, 'reservations');
  const devices = valueAt(reservations, 'devices');
  if (value?.kind !== 'map' || resources?.kind !== 'map' || reservations?.kind !== 'map' || devices?.kind !== 'list') return value;
  const counted = { ...devices, items: devices.items.map(withCount) };
  return withEntries(value, { resources: withEntries(resources, { reservations: withEntries(reservations, { devices: counted }) }) });
}

function normalizedBuild(build: MapValue, environment: Environment): MapValue {
  const args = build.entries.get('args');
  const own = build.entries.get('dockerfile') || build.entries.get('dockerfile_inline');
  return withEntries(build, {
    ...(build.entries.has('extra_hosts') && { extra_hosts: sorted(build.entries.get('extra_hosts')) }),
    ...(!own && { dockerfile: text('Dockerfile') }),
    // An argument that nobody sets is not handed over.
    ...(args?.kind === 'map' && { args: mapEntries(args, (it, key) => fromShell(it, key, environment)) }),
  });
}

/** A variable that is named without a value takes the one of the environment; nothing where nobody sets it. */
function fromShell(value: Value, name: string, environment: Environment): Value | undefined {
  if (!isNull(value)) return value;
  const setting = environment.get(name);
  if (!setting) return undefined;
  const used = { name, value: setting.value, replaced: false, ...(setting.from && { from: setting.from }) };
  return text(setting.value, { ...likeOf(value), uses: [used] });
}

const NAMESPACES = ['network_mode', 'ipc', 'pid', 'uts', 'cgroup'];

/** `depends_on` with the services that are needed for other reasons. */
function impliedDependencies(service: MapValue): MapValue {
  const written = mapOf(service.entries.get('depends_on'));
  const found = new Map(
    [...written.entries].map(([name, it]) => [name, withDefaults(isNull(it) ? map([], it) : it, { condition: text('service_started'), required: boolean(true) })] as const),
  );
  const add = (name: string, restart: boolean, by: Value) => {
    if (name === '' || found.has(name)) return;
    const like = likeOf(by);
    found.set(
      name,
      map(
        [
          ['condition', text('service_started', like)],
          ['restart', boolean(restart, like)],
          ['required', boolean(true, like)],
        ],
        by,
      ),
    );
  };
  for (const link of itemsOf(service.entries.get('links'))) add(textOf(link).split(':', 1)[0] ?? '', true, link);
  for (const key of NAMESPACES) {
    const value = service.entries.get(key);
    if (value && textOf(value).startsWith('service:')) add(textOf(value).slice('service:'.length), true, value);
  }
  for (const from of itemsOf(service.entries.get('volumes_from'))) {
    if (!textOf(from).startsWith('container:')) add(textOf(from).split(':', 1)[0] ?? '', false, from);
  }
  return { ...written, entries: found };
}
