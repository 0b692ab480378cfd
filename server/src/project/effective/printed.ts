import { itemShape, keyShape, rootShape, type Shape } from '../../compose/shape.ts';
import { below } from './interpolate.ts';
import { type MapValue, map, type Value } from './value.ts';

/** The project as `docker compose config` prints it: without what says nothing, names in order, every `$` doubled. */
export function printed(model: MapValue): MapValue {
  const entries = TOP.flatMap((key) => {
    const value = model.entries.get(key);
    return value ? [[key, value] as const] : [];
  });
  const rest = [...model.entries].filter(([key]) => /^x-/.test(key));
  return escaped(map([...entries.map(([key, value]) => [key, arranged(value, keyShape(rootShape, key), [key])] as const), ...rest], model));
}

const TOP = ['name', 'services', 'networks', 'volumes', 'secrets', 'configs', 'models'];

function arranged(value: Value, shape: Shape | undefined, path: readonly string[]): Value {
  if (!shape || value.kind === 'scalar') return value;
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => arranged(item, itemShape(shape), [...path, '[]'])) };
  const entries: [string, Value][] = [];
  const free: string[] = [];
  for (const [key, it] of value.entries) {
    if (key === 'extends' && path.length === 2 && path[0] === 'services') continue;
    const isFixed = keyShape(shape, key) !== undefined;
    if (!isFixed) free.push(key);
    const next = arranged(it, below(shape, key), [...path, key]);
    if (!isFixed || KEPT.has(key) || !isEmpty(next)) entries.push([key, next]);
  }
  return { ...value, entries: new Map(entries.sort(([a], [b]) => orderOf(path, free)(a, b))) };
}

/** Keys that are printed also where they say `false`, `0` or nothing at all. */
const KEPT = new Set(
  'attach bind command count enable_ipv4 enable_ipv6 entrypoint init interval max_attempts max_failure_ratio monitor parallelism replicas required retries scale target volume'.split(
    ' ',
  ),
);

function isEmpty(value: Value): boolean {
  if (value.kind === 'scalar') return value.is === 'null' || (value.is === 'string' && value.text === '') || (value.is === 'boolean' && value.text === 'false') || isZero(value);
  return value.kind === 'list' ? value.items.length === 0 : value.entries.size === 0;
}

const isZero = (value: Value) => value.kind === 'scalar' && (value.is === 'integer' || value.is === 'number') && Number(value.text) === 0;

const ORDERS: Readonly<Record<string, readonly string[]>> = {
  build: ['context', 'dockerfile', 'dockerfile_inline', 'args', 'ssh', 'labels', 'cache_from', 'cache_to', 'target'],
  ports: ['name', 'mode', 'host_ip', 'target', 'published', 'protocol', 'app_protocol'],
  volumes: ['type', 'source', 'target', 'read_only', 'consistency', 'bind', 'volume', 'tmpfs', 'image'],
  depends_on: ['condition', 'restart', 'required'],
};

/** Names of one's own and the keys of a service by the alphabet; other keys as Compose has them, or as they are written. */
function orderOf(path: readonly string[], free: readonly string[]): (a: string, b: string) => number {
  const isService = path.length === 2 && path[0] === 'services';
  const known = ORDERS[path[2] ?? ''];
  const depth = path[2] === 'build' ? 3 : 4;
  if (isService || free.length > 0) return (a, b) => rank(a, isService) - rank(b, isService) || (a < b ? -1 : a > b ? 1 : 0);
  if (!known || path.length !== depth) return () => 0;
  return (a, b) => place(known, a) - place(known, b);
}

const rank = (key: string, isService: boolean) => (isService && key === 'profiles' ? 0 : /^x-/.test(key) ? 2 : 1);

const place = (order: readonly string[], key: string) => (order.indexOf(key) < 0 ? order.length : order.indexOf(key));

/** `config` prints a project that can be read again, so that no `$` may look like a variable. */
function escaped<V extends Value>(value: V): V;
function escaped(value: Value): Value {
  if (value.kind === 'scalar') return { ...value, text: value.text.replaceAll('$', '$$$$') };
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => escaped(item)) };
  return { ...value, entries: new Map([...value.entries].map(([key, it]) => [key.replaceAll('$', '$$$$'), escaped(it)])) };
}
