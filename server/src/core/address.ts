import { known, schemeOf } from './schemes.ts';
import type { Span, Word } from './text.ts';

/** The address of a program on the network, piece by piece. A piece may hold a variable, as written: `${DB_HOST:localhost}`. */
export interface Address {
  /** Lower case, as written before `://`: `http`, `jdbc:mysql`. */
  readonly scheme?: string;
  readonly user?: Word;
  readonly password?: Word;
  /** An IPv6 address stands in its brackets. */
  readonly host: Word;
  readonly port?: Word;
  /** With its leading `/`, without the query. */
  readonly path?: Word;
  readonly database?: Word;
  /** From its `?` or `;` on. */
  readonly query?: Word;
  /** The address names other hosts as well. */
  readonly isOneOfSeveral?: true;
  /** From the scheme to the end of the query; of one of several hosts the host and port alone. */
  readonly whole: Span;
}

/** A host and a port as they stand at `start`. */
interface Pair {
  readonly host: Word;
  readonly port?: Word;
  readonly end: number;
}

/** Cuts pieces out of a word. Where the text is not what is written, every piece stands at the whole of it. */
type Cut = (from: number, to: number) => Word;

/** Every address in a text: URLs anywhere in it, or, if it holds none and nothing else, a list of `host:port`. */
export function addressesIn(word: Word): Address[] {
  const urls = urlsIn(word);
  if (urls.length > 0) return urls;
  const pairs = hostsIn(word);
  return pairs.every(({ port }) => port) ? pairs : [];
}

/** The URLs in a text, with schemes of programs that listen on a port; each host of a list by itself. */
export function urlsIn(word: Word): Address[] {
  // Most texts hold none.
  if (!word.text.includes('://') && !word.text.includes('@')) return [];
  const found: Address[] = [];
  const cut = cutting(word);
  const pattern = new RegExp(SCHEME);
  for (let match = pattern.exec(word.text); match; match = pattern.exec(word.text)) {
    const url = urlAt(word.text, match.index, match[0], cut);
    if (!url) continue;
    found.push(...url.addresses);
    pattern.lastIndex = Math.max(pattern.lastIndex, url.end);
  }
  return found;
}

/** The hosts of a list that is nothing else: `kafka1:9092,kafka2:9092`, `redis`. Empty where a piece is no host. */
export function hostsIn(word: Word): Address[] {
  const found: Address[] = [];
  const cut = cutting(word);
  const pattern = /[^,;\s]/g;
  for (let match = pattern.exec(word.text); match; match = pattern.exec(word.text)) {
    const pair = pairAt(word.text, match.index, cut);
    if (!pair || !/[,;\s]|^$/.test(word.text.charAt(pair.end))) return [];
    found.push({ host: pair.host, ...(pair.port && { port: pair.port }), whole: cut(match.index, pair.end).span });
    pattern.lastIndex = pair.end;
  }
  return found;
}

/** The container itself, as a program inside it sees it. */
export const isLoopback = (host: string): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0)$/i.test(host);

/** Bounded, so that a text full of beginnings is read in one go. The second form is Oracle's, whose host follows an `@`. */
const SCHEME = new RegExp(`(?<![\\w+])(?:(?:(?:jdbc|r2dbc)(?::\\w{1,20}){1,4}|(?:${known.join('|')})(?:\\+\\w{1,20})?)://|jdbc:oracle:\\w{1,8}:[^\\s@"'\`]{0,100}@(?://)?)`, 'gi');

function urlAt(text: string, start: number, head: string, cut: Cut): { addresses: Address[]; end: number } | undefined {
  const scheme = head
    .replace(/:\/\/$/, '')
    .replace(/^(jdbc:oracle):.*$/i, '$1')
    .toLowerCase();
  const from = start + head.length;
  const at = head.includes('@') ? -1 : userEnd(text, from);
  const pairs = pairsAt(text, at < 0 ? from : at + 1, cut, !/^(?:https?|wss?)$/.test(scheme));
  const last = pairs.at(-1);
  // An Oracle address without a port is the name of an entry in a file of the client.
  if (!last || (head.endsWith('@') && !last.port)) return undefined;
  const java = scheme.startsWith('jdbc:');
  const pathEnd = text[last.end] === '/' ? stop(text, last.end, java ? PATH_END_JAVA : PATH_END) : last.end;
  const end = stop(text, pathEnd, java ? URL_END_JAVA : URL_END);
  const database = databaseAt(text, scheme, last.end, pathEnd, end, cut);
  const shared = {
    scheme,
    ...(at >= 0 && credentials(from, at, text, cut)),
    ...(pathEnd > last.end && { path: cut(last.end, pathEnd) }),
    ...(database && { database }),
    ...(end > pathEnd && { query: cut(pathEnd, end) }),
    ...(pairs.length > 1 && { isOneOfSeveral: true as const }),
  };
  const addresses = pairs.map(({ host, port, end: pairEnd }) => ({
    ...shared,
    host,
    ...(port && { port }),
    whole: pairs.length > 1 ? cut(pairEnd - lengthOf(host, port), pairEnd).span : cut(start, end).span,
  }));
  return { addresses, end };
}

const lengthOf = (host: Word, port: Word | undefined) => host.text.length + (port ? port.text.length + 1 : 0);

/** Where the `@` behind user and password stands: the last one before the path. */
function userEnd(text: string, from: number): number {
  let at = -1;
  for (let i = from; i < text.length; i = pieceEnd(text, i)) {
    const char = text.charAt(i);
    if (/[\s/"'`]/.test(char)) break;
    if (char === '@') at = i;
  }
  return at;
}

function credentials(from: number, at: number, text: string, cut: Cut): { user?: Word; password?: Word } {
  const colon = stop(text, from, /[:@]/);
  return { ...(colon > from && { user: cut(from, colon) }), ...(colon + 1 < at && { password: cut(colon + 1, at) }) };
}

function pairsAt(text: string, from: number, cut: Cut, several: boolean): Pair[] {
  const pairs: Pair[] = [];
  for (let i = from; ; i++) {
    const pair = pairAt(text, i, cut);
    if (!pair) break;
    pairs.push(pair);
    i = pair.end;
    if (!several || text[i] !== ',') break;
  }
  return pairs;
}

/** `${NAME}`, perhaps with another in its default, or `$NAME` as a whole. */
const VARIABLE = String.raw`\$\{(?:[^{}\n"'\x60]|\$\{[^{}\n"'\x60]*\})*\}|\$\w+\b`;
const NO_MORE = String.raw`(?![.-]?[\w{$=(@])`;
const PAIR = new RegExp(String.raw`(\[[\w:.%]{0,60}\]|(?:[A-Za-z0-9_.-]|${VARIABLE})+)(?::(\d+|${VARIABLE})${NO_MORE}|(?!:)${NO_MORE})`, 'y');

/** A host and perhaps its port; digits alone are no host. */
function pairAt(text: string, from: number, cut: Cut): Pair | undefined {
  PAIR.lastIndex = from;
  const match = PAIR.exec(text);
  const [whole, host = '', port] = match ?? [''];
  if (!match || /^\d*$/.test(host) || !/[\w\]}]/.test(host)) return undefined;
  const end = from + whole.length;
  return { host: cut(from, from + host.length), ...(port !== undefined && { port: cut(end - port.length, end) }), end };
}

/** The first segment of a path, or what `databaseName=` says: https://learn.microsoft.com/sql/connect/jdbc/building-the-connection-url */
function databaseAt(text: string, scheme: string, hostEnd: number, pathEnd: number, end: number, cut: Cut): Word | undefined {
  const kind = schemeOf(scheme);
  if (kind === 'sqlserver') {
    const match = /;\s*database(?:Name)?=([^;]+)/i.exec(text.slice(pathEnd, end));
    const from = match ? pathEnd + match.index + match[0].length - (match[1] ?? '').length : 0;
    return match ? cut(from, from + (match[1] ?? '').length) : undefined;
  }
  if (!kind || !WITH_DATABASE.has(kind)) return undefined;
  const separator = kind === 'oracle' && text[hostEnd] === ':' ? ':' : '/';
  if (text[hostEnd] !== separator) return undefined;
  const to = stop(text, hostEnd + 1, /[/?#;]/, end);
  return to > hostEnd + 1 ? cut(hostEnd + 1, to) : undefined;
}

const WITH_DATABASE: ReadonlySet<string> = new Set(['mysql', 'mariadb', 'postgresql', 'postgres', 'mongodb', 'oracle', 'redis', 'rediss']);

const PATH_END = /[\s"'`?#,;|)\]}<>]/;
const PATH_END_JAVA = /[\s"'`?#;|)\]}<>]/;
const URL_END = /[\s"'`,;|)\]}<>]/;
const URL_END_JAVA = /[\s"'`|)\]}<>]/;

/** The first place from `from` on where `pattern` matches a character outside a variable. */
function stop(text: string, from: number, pattern: RegExp, until = text.length): number {
  let i = from;
  while (i < until && !pattern.test(text.charAt(i))) i = pieceEnd(text, i);
  return Math.min(i, until);
}

/** Behind the variable or the character at `i`. A variable is one line, and no longer than anybody writes one. */
function pieceEnd(text: string, i: number): number {
  if (text[i] !== '$' || text[i + 1] !== '{') return i + 1;
  let depth = 1;
  for (let k = i + 2; k < Math.min(text.length, i + 200); k++) {
    const char = text[k];
    if (char === '\n') break;
    if (char === '$' && text[k + 1] === '{') depth++;
    else if (char === '}' && --depth === 0) return k + 1;
  }
  return i + 1;
}

function cutting({ text, span }: Word): Cut {
  const exact = span.end - span.start === text.length;
  return (from, to) => ({ text: text.slice(from, to), span: exact ? { start: span.start + from, end: span.start + to } : span });
}
