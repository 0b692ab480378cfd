import type { DockerignoreFile } from './file.ts';

/**
 * Whether a folder that is left out must be looked into for what a `!` line may bring back. As BuildKit's walk has it: one exception with
 * a star before its end, and every such folder is looked into.
 */
export function mayHoldExceptions({ patterns }: DockerignoreFile, folder: string): boolean {
  const exceptions = patterns.filter(({ exception }) => exception).map(({ cleaned }) => cleaned.replace(/\/\*\*$/, '').replace(/\/\*$/, ''));
  return exceptions.some((it) => /[*[\]?^\\]/.test(it) || it.startsWith(`${folder}/`) || it === folder);
}
