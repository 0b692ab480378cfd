import { type Problem, whole } from '../../core/grammar/problem.ts';

/** Whether a text is an IP address, as Go's `net.ParseIP` sees it: no zone, no brackets, no leading zeros. */
export const isAddress = (text: string): boolean => isV4(text) || isV6(text);

export const isV4 = (text: string): boolean => /^(?:\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split('.').every((part) => Number(part) < 256 && !/^0\d/.test(part));

export function isV6(text: string): boolean {
  if (!text.includes(':')) return false;
  const [left = '', right, more] = text.split('::');
  if (more !== undefined) return false;
  const groups = [...groupsOf(left, right === undefined), ...groupsOf(right ?? '', true)];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return false;
  return right === undefined ? groups.length === 8 : groups.length < 8;
}

/** The groups of one side of `::`; an IPv4 address at the very end stands for two. */
function groupsOf(side: string, last: boolean): string[] {
  if (side === '') return [];
  const groups = side.split(':');
  const tail = groups.at(-1) ?? '';
  return last && isV4(tail) ? [...groups.slice(0, -1), '0', '0'] : groups;
}

/** Whether a text is a network such as `172.28.0.0/16`. */
export function isNetwork(text: string): boolean {
  const [address = '', bits = '', more] = text.split('/');
  if (more !== undefined || !/^\d{1,3}$/.test(bits)) return false;
  return (isV4(address) && Number(bits) <= 32) || (isV6(address) && Number(bits) <= 128);
}

/** Whether a text is a hardware address: six, eight or twenty bytes. */
export function isHardwareAddress(text: string): boolean {
  const pairs = /^[0-9a-f]{2}(?<sign>[:-])[0-9a-f]{2}(?:\k<sign>[0-9a-f]{2})+$/i.test(text) ? text.split(/[:-]/).length : 0;
  const quads = /^[0-9a-f]{4}(?:\.[0-9a-f]{4})+$/i.test(text) ? text.split('.').length * 2 : 0;
  return [6, 8, 20].includes(pairs || quads);
}

export type AddressReason = 'empty' | 'not-an-address' | 'wrong-family' | 'not-a-network' | 'host-bits' | 'not-hardware';

/** Why a text is no IP address, or none of the wanted family. */
export function addressProblem(text: string, family?: 4 | 6): Problem<AddressReason> | undefined {
  if (text === '') return whole('empty', text);
  if (!isAddress(text)) return whole('not-an-address', text);
  return (family === 4 && !isV4(text)) || (family === 6 && isV4(text)) ? whole('wrong-family', text) : undefined;
}

/** Why a text is no network; the engine also refuses one whose address is not its first. */
export function networkProblem(text: string): Problem<AddressReason> | undefined {
  if (!isNetwork(text)) return whole('not-a-network', text);
  return firstOf(text) === text ? undefined : whole('host-bits', text);
}

/** The network with the first of its addresses: `172.28.0.0/16` of `172.28.5.1/16`. IPv6 stays as it is. */
export function firstOf(network: string): string {
  const [address = '', bits = ''] = network.split('/');
  if (!isV4(address)) return network;
  const hostBits = 32 - Number(bits);
  const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const first = value - (value % 2 ** hostBits);
  return `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.')}/${bits}`;
}

/** Why a text is no hardware address. */
export const hardwareProblem = (text: string): Problem<AddressReason> | undefined => (text === '' || isHardwareAddress(text) ? undefined : whole('not-hardware', text));
