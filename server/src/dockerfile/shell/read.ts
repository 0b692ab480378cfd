import { remembered } from '../../core/remember.ts';
import type { Word } from '../../core/text.ts';
import type { Block, Escape, Instruction } from '../file.ts';
import { type Joined, joined } from '../joined.ts';
import { scriptOf } from './commands.ts';
import type { Command, Script, ShellWord } from './script.ts';
import { withoutWrappers } from './wrappers.ts';

/**
 * What a block's RUN, CMD, ENTRYPOINT or HEALTHCHECK runs, with spans in the block; nothing in other instructions.
 * The body of a RUN heredoc is read where a shell reads it. Read once for each block.
 */
export const scriptIn = (block: Block, escape: Escape): Script => (escape === '`' ? withBacktick : withBackslash)(block);

const withBackslash = remembered((block: Block) => read(block, '\\'));
const withBacktick = remembered((block: Block) => read(block, '`'));

const NOTHING: Script = { commands: [], shell: false, sure: true };

function read({ text, instruction }: Block, escape: Escape): Script {
  const first = instruction && commandStart(instruction);
  if (!instruction || !first) return NOTHING;
  const line = joined(text.slice(0, instruction.span.end), escape);
  if (instruction.exec) return execScript(line, instruction.exec.elements);
  const start = line.indexOf(first.span.start);
  const head = scriptOf(line, start);
  const [heredoc] = instruction.heredocs;
  if (!heredoc) return head;
  if (!isRunByShell(head)) return { ...head, sure: head.sure && head.commands.length > 0 };
  const { start: from, end } = heredoc.body;
  const shebang = /^\s*#!([^\n]*)/.exec(text.slice(from, Math.min(end, from + 200)))?.[1];
  if (shebang !== undefined && !/\b(?:ba|da|a|z)?sh\b/.test(shebang)) return { ...NOTHING, sure: false };
  const body = scriptOf({ text, spanOf: (a, b) => ({ start: a, end: b }) }, from, end);
  const interpreter = /\b(?:ba|da|a|z)?sh\b/.exec(shebang ?? head.commands[0]?.words[0]?.text ?? '')?.[0];
  return { ...body, sure: head.sure && body.sure, ...(interpreter && { interpreter }) };
}

function commandStart(instruction: Instruction): Word | undefined {
  switch (instruction.keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      return instruction.args[0];
    case 'HEALTHCHECK':
      return instruction.kind?.text.toUpperCase() === 'CMD' ? instruction.args[1] : undefined;
    default:
      return undefined;
  }
}

/** `RUN <<EOF` and `RUN bash <<EOF`; the body of `RUN cat <<EOF > file` is data. */
const isRunByShell = ({ commands }: Script) =>
  commands.length === 1 &&
  commands.every(({ words }) => words.length === 0 || (/^(?:\/bin\/)?(?:ba|da|a)?sh$/.test(words[0]?.text ?? '') && words.slice(1).every(({ text }) => text.startsWith('-'))));

function execScript(line: Joined, elements: readonly Word[]): Script {
  const all = elements.map(({ text, span }): ShellWord => ({ text, span, raw: text, known: true, quoted: true, from: 0 }));
  if (all.length === 0) return NOTHING;
  const { rest } = withoutWrappers(all.map((word) => ({ ...word, quoted: false })));
  const span = { start: all[0]?.span.start ?? 0, end: all.at(-1)?.span.end ?? 0 };
  const command: Command = { words: rest, assignments: [], wrappers: [], redirects: [], before: '', after: '', within: [], tested: false, span };
  return { commands: [command, ...innerOfExec(line, all)], shell: false, sure: true };
}

/** `["sh", "-c", "…"]`, where no JSON escape moves the text. */
function innerOfExec(line: Joined, words: readonly ShellWord[]): readonly Command[] {
  const option = words.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
  const script = words[option + 1];
  if (!/^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a)?sh$/.test(words[0]?.text ?? '') || option < 1 || !script) return [];
  const start = line.indexOf(script.span.start) + 1;
  if (line.text.slice(start, start + script.text.length) !== script.text) return [];
  return scriptOf(line, start, start + script.text.length, ['shell']).commands;
}
