import { remembered } from '../core/remember.ts';
import type { DockerignoreFile, Pattern } from './file.ts';
import { type Piece, piecesOf } from './glob.ts';

type Step = { readonly kind: 'one'; fits(char: string): boolean } | { readonly kind: 'star' | 'rest' | 'skip' | 'folders' };

/** No file system has a longer path. */
const LONGEST = 4096;

/** Answers for a path whether a pattern means it itself, not what lies in it. */
export type Matcher = (path: string) => boolean;

/** What the lines of a file say of one path. */
export interface Verdict {
  readonly excluded: boolean;
  /** The line that decided last; absent where no line has anything to say. */
  readonly by?: Pattern;
  /** By pattern: whether it means this path or a folder above it. */
  readonly matched: readonly boolean[];
}

/** How a pattern is compared with paths. One that the builder refuses means none. */
export const matcherOf: (pattern: Pattern) => Matcher = remembered(({ cleaned }: Pattern) => globMatcher(cleaned, false));

/** The same, and a path that lies in what is meant counts too. */
export const coverOf: (pattern: Pattern) => Matcher = remembered(({ cleaned }: Pattern) => globMatcher(cleaned, true));

/**
 * The lines in order, a later one over an earlier; what lies in a folder follows the folder. With the verdict on the parent folder it answers as
 * BuildKit's walk does: there a line that had nothing to change for the folder is not asked again for what lies in it.
 * Without one, every folder above is looked at. https://docs.docker.com/build/concepts/context/#syntax
 */
export function verdictOf({ patterns }: DockerignoreFile, path: string, parent?: Verdict): Verdict {
  const matched = new Array<boolean>(patterns.length).fill(false);
  let excluded = false;
  let by: Pattern | undefined;
  for (const [i, pattern] of patterns.entries()) {
    const inherited = parent?.matched[i] === true;
    const excludes = pattern.exception === undefined;
    if (!inherited) {
      if (excludes === excluded) continue;
      const matches = parent ? matcherOf(pattern) : coverOf(pattern);
      if (!matches(path)) continue;
    }
    matched[i] = true;
    if (excludes !== excluded) by = pattern;
    excluded = excludes;
  }
  return { excluded, matched, ...(by && { by }) };
}

/** `a`, `a/b` for `a/b/c`. */
export function foldersAbove(path: string): string[] {
  const found: string[] = [];
  for (let i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) found.push(path.slice(0, i));
  return found;
}

/** Compares paths, and where `below` the folders above them, with a cleaned pattern; case counts, `**` stands for any number of folders. */
function globMatcher(cleaned: string, below: boolean): Matcher {
  const { pieces, bad } = piecesOf(cleaned);
  if (bad || cleaned === '' || cleaned.length > LONGEST) return () => false;
  if (pieces.every(isLiteral)) return (path) => path === cleaned || (below && path.startsWith(`${cleaned}/`));
  if (pieces[0]?.kind === 'deep' && pieces.slice(1).every(isLiteral)) {
    const suffix = cleaned.slice(2);
    const ends = (path: string) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
    return (path) => ends(path) || (below && `/${path}`.includes(`${suffix}/`));
  }
  if (pieces.at(-1)?.kind === 'deep' && pieces.slice(0, -1).every(isLiteral)) {
    const prefix = cleaned.slice(0, -2);
    return (path) => path.startsWith(prefix);
  }
  const steps = stepsOf(pieces);
  return (path) => walks(steps, path, below);
}

const isLiteral = (piece: Piece) => piece.kind === 'text' && !piece.escaped;

/** Compares a source of COPY with a path: `**` is no more than `*` there, and case counts. https://pkg.go.dev/path/filepath#Match */
export function sourceMatcher(pattern: string): Matcher {
  const { pieces, bad } = piecesOf(pattern);
  if (bad) return () => false;
  const steps = pieces.map((piece): Step => (piece.kind === 'deep' ? { kind: 'star' } : stepOf(piece)));
  return (path) => walks(steps, path, false);
}

function stepsOf(pieces: readonly Piece[]): Step[] {
  const steps: Step[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece) continue;
    if (piece.kind !== 'deep') {
      steps.push(stepOf(piece));
      continue;
    }
    const next = pieces[i + 1];
    // The slash behind `**` belongs to it.
    if (next?.kind === 'text' && next.char === '/' && !next.escaped) i++;
    if (i === pieces.length - 1) steps.push({ kind: 'rest' });
    else steps.push({ kind: 'skip' }, { kind: 'folders' });
  }
  return steps;
}

function stepOf(piece: Piece): Step {
  switch (piece.kind) {
    case 'text':
      // A backslash before a letter or digit means something else to the builder than the letter.
      if (piece.escaped && /[A-Za-z0-9]/.test(piece.char)) return { kind: 'one', fits: () => false };
      return { kind: 'one', fits: (char) => char === piece.char };
    case 'class':
      return { kind: 'one', fits: (char) => piece.ranges.some(({ low, high }) => low <= char && char <= high) !== piece.negated };
    case 'any':
      return { kind: 'one', fits: (char) => char !== '/' };
    default:
      return { kind: 'star' };
  }
}

/** All ways through the steps at once, so that no pattern takes longer than its length times the path's. */
function walks(steps: readonly Step[], path: string, below: boolean): boolean {
  if (path.length > LONGEST) return false;
  let now = new Uint8Array(steps.length + 1);
  now[0] = 1;
  passOver(steps, now);
  for (const char of path) {
    if (below && char === '/' && now[steps.length] === 1) return true;
    const next = new Uint8Array(steps.length + 1);
    let isAlive = false;
    for (const [i, step] of steps.entries()) {
      if (now[i] !== 1) continue;
      if (step.kind === 'one') {
        if (step.fits(char)) next[i + 1] = 1;
      } else if (step.kind === 'folders') {
        next[i] = 1;
        if (char === '/') next[i + 1] = 1;
      } else if (step.kind === 'rest' || (step.kind === 'star' && char !== '/')) next[i] = 1;
      isAlive ||= next[i] === 1 || next[i + 1] === 1;
    }
    if (!isAlive) return false;
    passOver(steps, next);
    now = next;
  }
  return now[steps.length] === 1;
}

/** Steps that may stand for nothing. `skip` leads into `folders` or past it. */
function passOver(steps: readonly Step[], at: Uint8Array): void {
  for (const [i, { kind }] of steps.entries()) {
    if (at[i] !== 1) continue;
    if (kind === 'star' || kind === 'rest' || kind === 'skip') at[i + 1] = 1;
    if (kind === 'skip') at[i + 2] = 1;
  }
}
