import { type Address, hostsIn, urlsIn } from '../core/address.ts';
import type { Word } from '../core/text.ts';
import type { EnvironmentVariable } from './services.ts';

/** An address of a program on the network, piece by piece, with the places in the file. */
export interface Endpoint {
  readonly scheme?: string;
  readonly host: Word;
  readonly port?: Word;
  /** The variable that names it. */
  readonly name: string;
  /** The port stands in a variable of its own: `REDIS_PORT` beside `REDIS_HOST`. */
  readonly apart?: true;
}

/** Names whose value is an address without a scheme. */
const ADDRESS_NAME = /(?:^|_)(?:HOST|HOSTNAME|ADDR|ADDRESS|SERVERS?|ENDPOINTS?|BROKERS?|BOOTSTRAP_SERVERS|NODES?)$/i;

/** Addresses in a text that a program reads, each host by itself. Pieces that come from variables are left out. */
export const endpointsIn = (word: Word, name = ''): Endpoint[] => writtenUrlsIn(word).flatMap((it) => endpointOf(it, name));

/** The URLs in a text, but those that only stand in where a variable is not set. */
export const writtenUrlsIn = (word: Word): Address[] => urlsIn(word).filter(({ host }) => !isDefault(word, host));

/** The default of a variable is only one of what may stand there. */
function isDefault({ text, span }: Word, host: Word): boolean {
  const from = host.span.start - span.start;
  return text.lastIndexOf('${', from) > text.lastIndexOf('}', from);
}

/** Addresses that a variable holds: a URL anywhere in it, or `host:port` where its name says so. */
export function endpointsOf({ name, value }: EnvironmentVariable): Endpoint[] {
  if (!value) return [];
  const urls = endpointsIn(value, name.text);
  return urls.length > 0 || !ADDRESS_NAME.test(name.text) ? urls : hostsIn(value).flatMap((it) => endpointOf(it, name.text));
}

/** The variable that holds the port beside one that holds the host. */
export const portNameOf = (name: string): string | undefined => (HOST_NAME.test(name) ? name.replace(HOST_NAME, 'PORT') : undefined);

const HOST_NAME = /(?:HOSTNAME|HOST|ADDRESS|ADDR|SERVER)$/;

/** Whether an address is called by the program itself; a web address is as often opened by a browser on this computer. */
export const isForProgram = (scheme: string | undefined, name: string): boolean =>
  !scheme?.startsWith('http') || /API|BACKEND|SERVICE|UPSTREAM|INTERNAL|GATEWAY|PROXY|ELASTIC|SEARCH|EUREKA|^$/i.test(name);

/** Nothing for what a variable fills in, and for a text that is not what is written, such as one with escapes: its pieces have no place. */
function endpointOf({ scheme, host, port }: Address, name: string): Endpoint[] {
  const exact = host.span.end - host.span.start === host.text.length;
  if (!exact || host.text.includes('$') || port?.text.includes('$')) return [];
  return [{ name, host, ...(scheme && { scheme }), ...(port && { port }) }];
}

/** Variables whose address is opened by a browser or another machine, not by the container. */
export const isForOutside = (name: string): boolean =>
  /^(?:NEXT_PUBLIC|VITE|REACT_APP|NUXT_PUBLIC|PUBLIC|VUE_APP|GATSBY)_|CORS|ORIGIN|REDIRECT|CALLBACK|ALLOWED|EXTERNAL|PUBLIC|FRONTEND|CLIENT_URL|WEB_URL|SITE_URL|(?<![A-Z])BASE_URL|ROOT_URL|APP_URL|SERVER_URL|DOMAIN|ADVERTISED|HOSTNAME_URL|ISSUER|AUTH_URL|NEXTAUTH|WEBHOOK|BROWSER|LISTEN|BIND|SERVER_NAME|SERVER_HOST|^HOST$|_HOST_IP|TRUSTED|WHITELIST|SELF|HEALTH/i.test(
    name,
  );
