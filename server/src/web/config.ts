import { urlsIn } from '../core/address.ts';
import { type Book, type Fact, factBook, type Known } from '../core/fact.ts';
import type { Word } from '../core/text.ts';
import { constantsIn, environmentIn, isSign, isString, type Origin, originAt } from './environment.ts';
import type { ConfigFacts, Proxy, Rewrite, WebAddress, WebOrigin } from './file.ts';
import { type ScriptToken, tokensOf } from './script.ts';

/** What the configuration of Next.js or Vite says, read as text: what is put together by a program stays unknown. */
export function nextFacts(text: string): Known<ConfigFacts> {
  const book = factBook();
  const all = tokensOf(text);
  const entries = entriesOf(all);
  const constants = constantsIn(all);
  const fact = (word: Word | undefined): Fact | undefined => word && book.fact(word.text, word.span);
  const valueAt = (...path: string[]) => entries.find(({ key, value, inside }) => isString(value) && key.text === path.at(-1) && endsWith(inside, path.slice(0, -1)))?.value;
  const output = fact(valueAt('output'));
  const host = fact(valueAt('server', 'host') ?? entries.find(({ key, value, inside }) => key.text === 'host' && value.text === 'true' && endsWith(inside, ['server']))?.value);
  const port = fact(entries.find(({ key, value, inside }) => key.text === 'port' && /^\d+$/.test(value.text) && endsWith(inside, ['server']))?.value);
  return book.known({
    ...(output && { output }),
    mentions: {
      host: all.some(({ text: word }) => word === 'host'),
      standalone: all.some(({ text: word }) => word.includes('standalone')),
      otherConfig: all.some((word) => isString(word) && /^\.\.?\/.*config/.test(word.text)),
    },
    addresses: all.filter(isString).flatMap((word) => addressesIn(word, book)),
    rewrites: rewritesIn(all, constants, book),
    usesEnvironment: environmentIn(all, book),
    server: { ...(host && { host }), ...(port && { port }) },
    proxies: proxiesIn(all, entries, constants, book),
  });
}

/** `key: value` of an object, with the keys of the objects around it. */
interface Entry {
  /** The number of the key's token. */
  readonly at: number;
  readonly key: ScriptToken;
  readonly value: ScriptToken;
  readonly inside: readonly ScriptToken[];
}

/** Deeper than anybody nests settings. */
const DEEPEST = 30;

function entriesOf(all: readonly ScriptToken[]): Entry[] {
  const found: Entry[] = [];
  /** The keys of the open braces; `undefined` for one that is no value of a key. */
  const open: (ScriptToken | undefined)[] = [];
  for (let i = 0; i < all.length; i++) {
    const [key, colon, value] = [all[i], all[i + 1], all[i + 2]];
    if (!key) continue;
    if (isSign(key, '{')) open.push(isSign(all[i - 1], ':') ? all[i - 2] : undefined);
    else if (isSign(key, '}')) open.pop();
    else if (key.kind !== 'sign' && isSign(colon, ':') && value && value.kind !== 'sign' && open.length < DEEPEST) {
      found.push({ at: i, key, value, inside: open.filter((it) => it !== undefined) });
    }
  }
  return found;
}

const endsWith = (keys: readonly ScriptToken[], names: readonly string[]) => names.every((name, i) => keys[keys.length - names.length + i]?.text === name);

function addressesIn(word: Word, book: Book): WebAddress[] {
  return urlsIn(word).map(({ scheme = '', host, port, path, whole }) => ({
    whole: book.fact(word.text.slice(whole.start - word.span.start, whole.end - word.span.start), whole),
    scheme,
    host: book.fact(host.text, host.span),
    ...(port && { port: book.fact(port.text, port.span) }),
    ...(path && { path: book.fact(path.text, path.span) }),
  }));
}

/** `source` and `destination` below `rewrites`; those of redirects are for the browser. https://nextjs.org/docs/app/api-reference/config/next-config-js/rewrites */
function rewritesIn(all: readonly ScriptToken[], constants: Constants, book: Book): Rewrite[] {
  const found: Rewrite[] = [];
  let isRewrites = false;
  let source: ScriptToken | undefined;
  for (let i = 0; i < all.length; i++) {
    const [word, colon, value] = [all[i], all[i + 1], all[i + 2]];
    if (word?.kind !== 'word') continue;
    if (/^(?:rewrites|redirects|headers)$/.test(word.text)) isRewrites = word.text === 'rewrites';
    if (!isRewrites || !isSign(colon, ':') || !value) continue;
    if (word.text === 'source' && isString(value)) source = value;
    if (word.text !== 'destination') continue;
    const origin = originOf(all, i + 2, constants, book);
    if (!isString(value) && !origin.environment && !origin.base) continue;
    found.push({ ...(source && { source: book.fact(source.text, source.span) }), destination: book.fact(value.text, value.span), ...origin });
    source = undefined;
  }
  return found;
}

type Constants = ReadonlyMap<string, Origin>;

/** A text is its own base, so it has none to name. */
function originOf(all: readonly ScriptToken[], at: number, constants: Constants, book: Book): WebOrigin {
  const { environment, base } = originAt(all, at, constants);
  return {
    ...(environment && { environment: book.fact(environment.text, environment.span) }),
    ...(base && base !== all[at] && { base: book.fact(base.text, base.span) }),
  };
}

/** `'/api': 'http://…'` and `'/api': { target: 'http://…' }` below `proxy`. https://vite.dev/config/server-options#server-proxy */
function proxiesIn(all: readonly ScriptToken[], entries: readonly Entry[], constants: Constants, book: Book): Proxy[] {
  return entries.flatMap(({ key, value, at, inside }): Proxy[] => {
    const path = endsWith(inside, ['proxy']) ? key : key.text === 'target' && endsWith(inside.slice(0, -1), ['proxy']) ? inside.at(-1) : undefined;
    if (!path) return [];
    const origin = originOf(all, at + 2, constants, book);
    if (!isString(value) && !origin.environment && !origin.base) return [];
    return [{ path: book.fact(path.text, path.span), target: book.fact(value.text, value.span), ...origin }];
  });
}
