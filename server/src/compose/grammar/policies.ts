import { type Problem, pieceOf, wrong } from '../../core/grammar/problem.ts';
import { integerOf } from './go-numbers.ts';

export type RestartReason = 'unknown' | 'retries' | 'negative';

/** Compose takes the names of Swarm too: `any` and `none`. */
const POLICIES = new Set(['no', 'none', 'always', 'any', 'unless-stopped', 'on-failure']);

/** Why the engine refuses a restart policy when the container is created; Compose itself takes any text. */
export function restartProblem(text: string): Problem<RestartReason> | undefined {
  const colon = text.indexOf(':');
  const name = pieceOf(text, 0, colon < 0 ? text.length : colon);
  if (name.text !== '' && !POLICIES.has(name.text)) return wrong('unknown', name);
  if (colon < 0) return undefined;
  const count = pieceOf(text, colon + 1);
  // What is no number counts as none at all.
  const retries = integerOf(count.text.split(':')[0] ?? '') ?? 0n;
  if (retries === 0n) return undefined;
  if (name.text !== 'on-failure') return { reason: 'retries', from: colon, to: text.length };
  return retries < 0n ? wrong('negative', count) : undefined;
}
