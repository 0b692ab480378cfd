/** A text with the lines of another that it lacks, at its end, with the comments above them. Nothing that is there is changed. */
export function withMissingLines(before: string, wanted: string, keyOf: (line: string) => string): string {
  const there = new Set(before.split(/\r?\n/).map((line) => keyOf(line.trim())));
  const added: string[] = [];
  let comments: string[] = [];
  for (const line of wanted.trimEnd().split('\n')) {
    if (line === '' || line.startsWith('#')) comments.push(line);
    else if (!there.has(keyOf(line))) added.push(...comments.splice(0), line);
    else comments = [];
  }
  if (added.length === 0) return before;
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  return `${before}${gap}${added.join('\n')}\n`;
}

/** Of `NAME=value` the name decides. */
export const variableOf = (line: string): string => /^(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line)?.[1] ?? line;

/** `/build/`, `build` and `build/` keep the same folder out. */
export const patternOf = (line: string): string => (/^\.env\*?$|^\*\.env$/.test(line) ? '.env' : line.replace(/^(?:\/|\*\*\/)/, '').replace(/\/$/, ''));
