import type { Scalar } from './file.ts';

/** What a scalar is to Compose's YAML reader. */
export type ScalarKind = 'string' | 'integer' | 'number' | 'boolean' | 'null';

const INTEGER = /^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|(?:0|[1-9][0-9_]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?$/;
const SPECIAL = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/**
 * Compose reads plain scalars with go-yaml: `0123` is octal, `1_000` a number, `yes` and `no` are text.
 * What is quoted or has a tag of its own is text.
 */
export function kindOf({ style, raw: { text }, tag, value }: Scalar): ScalarKind {
  if (style !== 'plain') return 'string';
  switch (tag?.text) {
    case undefined:
      break;
    case '!!str':
      return 'string';
    case '!!int':
      return 'integer';
    case '!!float':
      return 'number';
    case '!!bool':
      return 'boolean';
    case '!!null':
      return 'null';
    default:
      return value === null ? 'null' : 'string';
  }
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return 'null';
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) return 'boolean';
  if (INTEGER.test(text)) return 'integer';
  return FLOAT.test(text) || SPECIAL.test(text) ? 'number' : 'string';
}

/** The number a scalar of kind `integer` or `number` says. */
export function numberOf({ raw: { text } }: Scalar): number {
  const plain = text.replaceAll('_', '').replace(/^\+/, '');
  const sign = plain.startsWith('-') ? -1 : 1;
  const digits = plain.replace(/^-/, '');
  const octal = /^0o?([0-7]+)$/.exec(digits);
  if (octal) return sign * Number.parseInt(octal[1] ?? '', 8);
  if (/^\.inf$/i.test(digits)) return sign * Number.POSITIVE_INFINITY;
  return sign * Number(digits);
}

/** How Compose writes a scalar of kind `integer` or `number` where it wants text: as Go prints numbers. */
export function textOfNumber(scalar: Scalar): string {
  const value = numberOf(scalar);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
  if (kindOf(scalar) === 'integer') return BigInt(Math.trunc(value)).toString();
  // Go takes the shortest form and turns to exponents from 21 digits on, as `%v` does.
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= -4 && exponent < 21 && !isLarge(scalar)) return String(value);
  const [mantissa = '', power = ''] = value.toExponential().split('e');
  return `${mantissa}e${power.startsWith('-') ? '-' : '+'}${power.replace(/^[-+]/, '').padStart(2, '0')}`;
}

/** A number of many digits with a zero in front is no octal one: it is read as a float and printed with an exponent. */
const isLarge = ({ raw: { text } }: Scalar) => /^0\d*[89]\d*$/.test(text);
