import { wordsOf } from '../../compose/grammar/words.ts';
import { canonicalItems } from './short.ts';
import { boolean, entriesOf, isNull, isText, itemsOf, list, type MapValue, map, mapEntries, nothing, type Path, text, textOf, type Value, valueAt, withEntries } from './value.ts';

/** A document with every short syntax written in full, so that documents can be merged. What is no value of its place stays as it is. */
export function canonical(document: MapValue): MapValue {
  return mapEntries(document, (section, name) => {
    if (section.kind !== 'map' || /^x-/.test(name)) return section;
    if (name === 'services') return mapEntries(section, (service) => canonicalService(service));
    return EXTERNAL.has(name) ? mapEntries(section, canonicalResource) : section;
  });
}

const EXTERNAL = new Set(['networks', 'volumes', 'secrets', 'configs']);

/** A service with every short syntax written in full. */
export const canonicalService = (service: Value): Value => (service.kind === 'map' ? mapEntries(service, (value, key) => at([key], value)) : service);

function at(path: Path, value: Value): Value {
  if (isNull(value)) return value;
  const change = CHANGES[path.join('.')];
  if (change) return change(value);
  const inner = BELOW[path.join('.')];
  return value.kind === 'map' && inner ? mapEntries(value, (it, key) => (inner.includes(key) ? at([...path, key], it) : it)) : value;
}

type Change = (value: Value) => Value;

/** `NAME=value` items as a mapping; an item without `=` has no value. */
const pairs: Change = (value) => {
  if (value.kind !== 'list') return value;
  return map(
    value.items.map((item) => {
      const written = textOf(item);
      const equals = written.indexOf('=');
      const like = item.kind === 'scalar' ? item : {};
      return equals < 0 ? [written, nothing(like)] : [written.slice(0, equals), text(written.slice(equals + 1), like)];
    }),
    value,
  );
};

const one: Change = (value) => (isText(value) ? list([value], value) : value);

const words: Change = (value) => {
  const read = isText(value) ? wordsOf(value.text) : undefined;
  return read && value.kind === 'scalar'
    ? list(
        read.words.map((word) => text(word, value)),
        value,
      )
    : value;
};

/** A list of names as a mapping of names to what stands for each of them. */
const named =
  (settings: (item: Value) => Value): Change =>
  (value) =>
    value.kind === 'list'
      ? map(
          value.items.map((item) => [textOf(item), settings(item)]),
          value,
        )
      : value;

const likeOf = (value: Value) => ({ ...(value.from && { from: value.from }) });

const dependency = (item: Value): Value =>
  map(
    [
      ['condition', text('service_started', likeOf(item))],
      ['required', boolean(true, likeOf(item))],
    ],
    item,
  );

/** `host=address` items; an address in brackets loses them. */
const hosts: Change = (value) => {
  const item = (name: string, address: string, from: Value) => text(`${name}=${address.trim().replace(/^\[(.*)\]$/, '$1')}`, likeOf(from));
  if (value.kind === 'map')
    return list(
      entriesOf(value).flatMap(([name, it]) => (it.kind === 'list' ? it.items : [it]).map((address) => item(name, textOf(address), address))),
      value,
    );
  return list(
    itemsOf(value).flatMap((it) => {
      const [, name = '', addresses = ''] = /^([^=:]*)[=:](.*)$/s.exec(textOf(it)) ?? [];
      return name === '' ? [it] : addresses.split(',').map((address) => item(name, address, it));
    }),
    value,
  );
};

const ssh: Change = (value) =>
  value.kind === 'map'
    ? list(
        entriesOf(value).map(([id, it]) => text(isNull(it) ? id : `${id}=${textOf(it)}`, likeOf(it))),
        value,
      )
    : one(value);

const build: Change = (value) => {
  const long = isText(value) ? map([['context', value]], value) : value;
  return long.kind === 'map' ? mapEntries(long, (it, key) => at(['build', key], it)) : long;
};

const test: Change = (value) => (isText(value) ? list([text('CMD-SHELL', likeOf(value)), value], value) : value);

const gpus: Change = (value) => (textOf(value) === 'all' ? list([map([['count', text('all', likeOf(value))]], value)], value) : value);

const CHANGES: Readonly<Record<string, Change>> = {
  annotations: pairs,
  build,
  'build.additional_contexts': pairs,
  'build.args': pairs,
  'build.extra_hosts': hosts,
  'build.labels': pairs,
  'build.no_cache_filter': one,
  'build.secrets': canonicalItems('build-secret'),
  'build.ssh': ssh,
  command: words,
  configs: canonicalItems('config'),
  depends_on: named(dependency),
  'deploy.labels': pairs,
  devices: canonicalItems('device'),
  dns: one,
  dns_opt: one,
  dns_search: one,
  entrypoint: words,
  env_file: (value) => canonicalItems('env-file')(one(value)),
  environment: pairs,
  extra_hosts: hosts,
  gpus,
  'healthcheck.test': test,
  label_file: one,
  labels: pairs,
  models: named(() => nothing()),
  networks: named((item) => nothing(likeOf(item))),
  ports: canonicalItems('port'),
  secrets: canonicalItems('secret'),
  sysctls: pairs,
  tmpfs: one,
  volumes: canonicalItems('volume'),
};

/** Keys whose own keys have a short syntax. */
const BELOW: Readonly<Record<string, readonly string[]>> = { deploy: ['labels'], healthcheck: ['test'] };

/** `external: {name: x}` is the old way to write `external: true` and `name: x`. */
function canonicalResource(resource: Value): Value {
  if (resource.kind !== 'map') return resource;
  const external = valueAt(resource, 'external');
  const plain = mapEntries(resource, (it, key) => (key === 'labels' ? pairs(it) : it));
  if (external?.kind !== 'map') return plain;
  const name = external.entries.get('name');
  return withEntries(plain, { external: boolean(true, likeOf(external)), ...(name && { name }) });
}
