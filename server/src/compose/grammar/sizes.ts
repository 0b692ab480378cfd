import { type Problem, whole } from '../../core/grammar/problem.ts';
import { floatOf, integerOf } from './go-numbers.ts';

export type SizeReason = 'empty' | 'not-a-size' | 'unknown-unit' | 'space' | 'negative';

const POWERS = 'kmgtp';

/** Bytes of a size: `512m`, `1.5gb`, `64 MiB`, where all units count in 1024; nothing where Compose can't read it. */
export function bytesOf(text: string): number | undefined {
  const read = amountOf(text);
  return typeof read === 'number' ? read : undefined;
}

/** Why a text is no size. */
export function sizeProblem(text: string): Problem<SizeReason> | undefined {
  const read = amountOf(text);
  return typeof read === 'number' ? undefined : read;
}

/** compose-go reads sizes with docker/go-units. */
function amountOf(text: string): number | Problem<SizeReason> {
  if (text === '') return whole('empty', text);
  const integer = integerOf(text);
  if (integer !== undefined) return Number(integer);
  const end = Math.max(...[...'0123456789. '].map((char) => text.lastIndexOf(char)));
  if (end < 0) return whole('not-a-size', text);
  const number = text[end] === ' ' ? text.slice(0, end) : text.slice(0, end + 1);
  const suffix = text.slice(end + 1);
  const size = floatOf(number);
  if (size === undefined) return whole(text.trim() !== text || /\s/.test(number) ? 'space' : 'not-a-size', text);
  if (size < 0) return whole('negative', text);
  const unit = suffix.toLowerCase();
  if (unit === '' || unit === 'b') return Math.trunc(size);
  if (!/^[kmgtp](?:i?b)?$/.test(unit)) return { reason: 'unknown-unit', from: end + 1, to: text.length };
  return Math.trunc(size * 1024 ** (POWERS.indexOf(unit.charAt(0)) + 1));
}
