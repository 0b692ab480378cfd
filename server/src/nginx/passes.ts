import { type Address, hostsIn, urlsIn } from '../core/address.ts';
import type { Book } from '../core/fact.ts';
import type { Span, Word } from '../core/text.ts';
import type { Directive, Pass, PassDirective } from './file.ts';

/** What `set $name value;` says, by the name without its `$`. */
export type Variables = ReadonlyMap<string, Word>;

export const isLocation = ({ name, block }: Directive): boolean => name.text === 'location' && block !== undefined;

/** What the variables are inside a block: its own `set` lines count before those around it. */
export function withSets(outer: Variables, block: readonly Directive[]): Variables {
  const own = block.flatMap(({ name, args: [variable, value] }) => (name.text === 'set' && variable && value ? [[variable.text.replace(/^\$/, ''), value] as const] : []));
  return own.length > 0 ? new Map([...outer, ...own]) : outer;
}

/** What a block and its conditions (`if`, `limit_except`) hand on, its locations not; nobody nests those deeper than this. */
export function passesIn(block: readonly Directive[], book: Book, outer: Variables, depth = 0): Pass[] {
  const variables = withSets(outer, block);
  return block.flatMap((it): Pass[] => {
    const directive = DIRECTIVES.find((name) => name === it.name.text);
    if (directive && it.args[0]) return [passOf(directive, it.args[0], book, variables)];
    return it.block && !isLocation(it) && depth < 10 ? passesIn(it.block, book, variables, depth + 1) : [];
  });
}

const DIRECTIVES: readonly PassDirective[] = ['proxy_pass', 'fastcgi_pass', 'uwsgi_pass', 'grpc_pass', 'memcached_pass', 'scgi_pass'];

/** https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass */
function passOf(directive: PassDirective, target: Word, book: Book, variables: Variables): Pass {
  const filled = fill(target, variables);
  const text = withoutTail(filled.text);
  const found = addressOf({ text, span: { start: 0, end: text.length } });
  const shared = { directive, whole: book.fact(target.text, target.span), usesVariable: holdsVariable(target.text, variables) };
  if (!found || holdsVariable(found.host.text, variables)) return shared;
  const factAt = ({ text, span }: Word) => book.fact(text, filled.placeOf(span));
  const { scheme, host, port, path } = found;
  return { ...shared, ...(scheme && { scheme }), host: factAt(host), ...(port && { port: factAt(port) }), ...(path && { path: factAt(path) }) };
}

/** A URL, or `host:port` as FastCGI and its like take it; nothing for a Unix socket. */
export const addressOf = (word: Word): Address | undefined => (/^unix:|:\/\/unix:/.test(word.text) ? undefined : (urlsIn(word)[0] ?? hostsIn(word)[0]));

/** nginx's own variables are in lower case; `${API_HOST}` of a template is filled in before nginx starts. */
const holdsVariable = (text: string, variables: Variables): boolean => [...text.matchAll(/\$\{?(\w+)/g)].some(([, name = '']) => /^[a-z]/.test(name) || variables.has(name));

/** What the request brings along is no part of the address: `http://api$request_uri`. */
const withoutTail = (text: string) => text.replace(/\$\{?(?:request_uri|uri|document_uri|is_args|args|query_string)\b.*$/s, '');

interface Filled {
  readonly text: string;
  /** Where a piece of the text is written; the whole word for one that is put together. */
  readonly placeOf: (piece: Span) => Span;
}

/** A word with the values of the variables that the file sets. */
function fill(word: Word, variables: Variables): Filled {
  const pieces: { readonly from: number; readonly source: Word }[] = [];
  let text = '';
  const add = (source: Word) => {
    pieces.push({ from: text.length, source });
    text += source.text;
  };
  for (const match of word.text.matchAll(/\$\{(\w+)\}|\$(\w+)|[^$]+|\$/g)) {
    const at = word.span.start + match.index;
    add(variables.get(match[1] ?? match[2] ?? '') ?? { text: match[0], span: { start: at, end: at + match[0].length } });
  }
  const placeOf = ({ start, end }: Span): Span => {
    const { from, source } = pieces.findLast((it) => it.from <= start) ?? { from: 0, source: word };
    const inside = end <= from + source.text.length && source.span.end - source.span.start === source.text.length;
    return inside ? { start: source.span.start + start - from, end: source.span.start + end - from } : word.span;
  };
  return { text, placeOf };
}
