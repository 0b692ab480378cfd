import type { HubImage } from '../core/hub-image.ts';

export type WebTool = 'curl' | 'wget';

const NEITHER: readonly WebTool[] = ['curl', 'wget'];

/** Images on Alpine or BusyBox whatever their tag: BusyBox brings a small `wget`. */
const SMALL = new Set(['alpine', 'busybox', 'traefik', 'caddy', 'prom/prometheus']);

/** Images that have a small variant and a larger one. */
const HAS_ALPINE = new Set(['node', 'python', 'postgres', 'redis', 'valkey/valkey']);

/** The tools for a health check over HTTP that an image surely lacks; nothing for images that are not known for sure. */
export function missingTools({ name, tag = '' }: HubImage): readonly WebTool[] {
  if (SMALL.has(name)) return ['curl'];
  if (HAS_ALPINE.has(name) && /alpine/.test(tag)) return ['curl'];
  if (name === 'debian' || name === 'ubuntu') return NEITHER;
  if ((name === 'node' || name === 'python') && /slim/.test(tag)) return NEITHER;
  if (name === 'postgres' || name === 'redis') return NEITHER;
  // The Debian variant of nginx brings `curl`; the smallest Alpine variant does not.
  if (name === 'nginx') return /alpine-slim/.test(tag) ? ['curl'] : /alpine/.test(tag) ? [] : ['wget'];
  return [];
}
