import { entriesOf, isNull, isSame, isText, itemsOf, list, type MapValue, map, type Path, textOf, type Value, valueAt } from './value.ts';

/**
 * What two documents say together, the second one being the override: mappings grow together, lists are joined, single values are
 * replaced. Both are in the long syntax. compose-go: override/merge.go, override/uncity.go
 */
export const merge = (base: MapValue, override: MapValue): MapValue => mergeMaps(base, override, []);

/** What a service says together with the one that it extends. */
export const mergeService = (base: MapValue, override: MapValue): MapValue => mergeMaps(base, override, ['services', '']);

function mergeMaps(base: MapValue, override: MapValue, path: Path): MapValue {
  const entries = new Map(base.entries);
  for (const [key, value] of override.entries) {
    const before = entries.get(key);
    entries.set(key, before === undefined ? value : mergeValues(before, value, [...path, key]));
  }
  return { ...map(entries, override.from ? override : base) };
}

function mergeValues(base: Value, override: Value, path: Path): Value {
  const rule = RULES[patternOf(path)];
  if (rule) return rule(base, override, path);
  if (isNull(override)) return base;
  if (base.kind === 'map' && override.kind === 'map') return mergeMaps(base, override, path);
  if (base.kind === 'list' && override.kind === 'list') return unique(list([...base.items, ...override.items], base), path);
  return override;
}

/** Names of one's own as `*`. */
function patternOf(path: Path): string {
  const [section, , key] = path;
  const isNamed = (i: number) => i === 1 || (i === 3 && section === 'services' && (key === 'ulimits' || key === 'networks'));
  return path.map((step, i) => (isNamed(i) ? '*' : step)).join('.');
}

type Rule = (base: Value, override: Value, path: Path) => Value;

const replaces: Rule = (_, override) => override;

/** Variables and labels: one by one, also where the override says only the name. */
const byName: Rule = (base, override) => (base.kind === 'map' && override.kind === 'map' ? map([...base.entries, ...override.entries], base) : isNull(override) ? base : override);

/** Options belong to their driver. */
const logging: Rule = (base, override, path) => {
  if (base.kind !== 'map' || override.kind !== 'map') return isNull(override) ? base : override;
  const [old, own] = [base.entries.get('driver'), override.entries.get('driver')];
  return !old || !own || textOf(old) === textOf(own) ? mergeMaps(base, override, path) : override;
};

const withoutRepeats: Rule = (base, override) =>
  base.kind === 'list' && override.kind === 'list'
    ? list([...base.items, ...override.items.filter((item) => !base.items.some((it) => isSame(it, item)))], base)
    : isNull(override)
      ? base
      : override;

/** Address pools of the same subnet are one. */
const pools: Rule = (base, override, path) => {
  const pools = [...itemsOf(base)];
  for (const item of itemsOf(override)) {
    const i = pools.findIndex((it) => textOf(valueAt(it, 'subnet')) === textOf(valueAt(item, 'subnet')));
    const before = pools[i];
    if (before?.kind === 'map' && item.kind === 'map') pools[i] = mergeMaps(before, item, path);
    else pools.push(item);
  }
  return list(pools, base);
};

const RULES: Readonly<Record<string, Rule>> = {
  'networks.*.ipam.config': pools,
  'networks.*.labels': byName,
  'volumes.*.labels': byName,
  'services.*.annotations': byName,
  'services.*.build.additional_contexts': byName,
  'services.*.build.args': byName,
  'services.*.build.extra_hosts': withoutRepeats,
  'services.*.build.labels': byName,
  'services.*.command': replaces,
  'services.*.deploy.labels': byName,
  'services.*.entrypoint': replaces,
  'services.*.environment': byName,
  'services.*.extra_hosts': withoutRepeats,
  'services.*.healthcheck.test': replaces,
  'services.*.labels': byName,
  'services.*.logging': logging,
  'services.*.sysctls': byName,
  'services.*.ulimits.*': replaces,
};

/** Lists in which a thing stands once, by what makes it the same thing; the later one takes the place of the earlier. */
const KEYS: Readonly<Record<string, (item: Value) => string>> = {
  'services.*.build.tags': (item) => beforeEquals(item),
  'services.*.cap_add': (item) => beforeEquals(item),
  'services.*.cap_drop': (item) => beforeEquals(item),
  'services.*.configs': (item) => targetOf(item, ''),
  'services.*.devices': (item) => textOf(valueAt(item, 'target')),
  'services.*.dns': (item) => beforeEquals(item),
  'services.*.dns_opt': (item) => beforeEquals(item),
  'services.*.dns_search': (item) => beforeEquals(item),
  'services.*.env_file': (item) => textOf(valueAt(item, 'path')),
  'services.*.expose': textOf,
  'services.*.links': (item) => beforeEquals(item),
  'services.*.networks.*.aliases': (item) => beforeEquals(item),
  'services.*.networks.*.link_local_ips': (item) => beforeEquals(item),
  'services.*.ports': portKey,
  'services.*.profiles': (item) => beforeEquals(item),
  'services.*.secrets': (item) => targetOf(item, '/run/secrets'),
  'services.*.tmpfs': (item) => beforeEquals(item),
  'services.*.volumes': (item) => textOf(valueAt(item, 'target')),
};

const beforeEquals = (item: Value) => textOf(item).split('=', 1)[0] ?? '';

const targetOf = (item: Value, folder: string) => {
  const target = valueAt(item, 'target');
  return isText(target) ? target.text : `${folder}/${textOf(valueAt(item, 'source'))}`;
};

function portKey(item: Value): string {
  const say = (key: string, otherwise: string) => textOf(valueAt(item, key)) || otherwise;
  return `${say('host_ip', '0.0.0.0')}:${say('published', '')}:${say('target', '')}/${say('protocol', 'tcp')}`;
}

function unique(value: Value, path: Path): Value {
  const keyOf = KEYS[patternOf(path)];
  if (!keyOf || value.kind !== 'list') return value;
  const found = new Map<string, Value>();
  for (const item of value.items) found.set(keyOf(item), item);
  return list([...found.values()], value);
}

/** The document without what it says twice. */
export function withoutTwice(document: MapValue): MapValue {
  return visit(document, []);

  function visit<V extends Value>(value: V, path: Path): V;
  function visit(value: Value, path: Path): Value {
    if (value.kind === 'list') return unique(value, path);
    if (value.kind === 'scalar' || path.length > 5) return value;
    return { ...value, entries: new Map(entriesOf(value).map(([key, it]) => [key, visit(it, [...path, key])])) };
  }
}
