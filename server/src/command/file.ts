import type { Span, Word } from '../core/text.ts';

/** One `docker …` command line: its words from `docker` to the next separator. */
export interface Command {
  readonly words: readonly Word[];
  readonly span: Span;
}

/** The docker command lines of a shell script or of a Markdown file's fences. */
export interface CommandFile {
  readonly text: string;
  readonly source: CommandSource;
  /** Innermost first: `$(docker ps -q)` stands before the command around it. */
  readonly commands: readonly Command[];
  /** `&&`, `|` and their like between the commands of one line. */
  readonly operators: readonly Word[];
  /** Command lines of npm and its like that name docker. */
  readonly installs: readonly Command[];
}

export type CommandSource = 'shell' | 'markdown';
