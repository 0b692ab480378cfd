import type { FlagUse } from '../line.ts';
import { ko } from './ko.ts';
import { type Entry, list, map, type Node, quoted, scalar } from './node.ts';

/** The network of a container as a compose service has it. */
export interface Networking {
  readonly entries: readonly Entry[];
  /** Networks that must be defined. */
  readonly names: readonly string[];
  readonly lost: readonly string[];
  /** It uses the host's ports itself. */
  readonly isHost: boolean;
}

/** A flag with its value as Compose reads it. */
export interface ReadFlag {
  readonly use: FlagUse;
  readonly name: string;
  readonly text: string;
  /** The flag with its value, for people. */
  readonly shown: string;
}

interface Joined {
  readonly name: string;
  readonly aliases: string[];
  readonly own: Entry[];
  readonly options: Entry[];
}

const ADDRESSES: Readonly<Record<string, string>> = { ip: 'ipv4_address', ip6: 'ipv6_address', 'mac-address': 'mac_address', 'gw-priority': 'gw_priority' };

/** `--network` and what belongs to it. */
export function networkingOf(flags: readonly ReadFlag[]): Networking {
  const joined: Joined[] = [];
  const lost: string[] = [];
  let mode: string | undefined;
  for (const { name, text, shown } of flags) {
    if (name !== 'network' && name !== 'net') continue;
    if (/^(?:host|none|bridge|default|container:.+)$/.test(text)) mode = text === 'default' ? 'bridge' : text;
    else {
      const read = joinedBy(text);
      if (read) joined.push(read);
      else lost.push(ko.unreadable(shown));
    }
  }
  const [first] = joined;
  for (const { name, text, shown } of flags) {
    const isAlias = name === 'network-alias' || name === 'net-alias';
    if (!isAlias && !/^(?:ip6?|link-local-ip)$/.test(name)) continue;
    if (!first) lost.push(ko.noNetwork(shown));
    else if (isAlias) first.aliases.push(text);
    else if (name === 'link-local-ip') first.own.push({ key: 'link_local_ips', value: list(scalar(text)) });
    else first.own.push({ key: ADDRESSES[name] ?? name, value: quoted(text) });
  }
  if (mode !== undefined && !first)
    return { entries: [{ key: 'network_mode', value: quoted(mode).replace(/^"(host|none|bridge)"$/, '$1') }], names: [], lost, isHost: mode === 'host' };
  if (mode !== undefined && first) lost.push(ko.noNetwork(`--network ${mode}`));
  return { entries: first ? [{ key: 'networks', value: networksNode(joined) }] : [], names: joined.map(({ name }) => name), lost, isHost: false };
}

function networksNode(joined: readonly Joined[]): Node {
  const isShort = joined.every(({ aliases, own, options }) => aliases.length + own.length + options.length === 0);
  if (isShort) return list(...joined.map(({ name }) => scalar(name)));
  return map(
    ...joined.map(({ name, aliases, own, options }): Entry => {
      const inner: Entry[] = [
        ...(aliases.length > 0 ? [{ key: 'aliases', value: list(...aliases.map(scalar)) }] : []),
        ...own,
        ...(options.length > 0 ? [{ key: 'driver_opts', value: map(...options) }] : []),
      ];
      return { key: name, ...(inner.length > 0 && { value: map(...inner) }) };
    }),
  );
}

/** `my-net`, or `name=my-net,alias=web,ip=172.20.0.5`. */
function joinedBy(text: string): Joined | undefined {
  if (!text.includes('=')) return /^[\w.-]+$/.test(text) ? { name: text, aliases: [], own: [], options: [] } : undefined;
  const found: Joined & { name: string } = { name: '', aliases: [], own: [], options: [] };
  let name = '';
  for (const part of text.split(',')) {
    const equals = part.indexOf('=');
    const key = part.slice(0, equals);
    const value = part.slice(equals + 1);
    if (equals < 0) return undefined;
    if (key === 'name') name = value;
    else if (key === 'alias') found.aliases.push(value);
    else if (key === 'driver-opt') found.options.push({ key: value.replace(/=.*$/s, ''), value: quoted(value.replace(/^[^=]*=?/, '')) });
    else if (Object.hasOwn(ADDRESSES, key)) found.own.push({ key: ADDRESSES[key] ?? key, value: key === 'gw-priority' ? value : quoted(value) });
    else return undefined;
  }
  return /^[\w.-]+$/.test(name) ? { ...found, name } : undefined;
}
