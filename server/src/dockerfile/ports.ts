export type PortReason = 'array' | 'separator' | 'protocol' | 'range' | 'too-large' | 'address' | 'number';

/** A port of EXPOSE as BuildKit reads it: `[address:][host:]container[/protocol]`. */
export interface ExposedPort {
  /** Why BuildKit refuses it. */
  readonly problem?: PortReason;
  /** An address or a port of the host stands in front; it means nothing here. */
  readonly mapped: boolean;
  /** The part that counts. */
  readonly container: string;
  readonly protocol: string;
}

const PROTOCOLS = new Set(['', 'tcp', 'udp', 'sctp']);

/** moby/buildkit frontend/dockerfile/dockerfile2llb/convert_expose.go */
export function exposedPort(text: string): ExposedPort {
  const parts = text.split(':');
  const last = parts.at(-1) ?? '';
  const slash = last.indexOf('/');
  const container = slash < 0 ? last : last.slice(0, slash);
  const protocol = slash < 0 ? '' : last.slice(slash + 1);
  const problem = problemOf(text, parts, container, protocol);
  return { container, protocol, mapped: parts.length > 1 && parts.slice(0, -1).some((part) => part !== ''), ...(problem && { problem }) };
}

function problemOf(text: string, parts: readonly string[], container: string, protocol: string): PortReason | undefined {
  if (/^\[|\]$/.test(text) && !/^\[[\da-f:.]+\]:/i.test(text)) return 'array';
  if (/[,;]/.test(text)) return 'separator';
  if (!PROTOCOLS.has(protocol.toLowerCase())) return 'protocol';
  const address = parts.slice(0, -2).join(':');
  if (address !== '' && !isAddress(address)) return 'address';
  const own = rangeOf(container);
  if (typeof own === 'string') return own;
  const front = parts.at(-2) ?? '';
  const host = front === '' ? undefined : rangeOf(front);
  if (typeof host === 'string') return host;
  return host && own.to !== own.from && host.to - host.from !== own.to - own.from ? 'range' : undefined;
}

const isAddress = (text: string) => /^\[[\da-f:.]+\]$/i.test(text) || /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.|$)){4}$/.test(text) || /^[\da-f:.]*:[\da-f:.]*$/i.test(text);

function rangeOf(text: string): { readonly from: number; readonly to: number } | PortReason {
  const ends = text.split('-');
  if (ends.length > 2) return 'range';
  if (ends.some((end) => !/^\d+$/.test(end))) return ends.length === 2 ? 'range' : 'number';
  const [from = 0, to = from] = ends.map(Number);
  if (from > 65535 || to > 65535) return 'too-large';
  return to < from ? 'range' : { from, to };
}
