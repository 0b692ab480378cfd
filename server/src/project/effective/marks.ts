import { entriesOf, type MapValue, mapEntries, type Path, type Value } from './value.ts';

/** The places that a document takes away or replaces with `!reset` and `!override`. */
export function markedIn(document: MapValue): Path[] {
  const found: Path[] = [];
  visit(document, []);
  return found;

  function visit(value: Value, path: Path): void {
    if (value.mark) found.push(path);
    for (const [key, it] of entriesOf(value)) visit(it, [...path, key]);
  }
}

/** A document without what it marks with `!reset`. */
export function withoutReset<V extends Value>(value: V): V;
export function withoutReset(value: Value): Value {
  if (value.kind === 'map') return mapEntries(value, (it) => (it.mark === 'reset' ? undefined : withoutReset(it)));
  return value.kind === 'list' ? { ...value, items: value.items.filter((it) => it.mark !== 'reset').map((it) => withoutReset(it)) } : value;
}

/** A map without some of its places. */
export const without = (value: MapValue, places: readonly Path[]): MapValue => places.reduce(remove, value);

function remove(value: MapValue, [step, ...rest]: Path): MapValue {
  const inner = step === undefined ? undefined : value.entries.get(step);
  if (step === undefined || inner === undefined) return value;
  const entries = new Map(value.entries);
  if (rest.length === 0) entries.delete(step);
  else if (inner.kind === 'map') entries.set(step, remove(inner, rest));
  return { ...value, entries };
}
