import type { Span, Word } from '../core/text.ts';
import { expansionsIn } from './expansions.ts';
import type { Escape, Flag, Heredoc, Instruction, Keyword } from './file.ts';
import { flagsAt } from './flags.ts';
import { heredocMarkers } from './heredocs.ts';
import { type Joined, joined, plainJoined } from './joined.ts';
import { isKeyword } from './knowledge.ts';
import { execFormAt, pairsOf } from './words.ts';

interface Raw {
  /** The block, heredoc bodies included. */
  readonly text: string;
  readonly headEnd: number;
  readonly line: Joined;
  readonly escape: Escape;
  readonly name: Word;
  readonly flags: readonly Flag[];
  readonly args: readonly Word[];
}

/** Gives an instruction's words their meaning, as plain values. */
export function lower(raw: Raw): Instruction {
  const { line, escape, name, flags, args } = raw;
  const upper = name.text.toUpperCase();
  const keyword: Keyword | 'unknown' = isKeyword(upper) ? upper : 'unknown';
  const rest = args[0] ? line.indexOf(args[0].span.start) : line.text.length;
  const heredocs = keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD' ? heredocsOf(raw) : [];
  const nameEnd = line.indexOf(name.span.end);
  const common = {
    name,
    span: { start: name.span.start, end: line.spanOf(0, line.text.length).end },
    flags,
    args,
    heredocs,
    expansions: [...expansionsIn(line, escape, nameEnd), ...bodyExpansions(raw, keyword, heredocs)],
  };
  const exec = EXEC.has(keyword) ? execFormAt(line, rest) : undefined;
  const formed = { ...common, ...(exec && { exec }) };

  switch (keyword) {
    case 'FROM': {
      const [image, as, stage] = args;
      const named = as && as.text.toLowerCase() === 'as' ? { as, ...(stage && { stage }) } : {};
      return { ...common, keyword, ...(image && { image }), ...named };
    }
    case 'ARG':
    case 'ENV':
    case 'LABEL':
      return { ...common, keyword, ...pairsOf(line, escape, rest, keyword !== 'ARG') };
    case 'COPY':
    case 'ADD': {
      const words = exec?.elements ?? args;
      const destination = words.length > 1 ? words.at(-1) : undefined;
      return { ...formed, keyword, sources: destination ? words.slice(0, -1) : words, ...(destination && { destination }) };
    }
    case 'HEALTHCHECK': {
      const kind = args[0];
      const command = args[1];
      const form = command && kind?.text.toUpperCase() === 'CMD' ? execFormAt(line, line.indexOf(command.span.start)) : undefined;
      return { ...common, keyword, ...(kind && { kind }), ...(form && { exec: form }) };
    }
    case 'ONBUILD': {
      const trigger = triggerOf(raw);
      return { ...common, keyword, ...(trigger && { trigger }) };
    }
    default:
      return { ...formed, keyword };
  }
}

const EXEC = new Set<string>(['RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'VOLUME', 'COPY', 'ADD']);

/** ONBUILD's inner instruction, with spans in the same block. */
function triggerOf({ text, headEnd, line, escape, args }: Raw): Instruction | undefined {
  const first = args[0];
  if (!first) return undefined;
  const start = first.span.start;
  // The inner line begins where the outer one's arguments do; blanks in front keep every offset as it is.
  const blank = ' '.repeat(start);
  const head = blank + text.slice(start, headEnd);
  const inner = joined(head, escape);
  const { flags, end } = flagsAt(inner, inner.indexOf(first.span.end));
  const words = args.slice(1).filter(({ span }) => inner.indexOf(span.start) >= end);
  if (line.text === '' || isOnbuild(first)) return undefined;
  return lower({ text: blank + text.slice(start), headEnd, line: inner, escape, name: first, flags, args: words });
}

/** BuildKit refuses ONBUILD inside ONBUILD. */
const isOnbuild = ({ text }: Word) => text.toUpperCase() === 'ONBUILD';

function heredocsOf({ text, headEnd, line }: Raw): Heredoc[] {
  const heredocs: Heredoc[] = [];
  let from = headEnd;
  for (const { name, stripTabs, expand, start, end } of heredocMarkers(line)) {
    const { body, close } = bodyOf(text, from, name, stripTabs);
    heredocs.push({ marker: line.spanOf(start, end), name, stripTabs, expand, body, ...(close && { close }) });
    from = close ? nextLine(text, close.end) : text.length;
  }
  return heredocs;
}

function bodyOf(text: string, from: number, name: string, stripTabs: boolean): { body: Span; close?: Span } {
  for (let start = from; start < text.length; start = nextLine(text, start)) {
    const line = text.slice(start, nextLine(text, start)).replace(/\r?\n$/, '');
    const margin = stripTabs ? (/^\t+/.exec(line)?.[0].length ?? 0) : 0;
    if (line.slice(margin) === name) return { body: { start: from, end: start }, close: { start: start + margin, end: start + line.length } };
  }
  return { body: { start: from, end: text.length } };
}

function nextLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline + 1;
}

/** COPY and ADD replace variables in a heredoc's body unless its name is quoted; in RUN the shell does it. */
function bodyExpansions({ text, escape }: Raw, keyword: string, heredocs: readonly Heredoc[]) {
  if (keyword === 'unknown') return [];
  return heredocs
    .filter(({ expand }) => expand)
    .flatMap(({ body }) => {
      return expansionsIn(plainJoined(text), escape, body.start, body.end, '');
    });
}
