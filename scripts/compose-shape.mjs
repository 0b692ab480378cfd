import { formatOf } from './compose-formats.mjs';

// Turns the Compose JSON schema into what the editor asks: which keys may stand here, which values are known, what items look like.

/** Puts in what current Compose knows and the published schema does not have (compose-go: schema/compose-spec.json). */
function amend(schema) {
  const { definitions } = schema;
  const text = { type: 'string' };
  const hook = definitions.service_hook;
  definitions.service.properties.pre_start = {
    type: 'array',
    items: { ...hook, properties: { ...hook.properties, image: text, per_replica: { type: ['boolean', 'string'] } } },
  };
  const build = definitions.service.properties.build.oneOf.find((it) => it.properties);
  Object.assign(build.properties, {
    no_cache_filter: { $ref: '#/definitions/string_or_list' },
    provenance: { type: ['string', 'boolean'] },
    sbom: { type: ['string', 'boolean'] },
  });
  definitions.development.properties.watch.items.properties.initial_sync = { type: 'boolean' };
  // A model may be named without settings.
  for (const it of Object.values(definitions.service.properties.models.oneOf[1].patternProperties)) it.type = ['object', 'null'];
  // A negative number is refused when it is read.
  definitions.service.properties.scale.minimum = 0;
  definitions.deployment.properties.replicas.minimum = 0;
  // `required` is converted like every other boolean.
  const [, long] = definitions.service.properties.depends_on.oneOf;
  for (const entry of Object.values(long.patternProperties)) entry.properties.required.type = ['boolean', 'string'];
  // An empty `include:` and its empty keys are taken as absent.
  const { include } = definitions;
  schema.properties.include.type = ['array', 'null'];
  const keys = include.oneOf.find(({ properties }) => properties).properties;
  for (const [key, it] of Object.entries(keys)) keys[key] = { anyOf: [it, { type: 'null' }] };
}

/** The published schema with what Compose reads besides. */
export function composeSchema(published) {
  const schema = structuredClone(published);
  amend(schema);
  return schema;
}

/** A list of nodes that refer to each other by index; `root` is the file. */
export function composeShape(schema) {
  const { definitions } = schema;
  const nodes = [];
  const byText = new Map();

  const intern = (node) => {
    const text = JSON.stringify(node);
    if (!byText.has(text)) byText.set(text, nodes.push(node) - 1);
    return byText.get(text);
  };

  function visit(path, ...alternatives) {
    const keys = {};
    const any = [];
    const items = [];
    const values = new Set();
    const types = new Set();
    const required = new Set();
    const limits = {};
    let open = false;
    let extensions = false;
    let names;
    const queue = [...alternatives];
    for (let it = queue.shift(); it; it = queue.shift()) {
      if (it.$ref) queue.push(definitions[it.$ref.split('/').at(-1)]);
      queue.push(...(it.oneOf ?? []), ...(it.anyOf ?? []));
      for (const type of [it.type ?? []].flat()) types.add(type);
      for (const value of it.enum ?? []) values.add(value);
      for (const key of it.required ?? []) required.add(key);
      for (const limit of ['minimum', 'maximum', 'pattern']) if (it[limit] !== undefined) limits[limit] = it[limit];
      if ([it.type].flat().includes('object')) open ||= it.additionalProperties !== false;
      for (const [key, child] of Object.entries(it.properties ?? {})) keys[key] = [...(keys[key] ?? []), child];
      for (const [pattern, child] of Object.entries(it.patternProperties ?? {})) {
        if (pattern === '^x-') {
          extensions = true;
          continue;
        }
        any.push(child);
        if (!/^\^?\.\+\$?$/.test(pattern)) names = pattern;
      }
      if (it.additionalProperties && typeof it.additionalProperties === 'object') any.push(it.additionalProperties);
      if (it.items) items.push(it.items);
    }
    const node = { types: [...types].sort() };
    const below = (step) => (path === '' ? step : `${path}.${step}`);
    if (Object.keys(keys).length > 0) node.keys = Object.fromEntries(Object.entries(keys).map(([key, children]) => [key, visit(below(key), ...children)]));
    if (any.length > 0) node.any = visit(below('*'), ...any);
    if (items.length > 0) node.items = visit(below('[]'), ...items);
    if (values.size > 0) node.values = [...values];
    if (required.size > 0) node.required = [...required];
    if (names) node.names = names;
    if (open) node.open = true;
    if (extensions) node.extensions = true;
    Object.assign(node, limits);
    const format = formatOf(path);
    if (format) node.format = format;
    return intern(node);
  }

  const root = visit('', schema);
  return { root, nodes };
}
