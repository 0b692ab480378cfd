import { type Problem, whole } from '../../core/grammar/problem.ts';

/** A duration as Compose understands it. */
export interface Duration {
  readonly seconds: number;
  /** As `docker compose config` prints it: `1m30s`. */
  readonly text: string;
}

export type DurationReason = 'empty' | 'no-unit' | 'space' | 'unknown-unit' | 'not-a-duration' | 'too-long';

const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
  d: 86_400_000_000_000n,
  w: 604_800_000_000_000n,
};

const MOST = 2n ** 63n - 1n;

/** The duration a text says: `1m30s`, `1.5h`, `2d`; nothing where Compose can't read it. Only `0` needs no unit. */
export function durationOf(text: string): Duration | undefined {
  const read = nanosecondsOf(text);
  return typeof read === 'bigint' ? { seconds: Number(read) / 1e9, text: print(read) } : undefined;
}

/** Why a text is no duration. */
export function durationProblem(text: string): Problem<DurationReason> | undefined {
  const read = nanosecondsOf(text);
  return typeof read === 'bigint' ? undefined : read;
}

/** compose-go reads durations with xhit/go-str2duration. */
function nanosecondsOf(text: string): bigint | Problem<DurationReason> {
  if (text === '') return whole('empty', text);
  const sign = /^[-+]/.exec(text)?.[0] ?? '';
  if (text.slice(sign.length) === '0') return 0n;
  let total = 0n;
  let at = sign.length;
  if (at === text.length) return whole('not-a-duration', text);
  while (at < text.length) {
    const [number = '', before = '', after = ''] = /^(\d*)(?:\.(\d*))?/.exec(text.slice(at)) ?? [];
    if (before === '' && after === '') return whole('not-a-duration', text);
    const unitAt = at + number.length;
    const unit = /^[^\d.]*/.exec(text.slice(unitAt))?.[0] ?? '';
    if (unit === '') return { reason: 'no-unit', from: at, to: text.length };
    const size = UNITS[unit];
    if (size === undefined) return { reason: unit.trim() !== unit ? 'space' : 'unknown-unit', from: unitAt, to: unitAt + unit.length };
    const fraction = after === '' ? 0n : BigInt(Math.trunc(Number(`0.${after}`) * Number(size)));
    total += BigInt(before === '' ? '0' : before) * size + fraction;
    if (total > MOST) return whole('too-long', text);
    at = unitAt + unit.length;
  }
  return sign === '-' ? -total : total;
}

/** Go's own way of writing a duration. */
function print(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '0s';
  if (nanoseconds < 0n) return `-${print(-nanoseconds)}`;
  if (nanoseconds < 1_000n) return `${nanoseconds}ns`;
  if (nanoseconds < 1_000_000n) return `${decimal(nanoseconds, 1_000n)}µs`;
  if (nanoseconds < 1_000_000_000n) return `${decimal(nanoseconds, 1_000_000n)}ms`;
  const minutes = nanoseconds / 60_000_000_000n;
  const seconds = `${decimal(nanoseconds % 60_000_000_000n, 1_000_000_000n)}s`;
  if (minutes === 0n) return seconds;
  return minutes < 60n ? `${minutes}m${seconds}` : `${minutes / 60n}h${minutes % 60n}m${seconds}`;
}

function decimal(value: bigint, unit: bigint): string {
  const rest = value % unit;
  if (rest === 0n) return `${value / unit}`;
  const digits = String(rest)
    .padStart(String(unit).length - 1, '0')
    .replace(/0+$/, '');
  return `${value / unit}.${digits}`;
}
