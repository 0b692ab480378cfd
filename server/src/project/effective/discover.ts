import { nameOf } from '../paths.ts';
import type { Environment } from './environment.ts';
import { addressOf } from './places.ts';
import type { Reading } from './reading.ts';

/** What Compose takes when nobody names a file, the first that is there. */
export const DEFAULTS = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

/** What it merges over it, the first that is there. */
export const OVERRIDES = ['compose.override.yml', 'compose.override.yaml', 'docker-compose.override.yml', 'docker-compose.override.yaml'];

/** The compose files of a folder, in the order in which they are merged: those of COMPOSE_FILE, or the default one and its override. compose-go: cli/options.go */
export async function discover(folder: string, environment: Environment, reading: Reading): Promise<string[]> {
  const listed = environment.get('COMPOSE_FILE')?.value;
  if (listed) {
    const separator = environment.get('COMPOSE_PATH_SEPARATOR')?.value || (/^file:\/\/\/[A-Za-z](?::|%3A)\//i.test(folder) ? ';' : ':');
    return listed.split(separator).flatMap((path) => addressOf(path, folder) ?? []);
  }
  const main = await first(DEFAULTS);
  if (main === undefined) {
    reading.report.problem({ kind: 'no-file' });
    return [];
  }
  const override = await first(OVERRIDES);
  return override === undefined ? [main] : [main, override];

  async function first(names: readonly string[]): Promise<string | undefined> {
    const found: string[] = [];
    for (const name of names) if ((await reading.read(folder + name)) !== undefined) found.push(folder + name);
    const [taken] = found;
    if (taken !== undefined && found.length > 1) reading.report.warn({ kind: 'several-files', files: found.map(nameOf), taken: nameOf(taken) });
    return taken;
  }
}
