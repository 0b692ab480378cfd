import { nearest } from '../core/nearest.ts';
import { remembered } from '../core/remember.ts';
import type { Placed } from '../core/text.ts';
import type { Block, DockerfileFile, Unknown } from './file.ts';
import { isKeyword, keywords } from './knowledge.ts';

/** What a line is that begins with no instruction. Each kind has a rule of its own. */
export type StrayKind = 'conflict' | 'characters' | 'comment' | 'glued' | 'typo' | 'continuation' | 'command' | 'other';

export interface Stray {
  readonly kind: StrayKind;
  readonly start: number;
  readonly block: Block;
  readonly instruction: Unknown;
  /** The instruction that was meant, in the case it was written in. */
  readonly meant?: string;
  /** The instruction above. */
  readonly above?: Placed<Block>;
}

const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})/;
const COMMENT = /^(?:\/\/|\/\*|\*\/|<!--)/;
const CONTINUATION = /^(?:&&|\|\|?|;|-|[<>)}"'\\]|(?:fi|done|then|else|do|esac)$)/;
/** Characters that look like a space or like nothing, and wide ones. */
const ODD = /[\u00A0\u00AD\u1680\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF\uFF01-\uFF5E\0]/;
const COMMANDS = new Set(
  'apt apt-get apk yum dnf npm npx yarn pnpm pip pip3 python python3 node java mvn gradle cd mkdir cp mv rm chmod chown echo export curl wget git ls cat touch sh bash service'.split(
    ' ',
  ),
);
/** What people write who know the word from elsewhere. */
const MEANT: Readonly<Record<string, string>> = {
  environment: 'ENV',
  command: 'CMD',
  port: 'EXPOSE',
  ports: 'EXPOSE',
  image: 'FROM',
  directory: 'WORKDIR',
  working_dir: 'WORKDIR',
  volumes: 'VOLUME',
};

/**
 * Every line that begins with no instruction; BuildKit refuses the file at the first. What follows such a line directly
 * and resembles nothing is taken for part of the same mistake and left out.
 */
export const straysIn = remembered(({ blocks }: DockerfileFile): readonly Stray[] => {
  const found: Stray[] = [];
  const hasFrom = blocks.some(({ block: { instruction } }) => instruction && (instruction.keyword === 'FROM' || meantBy(instruction.name.text)?.toUpperCase() === 'FROM'));
  let above: Placed<Block> | undefined;
  let adjacent = false;
  for (const placed of blocks) {
    const { start, block } = placed;
    const { instruction } = block;
    if (!instruction) continue;
    if (instruction.keyword !== 'unknown') {
      above = placed;
      // What was meant to stand behind it may be in the next line.
      adjacent = instruction.args.length === 0 && instruction.flags.length === 0 && !/^(?:RUN|CMD|ENTRYPOINT)$/.test(instruction.keyword);
      continue;
    }
    const stray = strayOf(start, block, instruction, above);
    const isOwn = stray.kind === 'conflict' || stray.kind === 'glued' || stray.kind === 'typo' || stray.kind === 'characters';
    // What has no FROM at all is no Dockerfile: once is enough.
    if ((!adjacent || isOwn) && (hasFrom || found.length === 0)) found.push(stray);
    if (stray.kind !== 'conflict') adjacent = true;
  }
  return found;
});

function strayOf(start: number, block: Block, instruction: Unknown, above: Placed<Block> | undefined): Stray {
  const word = instruction.name.text;
  const common = { start, block, instruction, ...(above && { above }) };
  if (CONFLICT.test(word)) return { ...common, kind: 'conflict' };
  if (ODD.test(word)) return { ...common, kind: 'characters' };
  if (COMMENT.test(word)) return { ...common, kind: 'comment' };
  const glued = gluedTo(word);
  if (glued) return { ...common, kind: 'glued', meant: glued };
  const indented = /^[ \t]/.test(block.text) && above?.block.instruction !== undefined;
  if (above && CONTINUATION.test(word)) return { ...common, kind: 'continuation' };
  const meant = meantBy(word);
  if (COMMANDS.has(word)) return { ...common, kind: indented ? 'continuation' : 'command', meant: 'RUN' };
  if (meant) return { ...common, kind: 'typo', meant: cased(meant, word) };
  return { ...common, kind: indented ? 'continuation' : 'other' };
}

/** The instruction that a misspelt one, or one glued to what follows, stands for. */
const meantBy = (word: string) => gluedTo(word) ?? MEANT[word.toLowerCase()] ?? nearest(word.replace(/[^\p{L}\p{N}_-]/gu, ''), keywords);

const cased = (keyword: string, like: string) => (/[a-z]/.test(like) && !/[A-Z]/.test(like) ? keyword.toLowerCase() : keyword);

/** `CMD["npm"]`, `FROM:node`, `EXPOSE8080`, `RUNnpm`: the instruction at the front of a word. */
function gluedTo(word: string): string | undefined {
  const front = /^([A-Za-z]+?)(?=["'[:=({,./$\d])/.exec(word)?.[1] ?? /^[A-Z]+(?=[a-z])/.exec(word)?.[0];
  return front && isKeyword(front.toUpperCase()) ? front : undefined;
}
