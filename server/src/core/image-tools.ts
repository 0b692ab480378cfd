import type { HubImage } from './hub-image.ts';

export type WebTool = 'curl' | 'wget';

const NEITHER: readonly WebTool[] = ['curl', 'wget'];

/** Images on Alpine or BusyBox whatever their tag: BusyBox brings a small `wget`. */
const SMALL = new Set(['alpine', 'busybox', 'traefik', 'caddy', 'prom/prometheus']);

/** Languages: on Alpine without `curl`, slim with neither, else with both. */
const LANGUAGES = new Set(['node', 'python', 'ruby', 'rust', 'swift', 'elixir', 'erlang', 'julia', 'haskell', 'openjdk', 'eclipse-temurin']);

/** Services: on Alpine without `curl`, on Debian with neither. */
const SERVICES = new Set(['postgres', 'redis']);

/** The tools for a health check over HTTP that an image surely lacks; nothing for images that are not known for sure. */
export function missingTools({ name, tag = 'latest' }: Pick<HubImage, 'name' | 'tag'>): readonly WebTool[] {
  if (SMALL.has(name)) return ['curl'];
  // Only a digest: the variant can't be told.
  if (tag === '') return [];
  const isAlpine = /(?:^|-)alpine/.test(tag);
  if (name === 'debian' || name === 'ubuntu') return NEITHER;
  if (LANGUAGES.has(name)) return isAlpine ? ['curl'] : /(?:^|-)slim/.test(tag) ? NEITHER : [];
  if (SERVICES.has(name)) return isAlpine ? ['curl'] : NEITHER;
  if (name === 'valkey/valkey') return isAlpine ? ['curl'] : [];
  // The Debian variant of nginx brings `curl`; the smallest Alpine variant does not.
  if (name === 'nginx') return /alpine-slim/.test(tag) ? ['curl'] : isAlpine ? [] : ['wget'];
  return [];
}
