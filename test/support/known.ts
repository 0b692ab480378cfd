import assert from 'node:assert/strict';
import type { Fact, Known } from '../../server/src/core/fact.ts';

/** Every fact of a value, however deep it stands. */
export function factsOf(value: unknown): Fact[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isFact(value)) return [value];
  return Object.values(value).flatMap(factsOf);
}

/** The same value with the texts of its facts. */
export function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isFact(value)) return value.text;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, plain(it)]));
}

/** Holds every fact to what stands at its place. */
export function standWhereTheyAreWritten(source: string, { facts, places }: Known<unknown>): void {
  const all = factsOf(facts);
  assert.ok(all.length > 3);
  for (const { text, id } of all) assert.equal(source.slice(places[id]!.start, places[id]!.end), text);
}

const isFact = (value: object): value is Fact => 'text' in value && 'id' in value;
