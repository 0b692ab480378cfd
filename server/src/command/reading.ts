import type { Span, Word } from '../core/text.ts';
import type { Command } from './file.ts';
import { type CommandKind, canonical, commandKind, isGroup } from './knowledge.ts';

/** What a word of a command line is. */
export type Role =
  | { readonly kind: 'command'; readonly path: string; readonly span: Span }
  | { readonly kind: 'flag'; readonly of: string; readonly name: string; readonly written: string; readonly span: Span; readonly value?: Word }
  | { readonly kind: 'flag-value'; readonly of: string; readonly name: string; readonly value: Word; readonly span: Span }
  | { readonly kind: 'argument'; readonly of: string; readonly what: CommandKind['takes'][number] | 'unknown'; readonly value: Word; readonly span: Span };

export interface Reading {
  /** Canonical, with spaces: `docker compose up`. */
  readonly path: string;
  readonly roles: readonly Role[];
  /** The command that runs inside the container, behind `docker run IMAGE`. */
  readonly inner: readonly Word[];
}

/** Says of every word what it is: command, flag, flag's value or plain argument. */
export function readingOf({ words }: Command): Reading {
  const roles: Role[] = [];
  const inner: Word[] = [];
  const first = words[0]?.text ?? 'docker';
  let path = /docker-compose/.test(first) ? 'docker compose' : 'docker';
  let complete = false;
  let taken = 0;
  let literal = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word) continue;
    const { text, span } = word;
    if (i === 0) {
      roles.push({ kind: 'command', path: /docker-compose/.test(first) ? 'docker-compose' : 'docker', span });
      continue;
    }
    const known = commandKind(canonical(path));
    const takes = known?.takes ?? [];
    if (takes[Math.min(taken, takes.length - 1)] === 'command' && taken > 0) {
      inner.push(word);
      roles.push({ kind: 'argument', of: canonical(path), what: 'command', value: word, span });
    } else if (text === '--') literal = true;
    else if (!literal && text.startsWith('-') && text.length > 1) i += readFlag(word, words[i + 1], canonical(path), known, roles);
    else if (!complete && taken === 0 && (path === 'docker' || isGroup(path))) {
      path = `${path} ${text}`;
      complete = !isGroup(path);
      roles.push({ kind: 'command', path: canonical(path), span });
    } else {
      const what = takes[Math.min(taken, takes.length - 1)] ?? 'unknown';
      roles.push({ kind: 'argument', of: canonical(path), what, value: word, span });
      taken++;
    }
  }
  return { path: canonical(path), roles, inner };
}

/** Reads `--name`, `--name=value`, `--name value`, `-it`, `-p 80:80` and `-p80:80`; answers how many more words it used. */
function readFlag(word: Word, next: Word | undefined, of: string, known: CommandKind | undefined, roles: Role[]): number {
  const { text, span } = word;
  const part = (from: number, to = text.length): Word => ({ text: text.slice(from, to), span: { start: span.start + from, end: Math.min(span.end, span.start + to) } });
  const flag = (name: string, written: Word, value?: Word) => {
    roles.push({ kind: 'flag', of, name, written: written.text, span: written.span, ...(value && { value }) });
    if (value) roles.push({ kind: 'flag-value', of, name, value, span: value.span });
  };
  if (text.startsWith('--')) {
    const equals = text.indexOf('=');
    const name = text.slice(2, equals < 0 ? undefined : equals);
    if (equals >= 0) flag(name, part(0, equals), part(equals + 1));
    else if (known?.flags.get(name) && next) {
      flag(name, word, next);
      return 1;
    } else flag(name, word);
    return 0;
  }
  if (text === '-it' || text === '-ti') {
    roles.push({ kind: 'flag', of, name: 'it', written: text, span });
    return 0;
  }
  for (let i = 1; i < text.length; i++) {
    const name = known?.short.get(text[i] ?? '');
    const written = part(i === 1 ? 0 : i, i + 1);
    if (!name) {
      roles.push({ kind: 'flag', of, name: '', written: `-${text[i]}`, span: written.span });
      continue;
    }
    if (!known?.flags.get(name)) {
      flag(name, written);
      continue;
    }
    if (i + 1 < text.length) flag(name, written, part(text[i + 1] === '=' ? i + 2 : i + 1));
    else if (next) {
      flag(name, written, next);
      return 1;
    } else flag(name, written);
    return 0;
  }
  return 0;
}
