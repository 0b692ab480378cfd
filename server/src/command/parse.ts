import { fencesOf } from '../core/fences.ts';
import { commandAround, tokens } from '../core/shell.ts';
import { linesOf, type Span, type Word } from '../core/text.ts';
import type { Command, CommandFile, CommandSource } from './file.ts';

const PROGRAM = /^(?:.*[\\/])?docker(?:-compose)?(?:\.exe)?$/;
const INSTALLER = /^(?:npm|yarn|pnpm)$/;
const MENTION = /docker/;

/** Any text as a list of docker command lines. What is no command line is passed over. */
export function parse(text: string, source: CommandSource): CommandFile {
  const commands: Command[] = [];
  const operators: Word[] = [];
  const installs: Command[] = [];
  for (const stretch of source === 'markdown' ? commandFences(text) : [{ start: 0, end: text.length, continuation: '\\', prompts: false }]) {
    for (const line of commandLines(text, stretch)) {
      if (MENTION.test(line.text)) read(line, { commands, operators, installs });
    }
  }
  return { text, source, commands, operators, installs };
}

interface Stretch extends Span {
  readonly continuation: string;
  /** Only lines with a prompt are commands; the others show what they print. */
  readonly prompts: boolean;
}

const SHELLS: Readonly<Record<string, string>> = {
  bash: '\\',
  sh: '\\',
  shell: '\\',
  zsh: '\\',
  console: '\\',
  terminal: '\\',
  'shell-session': '\\',
  powershell: '`',
  ps1: '`',
  pwsh: '`',
  cmd: '^',
  bat: '^',
};
const PROMPT = /^\s*(?:[\w.@~:/\\-]*[$%#]|>|PS [^>]*>|[A-Z]:\\[^>]*>)\s+/;

/** The fenced blocks of a Markdown file that hold command lines. */
function commandFences(text: string): Stretch[] {
  return fencesOf(text).flatMap(({ language, start, end }) => {
    const continuation = SHELLS[language];
    if (!continuation) return [];
    return [{ start, end, continuation, prompts: /^\s*(?:[\w.@~:/\\-]*\$|PS [^>]*>|[A-Z]:\\[^>]*>)\s/m.test(text.slice(start, end)) }];
  });
}

/** Command lines with their continuations joined: what joins them becomes blanks, so every offset stays. */
function* commandLines(text: string, { start, end, continuation, prompts }: Stretch): Generator<Word> {
  const inner = text.slice(start, end);
  let from = -1;
  let joined = '';
  for (const line of linesOf(inner)) {
    const own = inner.slice(line.start, line.end);
    const fresh = from < 0;
    if (fresh) {
      const prompt = prompts ? PROMPT.exec(own) : null;
      if ((prompts && !prompt) || /^\s*#/.test(prompt ? own.slice(prompt[0].length) : own)) continue;
      from = line.start;
      joined = prompt ? ' '.repeat(prompt[0].length) : '';
    }
    const rest = own.slice(fresh ? joined.length : 0).replace(/[\r\n]+$/, (newline) => ' '.repeat(newline.length));
    const body = rest.trimEnd();
    const continues = body.endsWith(continuation);
    joined += continues ? body.slice(0, -1) + ' '.repeat(rest.length - body.length + 1) : rest;
    if (continues) continue;
    yield { text: joined, span: { start: start + from, end: start + from + joined.length } };
    from = -1;
  }
  if (from >= 0) yield { text: joined, span: { start: start + from, end: start + from + joined.length } };
}

interface Found {
  readonly commands: Command[];
  readonly operators: Word[];
  readonly installs: Command[];
}

function read(line: Word, found: Found, depth = 0): void {
  const { commands, operators, installs } = found;
  const base = line.span.start;
  const move = ({ text, span }: Word): Word => ({ text, span: { start: base + span.start, end: base + span.end } });
  const all = tokens(line.text);
  const comment = all.findIndex(({ kind, text }) => kind === 'word' && text.startsWith('#'));
  const live = comment < 0 ? all : all.slice(0, comment);
  // What is inside comes first, so that the nearest command is found first.
  for (const { kind, span } of live) {
    if (kind !== 'word' || depth >= 5) continue;
    for (const inner of substitutions(line.text.slice(span.start, span.end))) {
      read({ text: inner.text, span: { start: base + span.start + inner.span.start, end: base + span.start + inner.span.end } }, found, depth + 1);
    }
  }
  for (const [i, token] of live.entries()) {
    if (token.kind === 'operator') {
      if (/^(?:&&|\|\||\||;|>>?|2>&1)$/.test(token.text)) operators.push(move(token));
      continue;
    }
    const isInstaller = INSTALLER.test(token.text);
    if (!isInstaller && !PROGRAM.test(token.text)) continue;
    const words = commandAround(live, i);
    if (words[0]?.span.start !== token.span.start) continue;
    const moved = words.map(move);
    (isInstaller ? installs : commands).push({ words: moved, span: { start: base + token.span.start, end: moved.at(-1)?.span.end ?? base + token.span.end } });
  }
}

/** What stands between `$(` and `)`, or between backticks. */
function* substitutions(text: string): Generator<Word> {
  for (const match of text.matchAll(/\$\(([^()]*(?:\([^()]*\)[^()]*)*)\)|`([^`]*)`/g)) {
    const inner = match[1] ?? match[2] ?? '';
    const start = match.index + (match[1] === undefined ? 1 : 2);
    yield { text: inner, span: { start, end: start + inner.length } };
  }
}
