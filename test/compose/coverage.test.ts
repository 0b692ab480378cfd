import assert from 'node:assert/strict';
import { itemShape, keyShape, namedShape, rootShape, type Shape } from '../../server/src/compose/shape.ts';
import { topicNamed } from '../../server/src/generated/topics.ts';

interface Place {
  readonly path: string;
  readonly shape: Shape;
}

/** Every fixed key of a compose file by the path of its lesson, and what may stand behind it. */
function places(): Place[] {
  const found = new Map<string, Place>();
  const visit = (path: string, shape: Shape) => {
    for (const key of Object.keys(shape.keys ?? {})) {
      const child = keyShape(shape, key);
      const place = { path: `${path}/${key}`, shape: child ?? shape };
      if (!child || found.has(place.path)) continue;
      found.set(place.path, place);
      visit(place.path, child);
    }
    for (const inner of [namedShape(shape), itemShape(shape)]) if (inner) visit(path, inner);
  };
  visit('compose', rootShape);
  return [...found.values()];
}

/** Values whose lesson has a longer name, because file systems do not keep `z` and `Z` apart. */
const RENAMED: Readonly<Record<string, string>> = { z: 'shared', Z: 'private' };

describe('coverage of the Compose schema', () => {
  const all = places();

  it('every key path has its lesson', () => {
    assert.ok(all.length >= 340, `${all.length} paths`);
    assert.deepEqual(
      all.filter(({ path }) => !topicNamed(path)).map(({ path }) => path),
      [],
    );
  });

  it('every known value has its lesson', () => {
    const values = all.flatMap(({ path, shape }) => [...(shape.values ?? []), ...(itemShape(shape)?.values ?? [])].map((value) => `${path}=${RENAMED[String(value)] ?? value}`));
    assert.ok(values.length >= 20, `${values.length} values`);
    assert.deepEqual(
      values.filter((topic) => !topicNamed(topic)),
      [],
    );
  });
});
