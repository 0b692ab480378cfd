import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { composeSchema } from '../../scripts/compose-shape.mjs';

const published = createRequire(import.meta.url)
  .resolve('dclint/package.json')
  .replace(/package\.json$/, 'schemas/compose.schema.json');

/**
 * Where the schema is wrong, and we do not follow it: Compose takes the repeated items of most lists for one
 * (a rule of its own names the few lists where it does not).
 */
function withoutUniqueItems(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutUniqueItems);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !(key === 'uniqueItems' && typeof value === 'boolean'))
      .map(([key, value]) => [key, withoutUniqueItems(value)]),
  );
}

/** The published schema of a compose file, asked by a JSON-schema engine. */
export const validate = new Ajv({ strict: false, validateSchema: false, meta: false }).compile(
  withoutUniqueItems(composeSchema(JSON.parse(readFileSync(published, 'utf8')))) as object,
);
