import { reuse } from '../core/blocks.ts';
import { linesOf, type Word } from '../core/text.ts';
import type { Block, Comment, Directive, DockerfileFile, Escape, Instruction } from './file.ts';
import { flagsAt } from './flags.ts';
import { type Joined, joined } from './joined.ts';
import { lower } from './lower.ts';
import { split } from './split.ts';

/**
 * Any text as a Dockerfile. Blocks of `previous` whose text did not change are taken over, moved or not;
 * the answer is the same as without it.
 */
export function parse(text: string, previous?: DockerfileFile): DockerfileFile {
  const { escape, directives, spans } = split(text);
  const reusable = previous?.escape === escape ? previous.blocks : [];
  const blocks = reuse(text, spans, reusable, (own) => blockOf(own, escape));
  const first = blocks[0];
  // Directives belong to their place, not to their text: the same line further down is a comment.
  if (first && directives.length > 0) blocks[0] = { start: first.start, block: { ...first.block, directives, comments: [] } };
  else if (first && first.block.directives.length > 0) blocks[0] = { start: first.start, block: blockOf(first.block.text, escape) };
  for (let i = 1; i < blocks.length; i++) {
    const placed = blocks[i];
    if (placed && placed.block.directives.length > 0) blocks[i] = { start: placed.start, block: blockOf(placed.block.text, escape) };
  }
  return { escape, blocks };
}

function blockOf(text: string, escape: Escape): Block {
  const directives: readonly Directive[] = [];
  if (isTrivia(text)) return { text, directives, comments: commentsOf(text) };
  const instruction = instructionOf(text, escape);
  return { text, directives, comments: commentsOf(text.slice(0, instruction.span.end)), instruction };
}

const isTrivia = (text: string) => /^[\uFEFF\s]*(?:#|$)/.test(text);

function commentsOf(text: string): Comment[] {
  const comments: Comment[] = [];
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end).trimEnd();
    const margin = /^[\uFEFF\s]*/.exec(line)?.[0].length ?? 0;
    if (line[margin] === '#') comments.push({ span: { start: start + margin, end: start + line.length }, text: line.slice(margin + 1).trim() });
  }
  return comments;
}

/** Reads one instruction: its name, its flags and its words, to which `lower` gives their meaning. */
function instructionOf(text: string, escape: Escape): Instruction {
  const head = headOf(text, escape);
  const line = joined(head, escape);
  const nameEnd = /[\t\v\f\r ]|$/.exec(line.text)?.index ?? line.text.length;
  const { flags, end } = flagsAt(line, nameEnd);
  return lower({ text, headEnd: head.length, line, escape, name: line.word(0, nameEnd), flags, args: wordsFrom(line, end) });
}

/** The instruction's own lines, without the bodies of its heredocs. */
function headOf(text: string, escape: Escape): string {
  const continues = escape === '`' ? /(?:^|[^`])`[ \t]*$/ : /(?:^|[^\\])\\[ \t]*$/;
  let open = true;
  let first = true;
  for (const { start, end } of linesOf(text)) {
    if (!open) return text.slice(0, start);
    const line = text.slice(start, end).replace(/\r?\n$/, '');
    const skipped = !first && /^\s*(?:#|$)/.test(line);
    first = false;
    if (!skipped) open = continues.test(line);
  }
  return text;
}

/** Words split at what BuildKit takes for white space, quotes or not: a space without break belongs to its word. */
function wordsFrom(line: Joined, from: number): Word[] {
  return [...line.text.slice(from).matchAll(/[^\t\v\f\r ]+/g)].map(({ 0: word, index }) => line.word(from + index, from + index + word.length));
}
