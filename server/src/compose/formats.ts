import { type ImageReason, imageProblem } from '../core/grammar/images.ts';
import { type PlatformReason, platformProblem } from '../core/grammar/platforms.ts';
import { type Problem, whole } from '../core/grammar/problem.ts';
import { type SignalReason, signalProblem } from '../core/grammar/signals.ts';
import type { Span } from '../core/text.ts';
import { textOf } from './facts.ts';
import type { Scalar } from './file.ts';
import { type AddressReason, addressProblem, hardwareProblem, networkProblem } from './grammar/addresses.ts';
import { booleanOf } from './grammar/booleans.ts';
import { type DurationReason, durationProblem } from './grammar/durations.ts';
import {
  type DeviceReason,
  deviceProblem,
  extraHostProblem,
  type HostReason,
  hostAddressProblem,
  type PairReason,
  pairProblem,
  securityProblem,
  sshProblem,
  type VariableReason,
  variableProblem,
} from './grammar/entries.ts';
import { floatOf, integerOf } from './grammar/go-numbers.ts';
import { type MountReason, mountProblem } from './grammar/mounts.ts';
import { floatProblem, integerProblem, type NumberReason, naturalProblem, octalProblem } from './grammar/numbers.ts';
import { type RestartReason, restartProblem } from './grammar/policies.ts';
import { type PortReason, portProblem, publishedProblem } from './grammar/ports.ts';
import { type SizeReason, sizeProblem } from './grammar/sizes.ts';
import { type CommandReason, commandProblem } from './grammar/words.ts';
import type { Kind } from './walk.ts';

/** How Compose, or the engine behind it, reads the text of a scalar, and why it may refuse it. */
export interface Reasons {
  readonly duration: DurationReason;
  readonly bytes: SizeReason;
  readonly boolean: 'not-a-boolean';
  readonly integer: NumberReason;
  /** A whole number from 0 on. */
  readonly natural: NumberReason;
  readonly float: NumberReason;
  /** A whole number of percent. */
  readonly percent: NumberReason;
  /** A whole number or `all`. */
  readonly count: NumberReason;
  /** An integer or text that is one, but no number with a fraction or an exponent. */
  readonly limit: NumberReason;
  /** An integer, and neither text nor a number with a fraction or an exponent. */
  readonly 'build-limit': NumberReason;
  /** Mode of a file. */
  readonly mode: NumberReason;
  /** A number that must not be quoted. */
  readonly number: NumberReason;
  /** Text or a whole number. */
  readonly whole: NumberReason;
  readonly port: PortReason | 'not-whole' | 'negative';
  /** `target` of a port in the long syntax. */
  readonly 'target-port': NumberReason;
  readonly 'published-port': PortReason | 'not-whole';
  /** An address of the host that a port is bound to. */
  readonly 'host-ip': AddressReason;
  readonly address: AddressReason;
  readonly ipv4: AddressReason;
  readonly ipv6: AddressReason;
  readonly network: AddressReason;
  readonly hardware: AddressReason;
  readonly mount: MountReason;
  readonly device: DeviceReason;
  readonly 'extra-host': HostReason;
  readonly 'host-address': HostReason;
  readonly variable: VariableReason;
  /** A variable of a build, whose name alone may end with a space. */
  readonly argument: VariableReason;
  /** `name=value` */
  readonly pair: PairReason;
  readonly ssh: PairReason;
  readonly security: PairReason;
  readonly command: CommandReason;
  readonly 'env-format': 'unknown';
  readonly image: ImageReason;
  readonly restart: RestartReason;
  readonly condition: RestartReason;
  readonly signal: SignalReason;
  readonly platform: PlatformReason;
}

export type Format = keyof Reasons;

/** Why the text of a value is refused. `span` is the piece to underline. */
export interface ProblemOf<F extends Format> {
  readonly format: F;
  readonly reason: Reasons[F];
  readonly span: Span;
}

export type FormatProblem = ProblemOf<Format>;

/** What Compose finds wrong with a scalar that it converts; nothing where it is fine. The scalar holds no variable. */
export function formatProblem<F extends Format>(format: F, node: Scalar, is: Kind): ProblemOf<F> | undefined {
  if (is === 'null') return undefined;
  const found = checks[format](textOf(node), is);
  return found && { format, reason: found.reason, span: placeOf(node, found) };
}

/** The number that Compose makes of text before it looks at the range; nothing where it makes none. */
export function numberIn(format: Format, text: string): number | undefined {
  if (format === 'integer' || format === 'natural') return integerOf(text) === undefined ? undefined : Number(text);
  return format === 'float' || format === 'percent' ? floatOf(text) : undefined;
}

/** Narrows a problem to one of some formats. */
export const isProblemOf = <F extends Format>(problem: FormatProblem, ...formats: readonly F[]): problem is ProblemOf<F> => formats.some((it) => it === problem.format);

/** The place of a piece of a scalar's text; all of it where escapes or line breaks move the text, or where the piece is empty. */
function placeOf(node: Scalar, { from, to }: { readonly from: number; readonly to: number }): Span {
  const { span, text } = node.raw;
  if (text === '') return node.span;
  return from < to && text === textOf(node) ? { start: span.start + from, end: span.start + to } : span;
}

type Check<F extends Format> = (text: string, is: Kind) => Problem<Reasons[F]> | undefined;

/** Judges text only: numbers as such are fine. */
const ofText =
  <Reason extends string>(check: (text: string) => Problem<Reason> | undefined) =>
  (text: string, is: Kind) =>
    is === 'string' ? check(text) : undefined;

/** Judges text, and refuses numbers with a fraction or an exponent. */
const ofWhole =
  <Reason extends string>(check: (text: string) => Problem<Reason> | undefined) =>
  (text: string, is: Kind): Problem<Reason | 'not-whole'> | undefined =>
    is === 'number' ? whole('not-whole', text) : ofText(check)(text, is);

const checks: { readonly [F in Format]: Check<F> } = {
  duration: ofText(durationProblem),
  bytes: ofText(sizeProblem),
  boolean: ofText((text) => (booleanOf(text) ? undefined : whole('not-a-boolean', text))),
  integer: ofText(integerProblem),
  natural: (text, is) => (is === 'integer' && text.startsWith('-') ? whole('negative', text) : ofText(naturalProblem)(text, is)),
  float: ofText(floatProblem),
  percent: ofText((text) => (/^\+?\d+(?:\.0*)?$/.test(text) ? undefined : (floatProblem(text) ?? whole('not-whole', text)))),
  count: ofWhole((text) => (text.toLowerCase() === 'all' ? undefined : integerProblem(text))),
  limit: ofWhole(integerProblem),
  'build-limit': ofWhole((text) => whole('quoted', text)),
  mode: ofWhole(octalProblem),
  number: (text, is) => (is === 'string' ? whole('quoted', text) : is === 'integer' && text.startsWith('-') ? whole('negative', text) : undefined),
  whole: ofWhole(() => undefined),
  port: portFormat,
  'target-port': (text, is) => checks.natural(text, is) ?? (Number(text) > 65_535 ? whole('too-large', text) : undefined),
  'published-port': (text, is) => (is === 'number' ? whole('not-whole', text) : publishedProblem(text)),
  'host-ip': ofText((text) => addressProblem(text)),
  address: ofText((text) => addressProblem(text)),
  ipv4: ofText((text) => (text === '' ? undefined : addressProblem(text, 4))),
  ipv6: ofText((text) => (text === '' ? undefined : addressProblem(text, 6))),
  network: ofText(networkProblem),
  hardware: ofText(hardwareProblem),
  mount: ofText(mountProblem),
  device: ofText(deviceProblem),
  'extra-host': ofText(extraHostProblem),
  'host-address': ofText(hostAddressProblem),
  variable: ofText(variableProblem),
  argument: ofText((text) => (text.includes('=') ? variableProblem(text) : undefined)),
  pair: ofText(pairProblem),
  ssh: ofText(sshProblem),
  security: ofText(securityProblem),
  command: ofText(commandProblem),
  'env-format': ofText((text) => (text === '' || text === 'raw' ? undefined : whole('unknown', text))),
  image: ofText((text) => (text === '' ? undefined : imageProblem(text))),
  restart: ofText(restartProblem),
  condition: ofText(restartProblem),
  signal: ofText(signalProblem),
  platform: ofText(platformProblem),
};

/** Whole numbers are ports too, in any base. */
function portFormat(text: string, is: Kind): Problem<Reasons['port']> | undefined {
  if (is === 'number') return whole('not-whole', text);
  if (is === 'string') return portProblem(text);
  if (text.startsWith('-')) return whole('negative', text);
  const port = Number(text.replaceAll('_', '').replace(/^\+?0(?=[0-7]+$)/, '0o'));
  if (port === 0) return whole('zero', text);
  return port > 65_535 ? whole('too-large', text) : undefined;
}

const ENGINE: Readonly<Partial<Record<Format, readonly string[] | 'all'>>> = {
  'target-port': ['too-large'],
  'published-port': ['not-a-port', 'too-large', 'backwards', 'space'],
  address: 'all',
  ipv4: 'all',
  ipv6: 'all',
  network: 'all',
  hardware: 'all',
  'extra-host': ['bad-address', 'empty-address'],
  'host-address': 'all',
  security: 'all',
  image: 'all',
  restart: 'all',
  condition: 'all',
  signal: 'all',
  platform: 'all',
};

/** Whether `docker compose config` takes the text and only `up` or `build` fails. */
export function failsLater({ format, reason }: FormatProblem): boolean {
  const later = ENGINE[format];
  return later === 'all' || (later?.includes(reason) ?? false);
}
