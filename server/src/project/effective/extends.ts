import { folderOf } from '../paths.ts';
import { canonical } from './canonical.ts';
import { interpolate } from './interpolate.ts';
import { markedIn, without, withoutReset } from './marks.ts';
import { merge, mergeService } from './merge.ts';
import type { Setup } from './model.ts';
import { addressOf, serviceWithAbsolutePaths } from './places.ts';
import { DEPTH, type Reading } from './reading.ts';
import { emptyMap, isText, type MapValue, map, type Path, textOf, type Value, valueAt, withEntries } from './value.ts';

/** The services of one file, with what each marks by `!reset` and `!override`. */
interface Services {
  readonly file: string;
  readonly entries: ReadonlyMap<string, Value>;
  readonly marked: readonly Path[];
}

/**
 * A document whose services hold what they take from the services that they extend; what can't be found leaves `extends` where it is.
 * `marked` are the places that the document takes away or replaces. compose-go: loader/extends.go
 */
export async function withExtends(document: MapValue, marked: readonly Path[], file: string, setup: Setup, reading: Reading): Promise<MapValue> {
  const services = document.entries.get('services');
  if (services?.kind !== 'map') return document;
  const here: Services = { file, entries: services.entries, marked };
  const extended = new Map<string, Value>();
  for (const [name, service] of services.entries) extended.set(name, service.kind === 'map' ? await extendedService(name, service, here, [], setup, reading) : service);
  return withEntries(document, { services: { ...services, entries: extended } });
}

/** `above` are the services whose `extends` led here. */
async function extendedService(name: string, service: MapValue, here: Services, above: readonly string[], setup: Setup, reading: Reading): Promise<MapValue> {
  const written = service.entries.get('extends');
  if (!written) return service;
  const own = withEntries(service, { extends: undefined });
  const target = isText(written) ? written : valueAt(written, 'service');
  if (!isText(target)) return service;
  const at = written.from && { at: written.from };
  const chain = [...above, `${here.file} ${name}`];
  const path = valueAt(written, 'file');
  const there = isText(path) ? await servicesOf(path, here.file, setup, reading) : here;
  if (!there) return service;
  if (chain.includes(`${there.file} ${target.text}`) || chain.length > DEPTH) {
    reading.report.problem({ kind: 'extends-cycle', service: name, ...at });
    return service;
  }
  const base = there.entries.get(target.text);
  if (!base) {
    reading.report.problem({ kind: 'unknown-service', service: target.text, ...(isText(path) && { path: path.text }), ...at });
    return service;
  }
  if (base.kind !== 'map') return service;
  if (there !== here && base.from) reading.extended.push(base.from);
  const whole = await extendedService(target.text, base, there, chain, setup, reading);
  const places = here.marked.filter(([section, of]) => section === 'services' && of === name).map(([, , ...rest]) => rest);
  const placed = there === here ? whole : serviceWithAbsolutePaths(whole, { folder: folderOf(there.file), ...(reading.home !== undefined && { home: reading.home }) });
  return mergeService(without(placed, places), own);
}

/** The services of another file; the first path is seen from the project's folder, those in other files from theirs. */
async function servicesOf(path: Value, from: string, setup: Setup, reading: Reading): Promise<Services | undefined> {
  const isFirst = setup.including.includes(from) || folderOf(from) === setup.folder;
  const address = addressOf(textOf(path), isFirst ? setup.folder : folderOf(from));
  if (address === undefined || !reading.mayGoOn()) return undefined;
  const documents = await reading.documents(address);
  if (!documents) {
    if (await reading.isMissing(address)) reading.report.problem({ kind: 'missing-file', what: 'extends', path: textOf(path), ...(path.from && { at: path.from }) });
    return undefined;
  }
  const marked: Path[] = [];
  let model: MapValue = emptyMap;
  for (const document of documents) {
    const read = interpolate(map([['services', document.entries.get('services') ?? emptyMap]]), setup.environment, reading.report);
    marked.push(...markedIn(read));
    model = merge(model, canonical(withoutReset(read)));
  }
  const services = model.entries.get('services');
  return services?.kind === 'map' ? { file: address, entries: services.entries, marked } : undefined;
}
