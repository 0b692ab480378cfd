import { imageReference } from '../../core/image.ts';
import { makesContainer } from '../flags.ts';
import type { FlagUse, Line } from '../line.ts';
import { DEVICES, HEALTH, LISTS, MAPS, SCALARS, ulimit } from './flags.ts';
import { ko } from './ko.ts';
import { mountOf, volumeOf } from './mount.ts';
import { networkingOf, type ReadFlag } from './network.ts';
import { type Entry, type List, list, map, type Node, quoted, scalar } from './node.ts';
import { valueOf } from './value.ts';

/** A compose service made from a docker run line. */
export interface Converted {
  readonly name: string;
  readonly entries: readonly Entry[];
  /** Korean lines: every flag that is not in `entries`, and why. */
  readonly lost: readonly string[];
  readonly networks: readonly string[];
  readonly volumes: readonly { readonly name: string; readonly driver?: string }[];
}

/** The order in which people write and read the keys of a service; others follow. */
const ORDER = 'image platform pull_policy container_name hostname restart entrypoint command ports expose environment env_file volumes networks network_mode healthcheck'.split(
  ' ',
);

/** What the keys of a service are gathered in. */
interface Gathered {
  readonly scalars: Map<string, Node>;
  readonly lists: Map<string, string[]>;
  readonly maps: Map<string, Map<string, Node>>;
  readonly volumes: Node[];
  readonly names: Set<string>;
  readonly devices: Map<string, Node[]>;
  readonly lost: string[];
}

/** The service that a `docker run` or `docker create` line is. Nothing for other commands, and where no image is named. */
export function convert(line: Line): Converted | undefined {
  const [image] = line.args;
  if (!makesContainer(line) || !image) return undefined;
  const imageText = valueOf(line.raw(image.span));
  if (imageText.isComputed || /[<>\s[\]]/.test(imageText.text)) return undefined;
  const into: Gathered = { scalars: new Map(), lists: new Map(), maps: new Map(), volumes: [], names: new Set(), devices: new Map(), lost: [] };
  const flags = readFlags(line, into.lost);
  const networking = networkingOf(flags);
  for (const flag of flags) gather(flag, into, networking.isHost);
  into.lost.push(...networking.lost);
  const driver = flags.find(({ name }) => name === 'volume-driver');
  if (driver && into.names.size === 0) into.lost.push(ko.unreadable(driver.shown));
  const command = commandOf(line, into.lost);
  const entries: Entry[] = [
    { key: 'image', value: scalar(imageText.text) },
    ...[...into.scalars].map(([key, value]) => ({ key, value })),
    ...(command ? [{ key: 'command', value: command }] : []),
    ...[...into.lists].map(([key, items]) => ({ key, value: listOf(key, items) })),
    ...(into.volumes.length > 0 ? [{ key: 'volumes', value: list(...into.volumes) }] : []),
    ...networking.entries,
    ...[...into.maps].map(([key, own]) => ({ key, value: mapOf(own) })),
    ...(into.devices.size > 0
      ? [{ key: 'blkio_config', value: map(...[...into.devices].map(([key, items]) => ({ key, value: key === 'weight' ? (items[0] ?? '') : list(...items) }))) }]
      : []),
  ];
  const place = ({ key }: Entry) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  const name = flags.find((it) => it.name === 'name')?.text ?? imageReference({ text: imageText.text, span: { start: 0, end: imageText.text.length } }).name.text;
  return {
    name: serviceName(name),
    entries: entries.sort((a, b) => place(a) - place(b)).map((entry) => ({ ...entry, ...(ko.why(entry.key) !== undefined && { why: ko.why(entry.key) ?? '' }) })),
    lost: into.lost,
    networks: [...new Set(networking.names)],
    volumes: [...into.names].map((it) => ({ name: it, ...(driver && { driver: driver.text }) })),
  };
}

/** The flags with values that Compose can read; others are named. */
function readFlags(line: Line, lost: string[]): readonly ReadFlag[] {
  return line.flags.flatMap((use): ReadFlag[] => {
    const { name, value, written } = use;
    const shown = oneLine(value ? `${written} ${line.raw(value.span)}` : written);
    if (name === undefined) {
      lost.push(ko.unknown(use.written));
      return [];
    }
    const { text, isComputed } = value ? valueOf(sourceOf(line, use)) : { text: '', isComputed: false };
    if (isComputed || use.lacks) {
      lost.push(isComputed ? ko.computed(shown) : ko.unreadable(shown));
      return [];
    }
    return [{ use, name, text, shown }];
  });
}

/** A value as it stands in the file; one that hangs on its flag may share the quotes of the whole word: `"--name=web 1"`. */
function sourceOf(line: Line, { value, word }: FlagUse): string {
  if (!value) return '';
  const isQuotedWhole = /^["']/.test(line.raw(word.span)) && value.span.start > word.span.start && value.span.end <= word.span.end;
  return isQuotedWhole ? value.text : line.raw(value.span);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function gather({ name, text, shown }: ReadFlag, into: Gathered, isHost: boolean): void {
  const { scalars, lists, lost } = into;
  if (Object.hasOwn(SCALARS, name)) {
    const { key, write } = SCALARS[name] ?? { key: name, write: scalar };
    const value = write(text);
    if (value === undefined) lost.push(ko.unreadable(shown));
    else scalars.set(key, value);
  } else if (Object.hasOwn(LISTS, name)) {
    const { key, write } = LISTS[name] ?? { key: name, write: scalar };
    const value = write(text);
    if (key === 'ports' && isHost) lost.push(ko.onHost(shown));
    else if (typeof value === 'string') lists.set(key, [...(lists.get(key) ?? []), value]);
  } else if (Object.hasOwn(MAPS, name)) putPair(into, MAPS[name] ?? name, text, quoted);
  else if (name === 'entrypoint') scalars.set('entrypoint', { kind: 'list', items: text === '' ? [] : [quoted(text)], flow: true });
  else if (name === 'log-driver') put(into, 'logging', 'driver', scalar(text));
  else if (name === 'log-opt') putLogOption(into, text);
  else if (name === 'no-healthcheck') put(into, 'healthcheck', 'disable', 'true');
  else if (Object.hasOwn(HEALTH, name)) {
    const { key, write } = HEALTH[name] ?? { key: name, write: scalar };
    const value = write(text);
    if (value === undefined) lost.push(ko.unreadable(shown));
    else put(into, 'healthcheck', key, value);
  } else if (name === 'ulimit') {
    const read = ulimit(text);
    if (read) put(into, 'ulimits', read.key, read.value);
    else lost.push(ko.unreadable(shown));
  } else if (name === 'volume' || name === 'mount') {
    const read = name === 'volume' ? volumeOf(text) : mountOf(text);
    if (!read) lost.push(ko.unreadable(shown));
    else {
      into.volumes.push(read.node);
      if (read.volume !== undefined) into.names.add(read.volume);
    }
  } else if (name === 'blkio-weight') into.devices.set('weight', [text]);
  else if (Object.hasOwn(DEVICES, name)) putDevice(into, name, text, shown);
  else if (name === 'gpus') {
    const value = gpus(text);
    if (value === undefined) lost.push(ko.unreadable(shown));
    else scalars.set('gpus', value);
  } else if (!/^(?:network|net|network-alias|net-alias|ip6?|link-local-ip|volume-driver)$/.test(name)) lost.push(ko.lost(shown, name));
}

const put = ({ maps }: Gathered, group: string, key: string, value: Node) => {
  maps.set(group, (maps.get(group) ?? new Map()).set(key, value));
};

function putPair(into: Gathered, group: string, text: string, write: (text: string) => string): void {
  const equals = text.indexOf('=');
  put(into, group, equals < 0 ? text : text.slice(0, equals), write(equals < 0 ? '' : text.slice(equals + 1)));
}

function putLogOption(into: Gathered, text: string): void {
  const logging = into.maps.get('logging') ?? new Map<string, Node>();
  const before = logging.get('options');
  const [, key = text, value = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  const known = typeof before === 'object' && before.kind === 'map' ? before.entries : [];
  put(into, 'logging', 'options', map(...known.filter((it) => it.key !== key), { key, value: quoted(value) }));
}

/** `/dev/sda:1mb` */
function putDevice({ devices, lost }: Gathered, name: string, text: string, shown: string): void {
  const [group, key] = DEVICES[name] ?? [name, name];
  const colon = text.lastIndexOf(':');
  if (colon < 0) lost.push(ko.unreadable(shown));
  else
    devices.set(group, [
      ...(devices.get(group) ?? []),
      map({ key: 'path', value: scalar(text.slice(0, colon)) }, { key, value: scalar(text.slice(colon + 1)).replace(/^"(\d\w*)"$/, '$1') }),
    ]);
}

/** `all`, `2`, `"device=0,1"`. */
function gpus(text: string): Node | undefined {
  const plain = text.replace(/^"|"$/g, '');
  if (plain === 'all') return 'all';
  if (/^\d+$/.test(plain)) return list(map({ key: 'count', value: plain }));
  const ids = /^device=([\w:.-]+(?:,[\w:.-]+)*)$/.exec(plain)?.[1];
  return ids === undefined ? undefined : list(map({ key: 'device_ids', value: { kind: 'list', items: ids.split(',').map(quoted), flow: true } }));
}

/** Each once; of a variable the last, as Docker does it. */
function listOf(key: string, items: readonly string[]): List {
  const nameOf = (item: string) => (key === 'environment' ? item.replace(/^"/, '').replace(/[="].*$/s, '') : item);
  return list(...items.filter((item, i) => !items.some((other, j) => j > i && nameOf(other) === nameOf(item))));
}

const mapOf = (own: ReadonlyMap<string, Node>): Node => map(...[...own].map(([key, value]) => ({ key, value })));

function commandOf({ inner, raw }: Line, lost: string[]): Node | undefined {
  const words = inner.map(({ span }) => valueOf(raw(span)));
  if (words.length === 0) return undefined;
  if (words.some(({ isComputed }) => isComputed)) {
    lost.push(ko.computed(oneLine(inner.map(({ span }) => raw(span)).join(' '))));
    return undefined;
  }
  return { kind: 'list', items: words.map(({ text }) => quoted(text)), flow: true };
}

/** A name that Compose takes for a service. */
const serviceName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '') || 'app';
