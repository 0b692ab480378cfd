import { entriesOf, isText, itemsOf, type MapValue, mapEntries, textOf, type Value, valueAt, withEntries } from './value.ts';

/** The project with the services that run when some profiles are switched on; `*` switches all of them on. */
export function withProfiles(document: MapValue, profiles: readonly string[]): MapValue {
  const services = document.entries.get('services');
  if (services?.kind !== 'map' || profiles.includes('*')) return document;
  return withEntries(document, { services: mapEntries(services, (service) => (isActive(service, profiles) ? service : undefined)) });
}

/** A service without profiles always runs. */
function isActive(service: Value, profiles: readonly string[]): boolean {
  const own = itemsOf(valueAt(service, 'profiles')).map(textOf);
  return own.length === 0 || own.some((profile) => profiles.includes(profile));
}

/** The project without the networks, volumes, secrets, configs and models that none of its services uses. */
export function withoutUnused(document: MapValue): MapValue {
  const services = entriesOf(document.entries.get('services')).map(([, service]) => service);
  const sources = (...path: string[]) => services.flatMap((it) => itemsOf(valueAt(it, ...path)).map((item) => textOf(valueAt(item, 'source'))));
  const keys = (key: string) => services.flatMap((it) => entriesOf(valueAt(it, key)).map(([name]) => name));
  const volumes = services.flatMap((it) =>
    itemsOf(valueAt(it, 'volumes')).flatMap((mount) => {
      const source = valueAt(mount, 'source');
      return textOf(valueAt(mount, 'type')) === 'volume' && isText(source) ? [source.text] : [];
    }),
  );
  const used: Readonly<Record<string, readonly string[]>> = {
    networks: keys('networks'),
    volumes,
    secrets: [...sources('secrets'), ...sources('build', 'secrets')],
    configs: sources('configs'),
    models: keys('models'),
  };
  return mapEntries(document, (section, name) => {
    const names = new Set(used[name] ?? []);
    if (!used[name] || section.kind !== 'map') return section;
    const rest = mapEntries(section, (it, key) => (names.has(key) ? it : undefined));
    return rest.entries.size > 0 ? rest : undefined;
  });
}
