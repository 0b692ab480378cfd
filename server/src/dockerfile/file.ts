import type { Placed, Span, Word } from '../core/text.ts';

/** `--name=value` in front of an instruction's arguments. */
export interface Flag {
  /** Without the dashes. */
  readonly name: Word;
  /** Absent in `--link`; empty in `--chown=`. */
  readonly value?: Word;
  readonly span: Span;
}

/** `<<EOF` and what it reads. */
export interface Heredoc {
  /** `<<EOF`, `<<-"EOF"`, with the spaces BuildKit allows behind the arrows. */
  readonly marker: Span;
  readonly name: string;
  readonly stripTabs: boolean;
  /** False when the name is quoted: then nothing in the body is replaced. */
  readonly expand: boolean;
  readonly body: Span;
  /** The closing line without its line break; absent when the heredoc is never closed. */
  readonly close?: Span;
}

export type ExpansionOperator = '-' | ':-' | '+' | ':+' | '?' | ':?' | '#' | '##' | '%' | '%%' | '/' | '//';

/** `$NAME` or `${NAME…}`. */
export interface Expansion {
  readonly name: Word;
  readonly span: Span;
  readonly operator?: ExpansionOperator;
  /** Behind the operator: a default, a message or a pattern. Nested expansions are listed by themselves too. */
  readonly operand?: Word;
  /** The new text of `${NAME/old/new}`. */
  readonly replacement?: Word;
}

/** `NAME=value`, or a name alone (ARG), or `NAME value` (the old form of ENV and LABEL). */
export interface Pair {
  readonly name: Word;
  /** As written, with its quotes. */
  readonly value?: Word;
}

/** The JSON array form: `["node", "server.js"]`. */
export interface ExecForm {
  readonly span: Span;
  /** Each element with its quotes in the span and its JSON value as text. */
  readonly elements: readonly Word[];
}

interface Common {
  /** The instruction's name as written. */
  readonly name: Word;
  /** From the name to the last argument; heredoc bodies are not in it. */
  readonly span: Span;
  readonly flags: readonly Flag[];
  /** Split at white space, behind the flags, quotes kept. */
  readonly args: readonly Word[];
  readonly exec?: ExecForm;
  readonly heredocs: readonly Heredoc[];
  readonly expansions: readonly Expansion[];
}

export interface From extends Common {
  readonly keyword: 'FROM';
  readonly image?: Word;
  readonly as?: Word;
  readonly stage?: Word;
}

export interface Pairs extends Common {
  readonly keyword: 'ARG' | 'ENV' | 'LABEL';
  readonly pairs: readonly Pair[];
  /** `ENV name value` without `=`. */
  readonly legacy: boolean;
}

export interface Transfer extends Common {
  readonly keyword: 'COPY' | 'ADD';
  readonly sources: readonly Word[];
  readonly destination?: Word;
}

export interface Onbuild extends Common {
  readonly keyword: 'ONBUILD';
  readonly trigger?: Instruction;
}

export interface Healthcheck extends Common {
  readonly keyword: 'HEALTHCHECK';
  /** `CMD` or `NONE`, as written. */
  readonly kind?: Word;
}

export type PlainKeyword = 'RUN' | 'CMD' | 'ENTRYPOINT' | 'EXPOSE' | 'MAINTAINER' | 'SHELL' | 'STOPSIGNAL' | 'USER' | 'VOLUME' | 'WORKDIR';

export interface Plain extends Common {
  readonly keyword: PlainKeyword;
}

/** A first word that is no instruction; BuildKit refuses the file. */
export interface Unknown extends Common {
  readonly keyword: 'unknown';
}

export type Instruction = From | Pairs | Transfer | Onbuild | Healthcheck | Plain | Unknown;
export type Keyword = Exclude<Instruction['keyword'], 'unknown'>;

export type DirectiveName = 'syntax' | 'escape' | 'check';

/** `# syntax=docker/dockerfile:1` at the top of the file. */
export interface Directive {
  readonly name: Word;
  readonly key: DirectiveName;
  readonly value: Word;
  readonly span: Span;
  /** BuildKit refuses a file that says the same directive twice. */
  readonly repeated: boolean;
}

/** A comment line. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** One instruction with its continuation lines and heredocs, or the lines between two instructions. */
export interface Block {
  readonly text: string;
  readonly instruction?: Instruction;
  /** Only in the first block of a file. */
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
}

export type Escape = '\\' | '`';

/** A Dockerfile as plain values. Any text gives one. */
export interface DockerfileFile {
  readonly escape: Escape;
  /** In order, without gaps, the whole text. Spans inside a block are relative to its start. */
  readonly blocks: readonly Placed<Block>[];
}
