import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { modelOf } from '../../server/src/compose/model.ts';
import { parse } from '../../server/src/compose/parse.ts';
import { itemShape, keyShape, namedShape, rootShape, type Shape } from '../../server/src/compose/shape.ts';
import { misfitsOf } from '../../server/src/compose/walk.ts';
import { validate } from '../support/compose-schema.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const wild: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>('web', '', 'true', '5s', '80:80', 'service_healthy', 'x'),
  fc.constantFrom<Json>(0, 1, -1, 101, 80, 1.5),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom<Json>([], ['a'], [1], [null], {}, { a: 1 }, { target: 80 }, [{ a: 'b' }]),
);

const names = fc.constantFrom('web', 'db', 'my app', 'nofile', 'x-note', 'data.v1');

/** Documents that mostly fit a shape, with something else here and there. */
function fitting(shape: Shape, depth: number): fc.Arbitrary<Json> {
  const choices: fc.Arbitrary<Json>[] = [];
  for (const type of shape.types) {
    if (type === 'string') choices.push(shape.values ? fc.constantFrom(...shape.values.map(String)) : fc.constantFrom('web', 'always', '10', 'x.env'));
    else if (type === 'integer' || type === 'number') choices.push(fc.integer({ min: -2, max: 120 }));
    else if (type === 'boolean') choices.push(fc.boolean());
    else if (type === 'null') choices.push(fc.constant(null));
    else if (type === 'array') {
      const items = itemShape(shape);
      choices.push(fc.array(items && depth > 0 ? lazily(items, depth - 1) : wild, { maxLength: 2 }));
    } else choices.push(objectOf(shape, depth));
  }
  return choices.length === 0 ? wild : fc.oneof(...choices);
}

const lazily = (shape: Shape, depth: number): fc.Arbitrary<Json> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(0).chain(() => fitting(shape, depth)) }, { weight: 1, arbitrary: wild });

function objectOf(shape: Shape, depth: number): fc.Arbitrary<Json> {
  const keys = Object.keys(shape.keys ?? {});
  const named = namedShape(shape);
  const key = fc.oneof({ weight: 10, arbitrary: keys.length > 0 ? fc.constantFrom(...keys) : names }, { weight: named ? 6 : 1, arbitrary: names });
  const required = (shape.required ?? []).map((name) => fc.tuple(fc.constant(name), lazily(keyShape(shape, name) ?? rootShape, 0)));
  const entry = key.chain((name) => {
    const below = keyShape(shape, name) ?? named;
    return fc.tuple(fc.constant(name), below && depth > 0 ? lazily(below, depth - 1) : wild);
  });
  return fc
    .tuple(fc.array(entry, { maxLength: 4 }), fc.tuple(...required), fc.boolean())
    .map(([some, all, full]) => Object.fromEntries([...(full || all.length === 0 ? all : all.slice(1)), ...some]));
}

describe('compose/shape', () => {
  it('the walker and a JSON-schema engine refuse the same documents', () => {
    let refused = 0;
    let accepted = 0;
    fc.assert(
      fc.property(objectOf(rootShape, 6), (document) => {
        const text = stringify(document, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_DOUBLE' });
        const misfits = modelOf(parse(text))
          .parts.flatMap((part) => misfitsOf(part))
          .filter(({ kind }) => kind !== 'bad-format');
        const fits = validate(document);
        if (fits) accepted++;
        else refused++;
        assert.equal(misfits.length === 0, fits, `${text}\n${JSON.stringify(misfits.map(({ kind, path }) => [kind, path.join('.')]))}\n${JSON.stringify(validate.errors)}`);
      }),
      { numRuns: 3000 },
    );
    // The documents must be of both sorts, or the test says little.
    assert.ok(accepted > 300 && refused > 300, `${accepted} accepted, ${refused} refused`);
  });
});
