import type { Reported } from './check.ts';

const MARK = 'giljabi-ignore';

/** `# giljabi-ignore pin-base-image, declare-networks — why`: the rules that a line names. */
export function ignoredBy(line: string): readonly string[] {
  const named = /#\s*giljabi-ignore\s+([^\u2014#]*)/.exec(line)?.[1] ?? '';
  return named.split(/[\s,]+/).filter((id) => /^[a-z][a-z0-9-]*$/.test(id));
}

/** Leaves out what a comment on the line above asks not to be told. */
export function withoutIgnored(text: string, reported: readonly Reported[]): readonly Reported[] {
  if (!text.includes(MARK)) return reported;
  return reported.filter(({ rule, at }) => {
    const start = text.lastIndexOf('\n', at.start - 1) + 1;
    const above = start === 0 ? '' : text.slice(text.lastIndexOf('\n', start - 2) + 1, start);
    return !ignoredBy(above).includes(rule);
  });
}
