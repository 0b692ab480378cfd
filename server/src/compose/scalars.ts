import { textOf } from './facts.ts';
import type { Scalar } from './file.ts';
import { floatOf, printFloat } from './grammar/go-numbers.ts';

/** What a scalar is to Compose's YAML reader. */
export type ScalarKind = 'string' | 'integer' | 'number' | 'boolean' | 'null';

type Resolved =
  | { readonly kind: 'string' | 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'number'; readonly value: number };

/**
 * Compose reads plain scalars with go-yaml: `0123` is octal, `1_000` a number, `yes` and `no` are text.
 * What is quoted or has a tag of its own is text.
 */
export const kindOf = (scalar: Scalar): ScalarKind => resolve(scalar).kind;

/** The number a scalar of kind `integer` or `number` says. */
export function numberOf(scalar: Scalar): number {
  const resolved = resolve(scalar);
  return resolved.kind === 'integer' || resolved.kind === 'number' ? Number(resolved.value) : Number.NaN;
}

/**
 * The text Compose makes of a scalar where it wants text, as in `environment` and `labels`: `83` of `0123`, `1.1` of `1.10`.
 * Nothing of an empty value. Variables and `$$` stay as they are written.
 */
export function textOfScalar(scalar: Scalar): string | undefined {
  const resolved = resolve(scalar);
  switch (resolved.kind) {
    case 'null':
      return undefined;
    case 'string':
      return textOf(scalar);
    case 'number':
      return printFloat(resolved.value);
    default:
      return String(resolved.value);
  }
}

function resolve({ style, raw: { text }, tag, value }: Scalar): Resolved {
  switch (tag?.text) {
    case undefined:
      return style === 'plain' ? resolvePlain(text) : STRING;
    case '!!int':
    case '!!bool':
    case '!!null':
      return resolvePlain(text);
    case '!!float': {
      const resolved = resolvePlain(text);
      return resolved.kind === 'integer' ? { kind: 'number', value: Number(resolved.value) } : resolved;
    }
    case '!reset':
    case '!override':
      return { kind: value === null ? 'null' : 'string' };
    default:
      return { kind: 'string' };
  }
}

const STRING: Resolved = { kind: 'string' };

function resolvePlain(text: string): Resolved {
  // Nothing else begins like most texts do.
  if (!/^(?:[-+.\d~nNtTfF]|$)/.test(text)) return STRING;
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return { kind: 'null' };
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) return { kind: 'boolean', value: /^t/i.test(text) };
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return { kind: 'number', value: text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY };
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return { kind: 'number', value: Number.NaN };
  if (!/^[-+.\d]/.test(text)) return { kind: 'string' };
  const digits = text.replaceAll('_', '');
  const integer = /^[-+\d]/.test(text) ? integerOf(digits) : undefined;
  if (integer !== undefined) return { kind: 'integer', value: integer };
  const float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(digits) ? floatOf(digits) : undefined;
  return float === undefined ? { kind: 'string' } : { kind: 'number', value: float };
}

const INTEGER = /^(?:0b[01]+|0o?[0-7]+|0x[\da-f]+|[1-9]\d*|0)$/i;

/** A whole number in any base that fits into 64 bits. */
function integerOf(text: string): bigint | undefined {
  const digits = text.replace(/^[-+]/, '').toLowerCase();
  if (!INTEGER.test(digits)) return undefined;
  const size = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  const value = text.startsWith('-') ? -size : size;
  return value >= -(2n ** 63n) && value < 2n ** 64n ? value : undefined;
}
