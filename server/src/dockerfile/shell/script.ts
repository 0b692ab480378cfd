import type { Span, Word } from '../../core/text.ts';

/** A word as the shell sees it. */
export interface ShellWord extends Word {
  /** False where a variable, a command substitution or a pattern decides what it says: never judged. */
  readonly known: boolean;
  /** Some of it stands in quotes. */
  readonly quoted: boolean;
  /** As written, continuation lines joined. */
  readonly raw: string;
  /** Where it begins in the text it was read from. */
  readonly from: number;
}

/** What stands between two commands; empty at both ends of a script. */
export type Operator = '' | '&&' | '||' | '|' | '|&' | ';' | '&' | '\n' | ';;' | '(' | ')';

export interface Redirect {
  readonly operator: string;
  readonly target?: ShellWord;
}

/** What a command stands inside of. `shell` is the text of `sh -c '…'`. */
export type Construct = 'if' | 'loop' | 'case' | 'subshell' | 'group' | 'function' | 'shell';

/** One simple command: `A=1 sudo apt-get install -y curl > log`. */
export interface Command {
  /** The program and its arguments; never empty unless there are only assignments or redirections. */
  readonly words: readonly ShellWord[];
  /** `A=1` in front. */
  readonly assignments: readonly ShellWord[];
  /** `sudo`, `exec`, `env`, `time` in front of the program. */
  readonly wrappers: readonly ShellWord[];
  readonly redirects: readonly Redirect[];
  readonly before: Operator;
  readonly after: Operator;
  readonly within: readonly Construct[];
  /** `!`, or what is tested by `if` and `while`: it may fail without harm. */
  readonly tested: boolean;
  readonly span: Span;
}

/** What an instruction runs. */
export interface Script {
  readonly commands: readonly Command[];
  /** False for the exec form, which no shell reads. */
  readonly shell: boolean;
  /** False where a quote is never closed or another language begins. */
  readonly sure: boolean;
  /** Another program than the instruction's own shell reads it: `bash` of `RUN bash <<EOF` and of a shebang. */
  readonly interpreter?: string;
}

/** The name of the program, without its folder; empty where it is not known. */
export function programOf({ words: [first] }: Command): string {
  return first?.known ? first.text.slice(first.text.lastIndexOf('/') + 1) : '';
}

/** The words behind the program that are no options: `install`, `curl`. Values of options are among them. */
export const operandsOf = ({ words }: Command): readonly ShellWord[] => words.slice(1).filter(({ text }) => !text.startsWith('-'));

/** Every word behind the program is known. */
export const isKnown = ({ words }: Command): boolean => words.every(({ known }) => known);

/** It stands by itself: not inside a construct, not tested, not behind `||`. */
export const isPlain = ({ within, tested, before }: Command): boolean => within.length === 0 && !tested && before !== '||';
