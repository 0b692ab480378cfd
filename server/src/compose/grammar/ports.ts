import { type Piece, type Problem, pieceOf, whole, wrong } from '../../core/grammar/problem.ts';
import { isAddress } from './addresses.ts';

export type PortReason = 'empty' | 'no-container-port' | 'zero' | 'address' | 'no-host-port' | 'protocol' | 'space' | 'not-a-port' | 'too-large' | 'backwards' | 'ranges';

/** One entry that Compose makes of a port in the short syntax. */
export interface PublishedPort {
  readonly mode: 'ingress';
  readonly hostIp?: string;
  readonly target: number;
  /** A port or a range of which Docker takes one; absent where Docker chooses. */
  readonly published?: string;
  readonly protocol: string;
}

/** Ports in a row. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

interface Parts {
  readonly address: Piece | undefined;
  readonly host: Piece | undefined;
  readonly container: Piece;
  readonly protocol: Piece | undefined;
}

/** The last two colons cut; what stands before them is an address. docker/go-connections: nat/nat.go */
function partsOf(text: string): Parts {
  const last = text.lastIndexOf(':');
  const second = last < 0 ? -1 : text.lastIndexOf(':', last - 1);
  const slash = text.indexOf('/', last + 1);
  const end = slash < 0 ? text.length : slash;
  const piece = (from: number, to: number) => (to > from ? pieceOf(text, from, to) : undefined);
  return {
    address: last > 0 && second >= 0 ? piece(0, second) : undefined,
    host: last < 0 ? undefined : piece(last === 0 ? 0 : second + 1, last),
    container: pieceOf(text, last + 1, end),
    protocol: slash < 0 ? undefined : piece(slash + 1, text.length),
  };
}

/** What Compose finds wrong with a port of the short syntax. */
export function portProblem(text: string): Problem<PortReason> | undefined {
  if (text === '') return whole('empty', text);
  const { address, host, container, protocol } = partsOf(text);
  if (container.text === '') return whole('no-container-port', text);
  if (protocol && !/^(?:tcp|udp|sctp)$/i.test(protocol.text)) return wrong('protocol', protocol);
  const front = pieceOf(text, 0, Math.max(0, container.from - 1));
  // `127.0.0.1:80` lacks the middle part.
  if (front.text.includes('.') || front.text.startsWith('[')) if (isAddress(unbracketed(front.text))) return wrong('no-host-port', front);
  if (address && !isAddress(unbracketed(address.text))) return wrong('address', address);
  const inside = readRange(container);
  if ('reason' in inside) return inside;
  if (inside.first === 0) return wrong('zero', container);
  const outside = host ? readRange(host) : undefined;
  if (!outside) return undefined;
  if ('reason' in outside) return outside;
  return inside.first !== inside.last && inside.last - inside.first !== outside.last - outside.first ? whole('ranges', text) : undefined;
}

/** What Compose makes of a port in the short syntax; nothing where it refuses it. `3000-3001:80-81` becomes two, `8000-8010:80` stays one. */
export function portsOf(text: string): readonly PublishedPort[] {
  if (portProblem(text)) return [];
  const { address, host, container, protocol } = partsOf(text);
  const inside = readRange(container);
  const outside = host ? readRange(host) : undefined;
  if ('reason' in inside || (outside && 'reason' in outside)) return [];
  const count = inside.last - inside.first + 1;
  const published = (i: number) => {
    if (!outside) return undefined;
    return count === 1 && outside.first !== outside.last ? `${outside.first}-${outside.last}` : String(outside.first + i);
  };
  return Array.from({ length: count }, (_, i): PublishedPort => {
    const outer = published(i);
    return {
      mode: 'ingress',
      ...(address && { hostIp: unbracketed(address.text) }),
      target: inside.first + i,
      ...(outer !== undefined && { published: outer }),
      protocol: protocol?.text.toLowerCase() ?? 'tcp',
    };
  });
}

const unbracketed = (text: string) => text.replace(/^\[(.*)\]$/, '$1');

/** Why the engine refuses the `published` of the long syntax, a port or a range; Compose itself takes any text. */
export function publishedProblem(text: string): Problem<PortReason> | undefined {
  const [port = ''] = text.split('/');
  const range = port === '' ? undefined : readRange(pieceOf(text, 0, port.length));
  return range && 'reason' in range ? range : undefined;
}

/** First and last port of `80` or `8000-8010`; nothing where Compose can't read it. */
export function rangeOf(text: string): Range | undefined {
  const range = readRange(pieceOf(text, 0));
  return 'reason' in range ? undefined : range;
}

function readRange(piece: Piece): Range | Problem<PortReason> {
  const match = /^\+?(\d+)(?:-\+?(\d+))?$/.exec(piece.text);
  if (!match) return wrong(/\s/.test(piece.text) ? 'space' : 'not-a-port', piece);
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  if (first > 65_535 || last > 65_535) return wrong('too-large', piece);
  return first <= last ? { first, last } : wrong('backwards', piece);
}
