import type { Reported } from '../core/check.ts';
import { type Edit, insert, type RuleInfo } from '../core/rule.ts';
import type { DockerfileFile } from './file.ts';

/** What `# check=skip=A,B;error=true` at the top asks BuildKit for. */
export interface Checks {
  /** Names of checks in lower case, `all` for every one. */
  readonly skip: ReadonlySet<string>;
  /** Offset behind the last name of `skip=` in the file, where another one may be added; absent without a `skip=`. */
  readonly end?: number;
}

/**
 * The checks that the file's `check` directive leaves out. BuildKit reads the value up to its first space.
 * https://docs.docker.com/reference/dockerfile/#check
 */
export function checksOf({ blocks }: DockerfileFile): Checks {
  const directive = blocks[0]?.block.directives.find(({ key, repeated }) => key === 'check' && !repeated);
  const value = directive?.value.text.split(/\s/, 1)[0] ?? '';
  const match = /(?:^|;)skip=([^;]*)/i.exec(value);
  if (!directive || !match) return { skip: new Set() };
  return { skip: namesIn(match[1] ?? ''), end: directive.value.span.start + match.index + match[0].length };
}

const namesIn = (list: string): ReadonlySet<string> => new Set(list.toLowerCase().split(',').filter(Boolean));

/** The names by which BuildKit knows a rule; other tools' names have digits or a colon. */
export const checkNames = ({ also }: Pick<RuleInfo, 'also'>): readonly string[] => also.filter((name) => /^[A-Z][A-Za-z]+$/.test(name));

/** Asks BuildKit too not to say what a rule says: one name more in the `skip=` that the file has. Nothing where it has none. */
export function skipping(file: DockerfileFile, rule: RuleInfo): Edit | undefined {
  const { end } = checksOf(file);
  const [name] = checkNames(rule);
  return end === undefined || name === undefined ? undefined : insert(end, `,${name}`);
}

/** Leaves out the findings of rules that are known under a skipped check's name: for the whole file, or in a comment right above one instruction. */
export function withoutSkipped(file: DockerfileFile, reported: readonly Reported[], rules: Readonly<Record<string, RuleInfo>>, { skip }: Checks): Reported[] {
  const above = skipsAbove(file);
  if (skip.size === 0 && above.length === 0) return [...reported];
  return reported.filter(({ rule, at }) => {
    const info = rules[rule];
    const names = info ? checkNames(info).map((name) => name.toLowerCase()) : [];
    if (names.length === 0) return true;
    const here = above.find(({ start, end }) => start <= at.start && at.start < end)?.names;
    return !names.some((name) => skip.has(name) || skip.has('all') || here?.has(name) || here?.has('all'));
  });
}

/** `# check=skip=…` in the comment lines right above an instruction, with the stretch of that instruction. */
function skipsAbove({ blocks }: DockerfileFile): { start: number; end: number; names: ReadonlySet<string> }[] {
  const found: { start: number; end: number; names: ReadonlySet<string> }[] = [];
  for (const [i, { start, block }] of blocks.entries()) {
    const before = blocks[i - 1]?.block;
    if (!block.instruction || !before || before.instruction) continue;
    for (const { text } of before.comments) {
      const names = /^check=skip=([\w,]+)/i.exec(text)?.[1];
      if (names) found.push({ start, end: start + block.text.length, names: namesIn(names) });
    }
  }
  return found;
}
