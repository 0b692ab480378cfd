import { mountOf } from '../../compose/grammar/mounts.ts';
import { portsOf } from '../../compose/grammar/ports.ts';
import { boolean, emptyMap, integer, isText, list, map, type ScalarValue, text, type Value } from './value.ts';

type Kind = 'port' | 'volume' | 'secret' | 'config' | 'build-secret' | 'device' | 'env-file';

/** Writes the items of a list in full that are in the short syntax; one that Compose refuses stays as it is. */
export const canonicalItems =
  (kind: Kind) =>
  (value: Value): Value =>
    value.kind === 'list'
      ? list(
          value.items.flatMap((item) => (isText(item) ? long[kind](item) : [item])),
          value,
        )
      : value;

/** Pairs of key and value; what is `undefined` is left out. */
const record = (like: ScalarValue, entries: Readonly<Record<string, Value | undefined>>): Value =>
  map(
    Object.entries(entries).flatMap(([key, value]) => (value ? [[key, value] as const] : [])),
    like,
  );

const long: Readonly<Record<Kind, (item: ScalarValue) => readonly Value[]>> = {
  port(item) {
    const ports = portsOf(item.text);
    if (ports.length === 0) return [item];
    return ports.map(({ mode, hostIp, target, published, protocol }) =>
      record(item, {
        mode: text(mode, item),
        host_ip: hostIp === undefined ? undefined : text(hostIp, item),
        target: integer(target, item),
        published: published === undefined ? undefined : text(published, item),
        protocol: text(protocol, item),
      }),
    );
  },
  volume(item) {
    const mount = mountOf(item.text);
    if (!mount) return [item];
    const { type, source, target, readOnly, noCopy, selinux, propagation } = mount;
    const bind = {
      propagation: propagation === undefined ? undefined : text(propagation, item),
      create_host_path: type === 'bind' ? boolean(true, item) : undefined,
      selinux: selinux === undefined ? undefined : text(selinux, item),
    };
    const hasBind = Object.values(bind).some((it) => it !== undefined);
    const volume = noCopy ? record(item, { nocopy: boolean(true, item) }) : type === 'volume' ? { ...emptyMap, ...(item.from && { from: item.from }) } : undefined;
    return [
      record(item, {
        type: text(type, item),
        source: source === undefined ? undefined : text(source, item),
        target: text(target, item),
        read_only: readOnly ? boolean(true, item) : undefined,
        bind: hasBind ? record(item, bind) : undefined,
        volume,
      }),
    ];
  },
  secret: (item) => [record(item, { source: text(item.text, item) })],
  config: (item) => [record(item, { source: text(item.text, item) })],
  'build-secret': (item) => [record(item, { source: text(item.text, item) })],
  device(item) {
    const [source = '', target = source, permissions = 'rwm', more] = item.text.split(':');
    if (more !== undefined) return [item];
    return [record(item, { source: text(source, item), target: text(target, item), permissions: text(permissions, item) })];
  },
  'env-file': (item) => [record(item, { path: text(item.text, item), required: boolean(true, item) })],
};
