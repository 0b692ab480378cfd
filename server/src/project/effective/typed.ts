import { durationOf } from '../../compose/grammar/durations.ts';
import { floatOf, integerOf, printFloat } from '../../compose/grammar/go-numbers.ts';
import { bytesOf } from '../../compose/grammar/sizes.ts';
import { itemShape, rootShape, type Shape } from '../../compose/shape.ts';
import { below } from './interpolate.ts';
import { type MapValue, mapEntries, type ScalarValue, type Value } from './value.ts';

/** A project in the long syntax with every scalar as Compose holds it: `512m` as bytes, `90s` as `1m30s`, a number as text where text is wanted. */
export const typed = (document: MapValue): MapValue => mapEntries(document, (value, key) => visit(value, below(rootShape, key), [key]));

function visit(value: Value, shape: Shape | undefined, path: readonly string[]): Value {
  if (!shape) return value;
  if (value.kind === 'map') return mapEntries(value, (it, key) => visit(it, below(shape, key), [...path, key]));
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => visit(item, itemShape(shape), [...path, '[]'])) };
  return scalar(value, shape, path);
}

const asText = (it: ScalarValue, text = it.text): ScalarValue => ({ ...it, is: 'string', text });

/** Mappings in which a name without a value has an empty one. */
const EMPTY_TEXTS = /^services\/[^/]*\/(?:(?:build\/|deploy\/)?labels|annotations|sysctls|logging\/options|storage_opt)\/|^[a-z]+\/[^/]*\/(?:labels|driver_opts)\//;

function scalar(it: ScalarValue, shape: Shape, path: readonly string[]): ScalarValue {
  if (it.is === 'null') return EMPTY_TEXTS.test(path.join('/')) ? asText(it, '') : it;
  const read = shape.format && FORMATS[shape.format]?.(it);
  if (read) return read;
  // Where the schema wants a whole number, its text will do for one; where it wants any number or text, all becomes text.
  if (shape.format === undefined && shape.types.includes('integer')) return integerText(it);
  return it.is !== 'string' && shape.types.includes('string') && (shape.format === undefined || !KEEPS.has(shape.format)) ? asText(it) : it;
}

const KEEPS = new Set(['integer', 'natural', 'float', 'percent', 'count', 'limit', 'build-limit', 'number', 'boolean', 'target-port']);

const integerText = (it: ScalarValue): ScalarValue => {
  if (it.is === 'number' && Number.isInteger(Number(it.text))) return { ...it, is: 'integer', text: String(BigInt(Number(it.text))) };
  const read = it.is === 'string' ? integerOf(it.text.trim()) : undefined;
  return read === undefined ? it : { ...it, is: 'integer', text: String(read) };
};

const floatText = (it: ScalarValue): ScalarValue => {
  const read = it.is === 'string' ? floatOf(it.text) : undefined;
  return read === undefined ? it : { ...it, is: 'number', text: printFloat(read) };
};

const octal = (it: ScalarValue): ScalarValue => {
  const mode = it.is === 'integer' ? Number(it.text) : /^[0-7]+$/.test(it.text) ? Number.parseInt(it.text, 8) : undefined;
  return mode === undefined ? it : asText(it, `0${mode.toString(8)}`);
};

const bytes = (it: ScalarValue): ScalarValue => {
  const read = it.is === 'string' ? bytesOf(it.text) : it.is === 'number' ? Math.trunc(Number(it.text)) : undefined;
  return asText(it, read === undefined ? it.text : String(read));
};

const duration = (it: ScalarValue): ScalarValue => asText(it, durationOf(it.text)?.text ?? it.text);

const FORMATS: Readonly<Record<string, (it: ScalarValue) => ScalarValue>> = {
  bytes,
  count: (it) => (it.text.toLowerCase() === 'all' ? { ...it, is: 'integer', text: '-1' } : integerText(it)),
  duration,
  float: floatText,
  integer: integerText,
  limit: integerText,
  mode: octal,
  natural: integerText,
  percent: floatText,
  'build-limit': integerText,
  'target-port': integerText,
};
