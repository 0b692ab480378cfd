import type { Span, Word } from '../core/text.ts';
import { type CliCommand, cliCommand, subCommands } from './cli.ts';
import type { Command, CommandFile } from './file.ts';

/** A flag as the docker client reads it. */
export interface FlagUse {
  /** Its long name; nothing for one that the command does not have. */
  readonly name: string | undefined;
  /** `-p`, `--publish`, without a value. */
  readonly written: string;
  /** Where it is written, with a value that hangs on it by `=` or without a space. */
  readonly at: Span;
  /** The whole word it stands in. */
  readonly word: Word;
  readonly value?: Word;
  /** A value must follow, and the line ends. */
  readonly lacks?: true;
  /** The command it belongs to: `docker compose` in `docker compose -f x up`. */
  readonly of: string;
}

/** A docker command line as the client reads it: the command, its flags, its plain words, what runs inside the container. */
export interface Line {
  readonly command: Command;
  /** As it is written: `docker container run`. */
  readonly path: string;
  /** The words of the path. */
  readonly names: readonly Word[];
  readonly known: CliCommand | undefined;
  /** The word where the name of a command is expected, and there is none of this name below `path`. */
  readonly stray?: Word;
  readonly flags: readonly FlagUse[];
  readonly args: readonly Word[];
  /** Behind the image of `docker run`, and behind the container of `docker exec`. */
  readonly inner: readonly Word[];
  /** False where a variable, a placeholder or an unknown flag leaves open which word is what. */
  readonly isCertain: boolean;
  /** A page may speak of a command and of flags without running it: `docker run -p`, `docker run -it`. */
  readonly isMention: boolean;
  /** `docker-compose` */
  readonly isLegacy: boolean;
  /** The text of the file at a place. */
  readonly raw: (at: Span) => string;
}

/** The text of a word without its quotes. */
export const bare = (word: Word): string => word.text.replace(/["']/g, '');

/** Whether a word says what it says: no variable, no substitution, no placeholder, no pattern. */
export const isLiteral = ({ text }: Word): boolean => !/[$`<>[\]{}*?…]|\.\.\.|%\w|[\u3131-\uD79D]/.test(text) && !/^[A-Z][A-Z_-]+$/.test(text);

/** What may become any number of words, or stands for words one has to fill in. */
const isOpen = (raw: string): boolean => /^[^"']*(?:[$`]|%\w)|\$@|\$\{?\w+\[@\]|^[[(]|[\])]$|\.\.\.|…/.test(raw);

const isLegacyProgram = (text: string) => /docker-compose(?:\.exe)?$/.test(text);

/** `<name>`, `http://<host>:<port>`: for the reader to fill in. */
const PLACEHOLDER = /(?:[^\s<>]*<[^<>\s|&;][^<>|&;\n]*>)+[^\s<>]*/g;

/** The words of a command without redirections: `< file`, `> file`, `2>&1`. What holds a placeholder is one word. */
function wordsOf({ text }: CommandFile, { words, span }: Command): Word[] {
  const newline = text.indexOf('\n', span.end);
  const around = text.slice(span.start, newline < 0 ? text.length : newline);
  const blanks = around.includes('<')
    ? [...around.matchAll(PLACEHOLDER)].map((it) => ({ text: it[0], span: { start: span.start + it.index, end: span.start + it.index + it[0].length } }))
    : [];
  const kept: Word[] = [];
  for (const [i, word] of words.entries()) {
    const blank = blanks.find((it) => it.span.start <= word.span.start && word.span.start < it.span.end);
    if (blank) {
      if (kept.at(-1) !== blank) kept.push(blank);
      continue;
    }
    const before = text.slice(Math.max(words[i - 1]?.span.end ?? word.span.start, kept.at(-1)?.span.end ?? 0), word.span.start);
    const after = text.slice(word.span.end, word.span.end + 1);
    if (/[<>]\s*$/.test(before) || (/^\d$/.test(word.text) && /^[<>]/.test(after))) continue;
    kept.push(word);
  }
  return kept;
}

/** Reads a command line as the docker client does. https://pkg.go.dev/github.com/spf13/pflag */
export function lineOf(file: CommandFile, command: Command): Line {
  const words = wordsOf(file, command);
  const raw = ({ start, end }: Span) => file.text.slice(start, end);
  const isLegacy = isLegacyProgram(words[0]?.text ?? '');
  let path = isLegacy ? 'docker compose' : 'docker';
  const names = words.slice(0, 1);
  const flags: FlagUse[] = [];
  const args: Word[] = [];
  let stray: Word | undefined;
  // A line that goes on where the text ends, and words left out for the reader to fill in.
  let isCertain = !/\\\s*$/.test(raw({ start: command.span.start, end: command.span.end + 2 })) && !words.some(({ text }) => /…|\.{3}/.test(text));
  let inner: readonly Word[] = [];
  for (let i = 1; i < words.length; i++) {
    const word = words[i];
    if (!word) continue;
    const { text, span } = word;
    const known = cliCommand(path);
    const below = subCommands(path);
    const isInGroup = below !== undefined && args.length === 0 && !stray;
    if (text === '--') {
      const rest = words.slice(i + 1);
      args.push(...(known?.stops ? rest.slice(0, 1) : rest));
      inner = known?.stops ? rest.slice(1) : [];
      break;
    }
    // A dash from a word processor: a flag that the client does not see as one.
    if (/^-?[\u2010-\u2015\u2212]/.test(text)) {
      isCertain = false;
      continue;
    }
    if (text.startsWith('-') && text.length > 1 && !stray) {
      const read = readFlags(word, words[i + 1], path, known);
      flags.push(...read.flags);
      if (read.flags.some(({ name }) => name === undefined)) isCertain = false;
      i += read.more;
      continue;
    }
    if (isInGroup) {
      if (below.has(text)) {
        path = `${path} ${text}`;
        names.push(word);
        continue;
      }
      if (isOpen(raw(span))) isCertain = false;
      stray = word;
      continue;
    }
    if (isOpen(raw(span))) isCertain = false;
    args.push(word);
    if (known?.stops) {
      inner = words.slice(i + 1);
      break;
    }
  }
  const isMention =
    file.source === 'markdown' && args.length === 0 && (flags.length < 2 || flags.every(({ value }) => !value)) && !flags.some(({ name, value }) => name === 'tag' && value);
  return { command, path, names, known: cliCommand(path), ...(stray && { stray }), flags, args, inner, isCertain, isMention, isLegacy, raw };
}

const MOST_LETTERS = 1000;

interface ReadFlags {
  readonly flags: readonly FlagUse[];
  /** Words behind it that are its value. */
  readonly more: number;
}

/** `--name`, `--name=value`, `--name value`, `-it`, `-p 80:80`, `-p80:80`. */
function readFlags(word: Word, next: Word | undefined, of: string, known: CliCommand | undefined): ReadFlags {
  const { text, span } = word;
  const part = (from: number, to = text.length): Word => ({ text: text.slice(from, to), span: { start: span.start + from, end: Math.min(span.end, span.start + to) } });
  const valued = (name: string, written: string, at: Span): ReadFlags =>
    next ? { flags: [{ name, written, at, word, value: next, of }], more: 1 } : { flags: [{ name, written, at, word, lacks: true, of }], more: 0 };
  if (text.startsWith('--')) {
    const equals = text.indexOf('=');
    const long = text.slice(2, equals < 0 ? undefined : equals);
    const takes = known?.flags.get(long);
    const name = takes === undefined ? undefined : long;
    if (equals >= 0) return { flags: [{ name, written: `--${long}`, at: span, word, value: part(equals + 1), of }], more: 0 };
    return takes ? valued(long, text, span) : { flags: [{ name, written: text, at: span, word, of }], more: 0 };
  }
  // Nobody writes so many flags in one word.
  if (text.length > MOST_LETTERS) return { flags: [{ name: undefined, written: text, at: span, word, of }], more: 0 };
  const flags: FlagUse[] = [];
  for (let i = 1; i < text.length; i++) {
    const written = `-${text[i]}`;
    const name = known?.short.get(text[i] ?? '');
    const at = part(i === 1 ? 0 : i, i + 1).span;
    if (name === undefined) {
      flags.push({ name: text[i] === 'h' ? 'help' : undefined, written, at, word, of });
      break;
    }
    if (!known?.flags.get(name)) {
      // `-d=true`
      if (text[i + 1] === '=') return { flags: [...flags, { name, written, at, word, value: part(i + 2), of }], more: 0 };
      flags.push({ name, written, at, word, of });
      continue;
    }
    if (i + 1 < text.length) return { flags: [...flags, { name, written, at, word, value: part(text[i + 1] === '=' ? i + 2 : i + 1), of }], more: 0 };
    const { flags: last, more } = valued(name, written, at);
    return { flags: [...flags, ...last], more };
  }
  return { flags, more: 0 };
}
