import { cliCommand } from './cli.ts';
import type { FlagUse, Line } from './line.ts';

/** Whether a flag that the command does not have belongs to the command above it: `docker compose up -f compose.yaml`. */
export function isParents({ path }: Line, { name, written }: FlagUse): boolean {
  const cut = path.lastIndexOf(' ');
  const parent = cut < 0 || name !== undefined ? undefined : cliCommand(path.slice(0, cut));
  if (!parent) return false;
  return written.startsWith('--') ? parent.flags.has(written.slice(2)) : parent.short.has(written.slice(1));
}

/** The main name of a command: `docker run`, also where `docker container run` is written. */
export const mainName = ({ known }: Line): string => known?.names[0] ?? '';

/** Whether a command makes a container from an image. */
export const makesContainer = (line: Line): boolean => /^docker (?:run|create)$/.test(mainName(line));

/** All uses of a flag, by any of its long names. */
export const usesOf = ({ flags }: Line, ...names: readonly string[]): readonly FlagUse[] => flags.filter(({ name }) => name !== undefined && names.includes(name));
