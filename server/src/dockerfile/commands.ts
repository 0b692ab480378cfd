import { tokens } from '../core/shell.ts';
import { type Placed, placedAt } from '../core/text.ts';
import type { Stage } from './facts.ts';
import type { DockerfileFile, Instruction } from './file.ts';

/** The last instruction of a kind, the only one that counts for CMD, ENTRYPOINT, HEALTHCHECK and USER. */
export const lastOf = ({ instructions }: Stage, keyword: Instruction['keyword']): Placed<Instruction> | undefined =>
  instructions.findLast(({ block }) => block.keyword === keyword);

/** What an instruction says behind its flags, on one line. */
export const textOf = ({ args }: Instruction): string => args.map(({ text }) => text).join(' ');

/** Whether all of an instruction stands on one line, so that it can be rewritten as a whole. */
export const isOneLine = (file: DockerfileFile, { start, block }: Placed<Instruction>): boolean =>
  !placedAt(file.blocks, start)?.block.text.slice(block.span.start, block.span.end).includes('\n');

/** Where the arguments of an instruction stand, from the block's start. */
export const argumentsSpan = ({ args, span }: Instruction) => ({ start: args[0]?.span.start ?? span.end, end: span.end });

/** Builtins and words that mean nothing without a shell. */
const BUILTINS = new Set([
  'cd',
  'source',
  '.',
  'export',
  'set',
  'unset',
  'eval',
  'exec',
  'ulimit',
  'umask',
  'trap',
  'alias',
  'if',
  'while',
  'for',
  'case',
  'until',
  'time',
  'exit',
]);

/** The words of a command line that means the same without a shell; nothing where it needs one. */
export function plainWords(text: string): string[] | undefined {
  // Nobody writes so long a line without a script.
  if (text.length > 2000 || /[$`\\*?~#\n!{}[\]()<>|&;^]/.test(text)) return undefined;
  const words = tokens(text).map((token) => token.text);
  if (words.length === 0 || words.some((word) => /["']/.test(word))) return undefined;
  return BUILTINS.has(words[0] ?? '') || words[0]?.includes('=') ? undefined : words;
}

export const execForm = (words: readonly string[]): string => `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;

/** The exec form that gives a command line to a shell. */
export const inShell = (line: string): string => execForm(['sh', '-c', line]);

/** A word as a shell reads it back: in quotes where it has spaces; variables stay variables. */
export const shellWord = (word: string): string => (/[\s"'|&;<>()]/.test(word) || word === '' ? `"${word.replace(/["\\`]/g, '\\$&')}"` : word);

/** The program that a path or a name means. */
export const programOf = (word: string): string => word.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '');

export const isShell = (word: string): boolean => /^(?:sh|bash|ash|dash|zsh|ksh|fish|cmd|powershell|pwsh|busybox)$/i.test(programOf(word));

/** Whether a shell, or a program that may hand its words to one, stands among the words. */
export const hasShell = (words: readonly string[]): boolean => words.some((word) => isShell(word) || /\.(?:sh|bash|ps1|bat|cmd)$/i.test(word) || /entrypoint/i.test(word));

/** What ends the lines of a file. */
export const lineBreak = ({ blocks }: DockerfileFile): string => (blocks.some(({ block }, i) => i < 3 && block.text.includes('\r\n')) ? '\r\n' : '\n');
