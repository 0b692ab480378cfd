import { callsOf } from './calls.ts';
import type { Listening } from './listens.ts';
import { each, type Spot, type Stack, type StackService } from './stack.ts';

/** A place that takes for granted that a service listens on a port. */
export interface Witness {
  readonly port: string;
  readonly at: Spot;
  /** The rules that would say of this place that the port is wrong. */
  readonly rules: readonly string[];
}

/** Every place that says on which port a service listens, but for the one that the service's program reads. */
export function witnessesOf(stack: Stack, service: StackService, told: Listening): Witness[] {
  const found: Witness[] = [];
  for (const { from, kind, host, port, target, scheme } of callsOf(stack)) {
    const isOwn = kind === 'healthcheck' && target.kind === 'self' && from === service;
    if (!isOwn && !(target.kind === 'service' && target.service === service && kind !== 'healthcheck')) continue;
    const number = port?.text ?? (kind === 'nginx' || isOwn ? (scheme === 'https' ? '443' : '80') : undefined);
    if (number !== undefined) found.push({ port: number, at: port?.at ?? host.at, rules: isOwn ? HEALTH : CALLS });
  }
  for (const { uri, it } of each(service, 'ports')) found.push({ port: it.container.text, at: { uri, fact: it.container }, rules: ['publish-listening-ports'] });
  const { build } = service;
  if (build?.dockerfile && told.because !== 'expose') {
    for (const fact of build.stages.at(-1)?.exposed ?? [])
      found.push({ port: fact.text.replace(/\/tcp$/i, ''), at: { uri: build.dockerfile.uri, fact }, rules: ['expose-listening-ports'] });
  }
  return found;
}

const CALLS = ['call-listening-ports', 'use-container-port-between-services'];
const HEALTH = ['check-health-at-listening-ports', 'check-health-at-container-port'];
