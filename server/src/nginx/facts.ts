import { type Book, type Fact, factBook, type Known } from '../core/fact.ts';
import type { Word } from '../core/text.ts';
import type { Directive, Listen, Location, NginxFacts, Server, Upstream, UpstreamServer } from './file.ts';
import { parse, walk } from './parse.ts';
import { addressOf, isLocation, passesIn, type Variables, withSets } from './passes.ts';

/** What an nginx configuration says of where it listens and what it hands on to whom. Works on any text. */
export function nginxFacts(text: string): Known<NginxFacts> {
  const book = factBook();
  const root = parse(text);
  const all = [...walk(root)];
  const variables = withSets(new Map(), root);
  const inServers = new Set<Directive>();
  const servers: Server[] = [];
  for (const it of all) {
    if (!isServer(it) || inServers.has(it)) continue;
    for (const inner of walk(it.block ?? [])) inServers.add(inner);
    servers.push(serverIn(it.block ?? [], book, variables));
  }
  const resolver = all.find(({ name }) => name.text === 'resolver')?.args[0];
  return book.known({
    servers,
    upstreams: all.filter(({ name, block }) => name.text === 'upstream' && block).flatMap((it) => upstreamIn(it, book)),
    ...(resolver && { resolver: factOf(resolver, book) }),
    includes: all.flatMap(({ name, args: [file] }) => (name.text === 'include' && file ? [factOf(file, book)] : [])),
    isMain: root.some(({ name, block }) => block && (name.text === 'http' || name.text === 'events')),
    locations: all.filter((it) => isLocation(it) && !inServers.has(it)).map((it) => locationIn(it, book, variables)),
  });
}

const factOf = ({ text, span }: Word, book: Book): Fact => book.fact(text, span);

/** A `server` of an `upstream` has no block. */
const isServer = ({ name, block }: Directive) => name.text === 'server' && block !== undefined;

function serverIn(block: readonly Directive[], book: Book, outer: Variables): Server {
  const variables = withSets(outer, block);
  return {
    listens: block.flatMap((it) => (it.name.text === 'listen' ? listenOf(it, book) : [])),
    names: block.flatMap(({ name, args }) => (name.text === 'server_name' ? args.map((it) => factOf(it, book)) : [])),
    locations: [...walk(block)].filter(isLocation).map((it) => locationIn(it, book, variables)),
    passes: passesIn(block, book, variables),
  };
}

/** `listen 80`, `listen [::]:443 ssl`, `listen 127.0.0.1:8080`; an address alone listens on 80. https://nginx.org/en/docs/http/ngx_http_core_module.html#listen */
function listenOf({ args: [address, ...options] }: Directive, book: Book): Listen[] {
  if (!address || address.text.startsWith('unix:')) return [];
  const ssl = options.some(({ text }) => text === 'ssl');
  const port = /(?:^|:)(\d+|\$\{?\w+\}?)$/.exec(address.text.replace(/^\[[^\]]*\]$/, ''))?.[1];
  if (port === undefined) return [{ port: book.fact('80', address.span), ssl }];
  const { end } = address.span;
  return [{ port: book.fact(port, { start: end - port.length, end }), ssl }];
}

const MODIFIERS: ReadonlySet<string> = new Set(['=', '~', '~*', '^~']);

/** The modifier may stand without a blank before the path: `location =/exact`. */
function locationIn({ name, args, block = [] }: Directive, book: Book, variables: Variables): Location {
  const [first, second] = args;
  const passes = passesIn(block, book, variables);
  if (first && second && MODIFIERS.has(first.text)) return { modifier: factOf(first, book), path: factOf(second, book), passes };
  const path = first ?? { text: '', span: { start: name.span.end, end: name.span.end } };
  const glued = /^(?:\^~|~\*|[=~])/.exec(path.text)?.[0].length ?? 0;
  if (glued === 0) return { path: factOf(path, book), passes };
  const { start, end } = path.span;
  return { modifier: book.fact(path.text.slice(0, glued), { start, end: start + glued }), path: book.fact(path.text.slice(glued), { start: start + glued, end }), passes };
}

/** https://nginx.org/en/docs/http/ngx_http_upstream_module.html#server */
function upstreamIn({ args: [name], block = [] }: Directive, book: Book): Upstream[] {
  if (!name) return [];
  const servers = block.flatMap(({ name: { text }, args: [word] }): UpstreamServer[] => {
    const found = text === 'server' && word ? addressOf(word) : undefined;
    return found ? [{ host: factOf(found.host, book), ...(found.port && { port: factOf(found.port, book) }) }] : [];
  });
  return [{ name: factOf(name, book), servers }];
}
