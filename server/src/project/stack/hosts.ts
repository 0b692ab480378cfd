import { isLoopback } from '../../core/address.ts';
import type { Stack, StackService } from './stack.ts';
import { each } from './stack.ts';

/** What a host name means to a program inside a service's container. */
export type Target =
  | { readonly kind: 'self' }
  | { readonly kind: 'service'; readonly service: StackService }
  /** Another machine, or one that only the running system knows. */
  | { readonly kind: 'outside' }
  /** A name without a dot that nothing in the stack has. */
  | { readonly kind: 'unknown' };

/** The networks that a service stands in, over all its parts; empty under a `network_mode`. */
export function networksOf({ parts }: StackService): ReadonlySet<string> {
  const named = parts.filter(({ facts }) => facts.networkMode !== '' || facts.networks.some((it) => it !== 'default'));
  const told = named.length > 0 ? named : parts.slice(0, 1);
  return new Set(told.flatMap(({ facts }) => facts.networks));
}

/** Every name that reaches a service from a network it stands in. */
export const hostsOf = (service: StackService): ReadonlySet<string> => new Set(service.parts.flatMap(({ facts }) => facts.hosts));

/** Whether the container has a network of its own in which services have names. */
export const isNetworked = ({ parts }: StackService): boolean => parts.every(({ facts }) => facts.networkMode === '');

/** The service that has a name, whether or not it can be reached. */
export const serviceNamed = ({ services }: Stack, host: string): StackService | undefined => services.find((it) => hostsOf(it).has(host));

/** https://docs.docker.com/compose/how-tos/networking/ */
export function targetOf(stack: Stack, from: StackService, host: string): Target {
  if (isLoopback(host)) return { kind: 'self' };
  const service = serviceNamed(stack, host);
  if (service) return service === from ? { kind: 'self' } : { kind: 'service', service };
  if (/[.:$*]/.test(host) || host === '' || from.parts.some(({ facts }) => facts.extraHosts.includes(host))) return { kind: 'outside' };
  return { kind: 'unknown' };
}

/** Whether one of two services can find the other by name. */
export function shareNetwork(a: StackService, b: StackService): boolean {
  const other = networksOf(b);
  return [...networksOf(a)].some((network) => other.has(network));
}

/** Services of different profiles are made to replace each other. */
export function runTogether(a: StackService, b: StackService): boolean {
  const [left, right] = [profilesOf(a), profilesOf(b)];
  return left.length === 0 || right.length === 0 || left.some((profile) => right.includes(profile));
}

const profilesOf = (service: StackService): string[] => [...each(service, 'profiles')].map(({ it }) => it);
