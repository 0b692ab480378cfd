import { type PortMapping, portMapping } from '../../core/short.ts';
import type { Word } from '../../core/text.ts';

export type PortReason = 'empty' | 'no-container-port' | 'address' | 'protocol' | 'port' | 'ranges';

/** What Compose finds wrong with a port of the short syntax, and the piece that is. docker/go-connections: nat/nat.go */
export function portProblem(word: Word): { readonly reason: PortReason; readonly at: Word } | undefined {
  if (word.text === '') return { reason: 'empty', at: word };
  const { address, host, container, protocol }: PortMapping = portMapping(word);
  if (protocol && protocol.text !== '' && !/^(?:tcp|udp|sctp)$/i.test(protocol.text)) return { reason: 'protocol', at: protocol };
  if (address && address.text !== '' && !isAddress(address.text.replace(/^\[(.*)\]$/, '$1'))) return { reason: 'address', at: address };
  if (container.text === '') return { reason: 'no-container-port', at: word };
  const inside = rangeOf(container.text);
  if (!inside) return { reason: 'port', at: container };
  const outside = host && host.text !== '' ? rangeOf(host.text) : undefined;
  if (host && host.text !== '' && !outside) return { reason: 'port', at: host };
  if (outside && inside.last - inside.first !== outside.last - outside.first && inside.first !== inside.last) return { reason: 'ranges', at: word };
  return undefined;
}

/** First and last port of `80` or `8000-8010`. */
export function rangeOf(text: string): { readonly first: number; readonly last: number } | undefined {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  return first <= last && last <= 65_535 ? { first, last } : undefined;
}

export const isAddress = (text: string): boolean => isV4(text) || isV6(text);

const isV4 = (text: string) => /^(?:\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split('.').every((part) => Number(part) < 256 && !/^0\d/.test(part));

function isV6(text: string): boolean {
  if (!text.includes(':') || text.indexOf('::') !== text.lastIndexOf('::')) return false;
  const tail = /[^:]*\.[^:]*$/.exec(text)?.[0];
  if (tail !== undefined && !isV4(tail)) return false;
  const groups = (tail === undefined ? text : `${text.slice(0, -tail.length)}0:0`).split(':');
  const hasGap = text.includes('::');
  const filled = groups.filter((group) => group !== '');
  const edges = (groups[0] === '' && !text.startsWith('::')) || (groups.at(-1) === '' && !text.endsWith('::'));
  return !edges && filled.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) && (hasGap ? filled.length < 8 : filled.length === 8);
}
