import type { Report } from './problems.ts';
import { entriesOf, isText, itemsOf, type MapValue, textOf, type Value, valueAt } from './value.ts';

/** `extends` is left where the service it names could not be found. */
const SOURCES = ['image', 'build', 'provider', 'extends'];

/** Says which names the merged project uses and nowhere defines. `services` are those that run; `model` has all. compose-go: loader/validate.go */
export function checkNames(model: MapValue, services: MapValue, report: Report): void {
  for (const [service, value] of entriesOf(valueAt(services, 'services'))) {
    if (value.kind !== 'map') continue;
    const from = value.from && { at: value.from };
    if (!SOURCES.some((key) => value.entries.has(key))) report.problem({ kind: 'no-source', service, ...from });
    const asks = (section: string, name: string, at: Value | undefined) => {
      if (valueAt(model, section, name) === undefined) report.problem({ kind: 'undefined', section, name, service, ...(at?.from ? { at: at.from } : from) });
    };
    for (const [name, it] of entriesOf(value.entries.get('networks'))) if (name !== 'default') asks('networks', name, it);
    for (const [name, it] of entriesOf(value.entries.get('depends_on'))) {
      if (textOf(valueAt(it, 'required')) === 'false') continue;
      if (valueAt(model, 'services', name) === undefined || valueAt(services, 'services', name)) asks('services', name, it);
      else report.problem({ kind: 'inactive', name, service, ...(it.from ? { at: it.from } : from) });
    }
    for (const mount of itemsOf(value.entries.get('volumes'))) {
      const source = valueAt(mount, 'source');
      if (textOf(valueAt(mount, 'type')) === 'volume' && isText(source) && source.text !== '') asks('volumes', source.text, source);
    }
    for (const section of ['secrets', 'configs']) {
      for (const item of itemsOf(value.entries.get(section))) asks(section, textOf(valueAt(item, 'source')), item);
    }
    for (const secret of itemsOf(valueAt(value, 'build', 'secrets'))) asks('secrets', textOf(valueAt(secret, 'source')), secret);
    for (const [name, it] of entriesOf(value.entries.get('models'))) asks('models', name, it);
  }
}
