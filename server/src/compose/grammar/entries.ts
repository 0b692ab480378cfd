import { type Piece, type Problem, pieceOf, splitAt, whole, wrong } from '../../core/grammar/problem.ts';
import { isAddress } from './addresses.ts';

/** One item of `environment` written as a list. */
export interface EnvironmentEntry {
  readonly name: Piece;
  /** Absent in `- NAME`, which takes the value of the shell. */
  readonly value?: Piece;
}

/** `NAME=value`; all behind the first `=` is the value, spaces and quotes too. */
export function environmentEntry(text: string): EnvironmentEntry {
  const at = text.indexOf('=');
  return at < 0 ? { name: pieceOf(text, 0) } : { name: pieceOf(text, 0, at), value: pieceOf(text, at + 1) };
}

export type VariableReason = 'space-before-equals' | 'space-behind-name';

/** What Compose finds wrong with an item of a list of variables: a name that ends with a space. */
export function variableProblem(text: string): Problem<VariableReason> | undefined {
  const { name, value } = environmentEntry(text);
  const spaces = /\s+$/.exec(name.text)?.[0].length ?? 0;
  if (spaces === 0) return undefined;
  return { reason: value ? 'space-before-equals' : 'space-behind-name', from: name.to - spaces, to: name.to };
}

export type HostReason = 'no-address' | 'empty-address' | 'no-name' | 'bad-name' | 'bad-address';

/** What Compose or, of the address, the engine finds wrong with an item of `extra_hosts`. */
export function extraHostProblem(text: string): Problem<HostReason> | undefined {
  const equals = text.indexOf('=');
  const at = equals < 0 ? text.indexOf(':') : equals;
  if (at < 0) return whole('no-address', text);
  const name = pieceOf(text, 0, at);
  if (name.text === '') return whole('no-name', text);
  if (/[:=]/.test(name.text)) return wrong('bad-name', name);
  for (const it of splitAt(text.slice(at + 1), ',')) {
    const address = pieceOf(text, at + 1 + it.from, at + 1 + it.to);
    if (address.text === '') return whole('empty-address', text);
    if (!isHostAddress(address.text)) return wrong('bad-address', address);
  }
  return undefined;
}

/** An address as `extra_hosts` takes it: an IP address, also in brackets, or the host itself. */
export const isHostAddress = (text: string): boolean => text === 'host-gateway' || isAddress(text.replace(/^\[(.+)\]$/, '$1'));

/** Why the engine refuses an address of `extra_hosts` in the form of a mapping. */
export const hostAddressProblem = (text: string): Problem<HostReason> | undefined =>
  text === '' ? whole('empty-address', text) : isHostAddress(text) ? undefined : whole('bad-address', text);

export type DeviceReason = 'too-many-colons';

/** What Compose finds wrong with a device of the short syntax: `HOST:CONTAINER:rwm` has three parts at most. */
export function deviceProblem(text: string): Problem<DeviceReason> | undefined {
  const fourth = splitAt(text, ':')[3];
  return fourth && { reason: 'too-many-colons', from: fourth.from - 1, to: text.length };
}

export type PairReason = 'no-equals';

/** What Compose finds wrong with an item that must be `name=value`. */
export const pairProblem = (text: string): Problem<PairReason> | undefined => (text.includes('=') ? undefined : whole('no-equals', text));

/** An SSH key is `id=path`; only `default` needs no path. */
export const sshProblem = (text: string): Problem<PairReason> | undefined => (text === 'default' ? undefined : pairProblem(text));

/** What Compose refuses of `security_opt` when the container is created. */
export const securityProblem = (text: string): Problem<PairReason> | undefined =>
  text.includes('=') || text.includes(':') || text === 'no-new-privileges' ? undefined : whole('no-equals', text);
