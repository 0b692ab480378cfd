import type { Files } from '../core/files.ts';
import type { DockerignoreFile, Pattern } from '../dockerignore/file.ts';
import { ignoreListOf, walkContext } from '../project/context.ts';
import { folderOf } from '../project/paths.ts';
import { filesTakenBy, patternsThatMatchNothing, wantedBy } from '../project/sources.ts';
import { ko } from './ko.ts';

/**
 * A line on what a source of a Dockerfile takes out of the build context; nothing where the folder may not be looked into.
 * The context is the Dockerfile's own folder unless somebody knows better; `context` ends with a slash.
 */
export async function sourceLine(dockerfile: string, source: string, files: Files, context?: string): Promise<string | undefined> {
  const folder = context ?? folderOf(dockerfile);
  if (folder === '') return undefined;
  const ignore = await ignoreListOf(dockerfile, folder, files);
  const walk = await walkContext(folder, files, ignore?.file, wantedBy([source]));
  const [taken] = walk ? filesTakenBy([source], walk) : [];
  if (!taken) return undefined;
  const lines = taken.left.map(({ pattern }) => ({ line: pattern.line, text: `${pattern.exception ? '!' : ''}${pattern.body.text}` }));
  const isGuess = context === undefined;
  switch (taken.state) {
    case 'taken':
      return [ko.takes(taken.files, taken.cut, isGuess), ignore ? ko.leavesOut(ignore.name, lines) : isWhole(source) ? ko.noIgnoreFile : ''].filter(Boolean).join(' ');
    case 'ignored':
      return ko.ignored(source, ignore?.name ?? '', lines);
    case 'missing':
      return taken.cut ? undefined : /[*?[]/.test(source) ? ko.noMatch(source, isGuess) : ko.missing(source, isGuess);
  }
}

const isWhole = (source: string): boolean => /^(?:\.?\/)*\.?$/.test(source);

/** A line on a pattern of an ignore file that means nothing in the file's folder; nothing where it means something, or where that can't be told. */
export async function emptyPatternLine(uri: string, file: DockerignoreFile, pattern: Pattern, files: Files): Promise<string | undefined> {
  const folder = folderOf(uri);
  const walk = folder === '' ? undefined : await walkContext(folder, files, file);
  return walk && walk.entries.length > 0 && patternsThatMatchNothing(file, walk).includes(pattern) ? ko.meansNothing : undefined;
}
