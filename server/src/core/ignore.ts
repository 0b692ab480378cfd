import type { Reported } from './check.ts';
import { type Edit, insert } from './rule.ts';

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
    const line = lineAt(text, at.start);
    return line === 0 || !ignoredBy(text.slice(lineAt(text, line - 1), line)).includes(rule);
  });
}

/** Asks not to be told `rule` at the line of `offset`: names it in the comment that stands above for others, or in a comment of its own. */
export function ignoring(text: string, offset: number, rule: string): Edit {
  const line = lineAt(text, offset);
  const above = line === 0 ? line : lineAt(text, line - 1);
  const comment = /#\s*giljabi-ignore\s+(?:[^\u2014#]*[\s,])?[a-z][a-z0-9-]*(?![^\s,\u2014#])/.exec(text.slice(above, line));
  if (comment) return insert(above + comment.index + comment[0].length, `, ${rule}`);
  const [, mark = '', indent = ''] = /^(\uFEFF?)([ \t]*)/.exec(text.slice(line, offset)) ?? [];
  return insert(line + mark.length, `${indent}# ${MARK} ${rule}${text.includes('\r\n') ? '\r\n' : '\n'}`);
}

/** Where the line of `offset` begins. */
const lineAt = (text: string, offset: number): number => (offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1);
