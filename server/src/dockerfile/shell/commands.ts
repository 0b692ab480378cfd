import { type Source, type Token, tokensOf } from './lexer.ts';
import type { Command, Construct, Operator, Redirect, Script, ShellWord } from './script.ts';
import { withoutWrappers } from './wrappers.ts';

/** Reads command lines into simple commands, in order. What stands inside `sh -c '…'` follows its command. */
export function scriptOf(source: Source, start?: number, end?: number, outer: readonly Construct[] = []): Script {
  const { tokens, sure } = tokensOf(source, start, end);
  const commands: Command[] = [];
  const open: Construct[] = [...outer];
  let words: ShellWord[] = [];
  let redirects: Redirect[] = [];
  let before: Operator = '';
  let tested = false;
  let deep = false;
  /** What the words are: a command's, the list of a `for`, the subject or the patterns of a `case`, the name of a function. */
  let mode: 'command' | 'list' | 'subject' | 'pattern' | 'name' = 'command';

  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (token.kind === 'redirect') {
      const next = tokens[i + 1];
      const target = next?.kind === 'word' ? next.word : undefined;
      redirects.push({ operator: token.text, ...(target && { target }) });
      if (target) i++;
    } else if (token.kind === 'operator') readOperator(token.text, tokens[i + 1]);
    else readWord(token.word);
  }
  finish('');
  return { commands, shell: true, sure: sure && !deep };

  function readWord(word: ShellWord): void {
    if (mode === 'subject' && word.raw === 'in') mode = 'pattern';
    else if (mode === 'pattern' && word.raw === 'esac') close('case');
    else if (mode === 'name') mode = 'command';
    else if (mode === 'command' && !(words.length === 0 && readReserved(word.raw))) words.push(word);
  }

  /** A word of the shell's grammar where a command may begin. */
  function readReserved(raw: string): boolean {
    const opened = OPENS[raw];
    if (opened) enter(opened);
    if (raw === 'case') mode = 'subject';
    else if (raw === 'for' || raw === 'select') mode = 'list';
    else if (raw === 'function') mode = 'name';
    else if (/^(?:if|elif|while|until|!)$/.test(raw)) tested = true;
    else if (/^(?:then|else|do)$/.test(raw)) tested = false;
    else if (CLOSES[raw]) close(CLOSES[raw]);
    else return opened !== undefined;
    return true;
  }

  function enter(construct: Construct): void {
    // Nobody nests deeper; a hostile text would.
    if (open.length < 100) open.push(construct);
    else deep = true;
  }

  function close(construct: Construct): void {
    const at = open.lastIndexOf(construct);
    if (at >= outer.length) open.length = open[at - 1] === 'function' ? at - 1 : at;
    mode = 'command';
    if (construct === 'if' || construct === 'loop') tested = false;
  }

  function readOperator(text: string, next: Token | undefined): void {
    if (mode === 'pattern') {
      if (text === ')') mode = 'command';
    } else if (mode === 'subject') return;
    else if (mode === 'list') {
      if (text === ';' || text === '\n') mode = 'command';
    } else if (text === '(' && words.length === 1 && next?.kind === 'operator' && next.text === ')') {
      // `name() { … }`: what the function does is not done here. Its braces close with the group.
      words = [];
      enter('function');
    } else if (text === ')' && open.at(-1) === 'function' && words.length === 0) return;
    else {
      finish(isOperator(text) ? text : ';');
      if (text === '(') enter('subshell');
      else if (text === ')') close('subshell');
      else if (text === ';;') mode = open.includes('case') ? 'pattern' : 'command';
    }
  }

  function finish(after: Operator): void {
    const command = words.length > 0 || redirects.length > 0 ? commandOf(words, redirects, before, after, open.slice(0, 16), tested) : undefined;
    if (command) {
      commands.push(command);
      for (const inner of innerOf(source, command)) commands.push(inner);
    }
    if (after === ';' || after === '\n' || after === '&') if (!open.includes('if') && !open.includes('loop')) tested = false;
    words = [];
    redirects = [];
    // A line break behind `&&` only goes on.
    if (after !== '\n' || command) before = after;
  }
}

const OPENS: Readonly<Record<string, Construct>> = { if: 'if', for: 'loop', while: 'loop', until: 'loop', select: 'loop', case: 'case', '{': 'group' };
const CLOSES: Readonly<Record<string, Construct>> = { fi: 'if', done: 'loop', esac: 'case', '}': 'group' };

const isOperator = (text: string): text is Operator => /^(?:&&|\|\||\|&?|;;?|&|[()\n])$/.test(text);

function commandOf(words: readonly ShellWord[], redirects: readonly Redirect[], before: Operator, after: Operator, within: readonly Construct[], tested: boolean): Command {
  const { assignments, wrappers, rest } = withoutWrappers(words);
  const all = [...words, ...redirects.flatMap(({ target }) => target ?? [])].sort((a, b) => a.from - b.from);
  const span = { start: all[0]?.span.start ?? 0, end: all.at(-1)?.span.end ?? 0 };
  return { words: rest, assignments, wrappers, redirects, before, after, within, tested, span };
}

const SHELL = /^(?:\/(?:usr\/)?bin\/)?(?:sh|bash|ash|dash)$/;

/** The commands in the text of `sh -c '…'`, where its quotes leave it as it stands. */
function innerOf(source: Source, { words, within, tested }: Command): readonly Command[] {
  if (!words[0] || !SHELL.test(words[0].text) || within.includes('shell')) return [];
  const option = words.findIndex(({ text }, i) => i > 0 && /^-[a-z]*c$/.test(text));
  const text = option < 0 ? undefined : words[option + 1];
  if (!text?.known || !/^(?:'[^']*'|"[^"\\]*")$/.test(text.raw)) return [];
  const inner = scriptOf(source, text.from + 1, text.from + text.raw.length - 1, [...within, 'shell']);
  return inner.commands.map((command) => ({ ...command, tested: command.tested || tested }));
}
