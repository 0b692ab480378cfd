import type { Word } from '../core/text.ts';
import type { EnvironmentVariable } from './services.ts';

/** An address of a program on the network, piece by piece, with the places in the file. */
export interface Endpoint {
  readonly scheme?: string;
  readonly host: Word;
  readonly port?: Word;
  /** The variable that names it. */
  readonly name: string;
}

const SCHEMES = 'jdbc:\\w+|https?|wss?|rediss?|amqps?|mongodb|postgres(?:ql)?(?:\\+\\w+)?|mysql(?:\\+\\w+)?|mariadb(?:\\+\\w+)?|tcp|kafka|nats|grpc|r2dbc:\\w+';

/** `scheme://user:password@host:port/…`; the host may be a list. */
const URL_PATTERN = new RegExp(`\\b(${SCHEMES})://(?:[^\\s/@"'\`]*@)?([^\\s/?#"'\`,;|)\\]}]+)`, 'gi');

/** Names whose value is an address without a scheme. */
const ADDRESS_NAME = /(?:^|_)(?:HOST|HOSTNAME|ADDR|ADDRESS|SERVERS?|ENDPOINTS?|BROKERS?|BOOTSTRAP_SERVERS|NODES?)$/i;

/** Addresses in a text that a program reads, each host by itself. Pieces that come from variables are left out. */
export function endpointsIn(word: Word, name = ''): Endpoint[] {
  const found: Endpoint[] = [];
  for (const match of word.text.matchAll(URL_PATTERN)) {
    const [whole, scheme = '', hosts = ''] = match;
    const from = match.index + whole.length - hosts.length;
    const endpoint = hostAndPort(word, from, hosts, name);
    if (endpoint) found.push({ ...endpoint, scheme: scheme.toLowerCase() });
  }
  return found;
}

/** Addresses that a variable holds: a URL anywhere in it, or `host:port` where its name says so. */
export function endpointsOf({ name, value }: EnvironmentVariable): Endpoint[] {
  if (!value) return [];
  const urls = endpointsIn(value, name.text);
  if (urls.length > 0 || !ADDRESS_NAME.test(name.text)) return urls;
  const found: Endpoint[] = [];
  for (const match of value.text.matchAll(/[^,\s]+/g)) {
    const endpoint = hostAndPort(value, match.index, match[0], name.text);
    if (endpoint) found.push(endpoint);
  }
  return found;
}

function hostAndPort(word: Word, from: number, text: string, name: string): Endpoint | undefined {
  const match = /^(\[[^\]]*\]|[A-Za-z0-9_.-]+)(?::(\d+))?(?![\w$:{])/.exec(text);
  const host = match?.[1];
  if (!match || host === undefined || /^\d+$/.test(host)) return undefined;
  const cut = (start: number, length: number): Word => ({
    text: word.text.slice(start, start + length),
    span: { start: word.span.start + start, end: word.span.start + start + length },
  });
  const port = match[2];
  return { name, host: cut(from, host.length), ...(port !== undefined && { port: cut(from + host.length + 1, port.length) }) };
}

/** The container itself, as a program inside it sees it. */
export const isLoopback = (host: string): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0)$/i.test(host);

/** Variables whose address is opened by a browser or another machine, not by the container. */
export const isForOutside = (name: string): boolean =>
  /^(?:NEXT_PUBLIC|VITE|REACT_APP|NUXT_PUBLIC|PUBLIC|VUE_APP|GATSBY)_|CORS|ORIGIN|REDIRECT|CALLBACK|ALLOWED|EXTERNAL|PUBLIC|FRONTEND|CLIENT_URL|WEB_URL|SITE_URL|BASE_URL|ROOT_URL|APP_URL|SERVER_URL|DOMAIN|ADVERTISED|HOSTNAME_URL|ISSUER|AUTH_URL|NEXTAUTH|WEBHOOK|BROWSER|LISTEN|BIND|SERVER_NAME|SERVER_HOST|^HOST$|_HOST_IP|TRUSTED|WHITELIST|SELF|HEALTH/i.test(
    name,
  );
