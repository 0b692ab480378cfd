import type { DockerignoreFile, Pattern } from './file.ts';
import { isPlain } from './glob.ts';
import { coverOf, foldersAbove, type Verdict, verdictOf } from './match.ts';

/** Nobody writes a larger file by hand; the lines of one are not compared with each other. */
export const isHandmade = ({ text }: DockerignoreFile): boolean => text.length <= 16_384;

/** Whether a pattern names the context itself or a place outside it: no file is ever meant. */
export const meansNothing = ({ cleaned }: Pattern): boolean => cleaned === '.' || cleaned === '/' || /^\.\.(?:\/|$)/.test(cleaned);

export const isEverything = ({ cleaned }: Pattern): boolean => cleaned === '*' || cleaned === '**';

/** Whether one pattern certainly means all that another means; where that can't be told, no. */
export function covers(wide: Pattern, narrow: Pattern): boolean {
  const place = placeOf(narrow.cleaned);
  return isEverything(wide) || (place !== '' && coverOf(wide)(place));
}

/** The folder that everything a pattern means lies in, empty for the root; a plain path itself. */
function placeOf(cleaned: string): string {
  if (isPlain(cleaned)) return cleaned;
  return cleaned.slice(0, Math.max(0, cleaned.lastIndexOf('/', cleaned.search(/[*?[\\]/))));
}

/** The later line that certainly takes back an exception, whichever way the builder goes through the files. */
export function takenBackBy(file: DockerignoreFile, exception: Pattern): Pattern | undefined {
  if (!isPlain(exception.cleaned)) return everyTimeAgain(file, exception);
  const atOnce = verdictOf(file, exception.cleaned);
  if (!atOnce.by || !atOnce.excluded || atOnce.by.line < exception.line) return undefined;
  return inWalk(file, exception.cleaned).by === atOnce.by ? atOnce.by : undefined;
}

function everyTimeAgain({ patterns }: DockerignoreFile, { cleaned, line }: Pattern): Pattern | undefined {
  const later = patterns.filter((it) => it.line > line);
  const last = later.findLastIndex((it) => it.exception !== undefined);
  return later.slice(last + 1).find((it) => it.cleaned === cleaned || it.cleaned === '**' || (it.cleaned === '*' && !/\/|\*\*/.test(cleaned)));
}

/** The verdict on a path as BuildKit's walk comes to it, folder by folder. */
export function inWalk(file: DockerignoreFile, path: string): Verdict {
  let verdict: Verdict = { excluded: false, matched: [] };
  for (const place of [...foldersAbove(path), path]) verdict = verdictOf(file, place, verdict);
  return verdict;
}
