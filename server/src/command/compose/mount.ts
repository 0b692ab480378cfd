import { type Entry, map, type Node, quoted, scalar } from './node.ts';
import { hostPath } from './value.ts';

const TRUE = /^(?:|true|1)$/;

/** `type=bind,source=./a,target=/b,readonly`. Nothing where an option has no place in a compose file, so that it is not lost silently. */
export function mountOf(text: string): { readonly node: Node; readonly volume?: string } | undefined {
  const options = text.split(',').map((part): readonly [string, string] => {
    const equals = part.indexOf('=');
    return equals < 0 ? [part.trim(), ''] : [part.slice(0, equals).trim(), part.slice(equals + 1)];
  });
  const own: Entry[] = [];
  const below = new Map<string, Entry[]>();
  const put = (group: string, key: string, value: string) => below.set(group, [...(below.get(group) ?? []), { key, value }]);
  let type = 'volume';
  let source: string | undefined;
  let target: string | undefined;
  for (const [name, value] of options) {
    if (name === 'type') type = value;
    else if (name === 'source' || name === 'src') source = value;
    else if (name === 'target' || name === 'destination' || name === 'dst') target = value;
    else if (name === 'readonly' || name === 'ro') own.push({ key: 'read_only', value: TRUE.test(value) ? 'true' : 'false' });
    else if (name === 'bind-propagation') put('bind', 'propagation', scalar(value));
    else if (name === 'volume-nocopy') put('volume', 'nocopy', TRUE.test(value) ? 'true' : 'false');
    else if (name === 'volume-subpath') put('volume', 'subpath', scalar(value));
    else if (name === 'image-subpath') put('image', 'subpath', scalar(value));
    else if (name === 'tmpfs-size') put('tmpfs', 'size', scalar(value).replaceAll('"', ''));
    else if (name === 'tmpfs-mode') put('tmpfs', 'mode', value.startsWith('0') ? value : `0${value}`);
    else if (name === 'consistency') own.push({ key: 'consistency', value: scalar(value) });
    else return undefined;
  }
  if (target === undefined || !/^(?:bind|volume|tmpfs|image|npipe)$/.test(type)) return undefined;
  const from = source === undefined ? [] : [{ key: 'source', value: scalar(type === 'bind' ? hostPath(relative(source)) : source) }];
  const entries = [{ key: 'type', value: type }, ...from, { key: 'target', value: scalar(target) }, ...own, ...[...below].map(([key, inner]) => ({ key, value: map(...inner) }))];
  return { node: map(...entries), ...(type === 'volume' && source !== undefined && isName(source) && { volume: source }) };
}

/** A bind mount is always a path, also `src`. */
const relative = (path: string): string => (/^[./~\\$]|^[A-Za-z]:/.test(path) ? path : `./${path}`);

export const isName = (source: string): boolean => /^[a-zA-Z0-9][\w.-]*$/.test(source);

/** `SOURCE:TARGET[:MODE]` or a path alone. */
export function volumeOf(text: string): { readonly node: Node; readonly volume?: string } {
  const [, drive = '', rest = ''] = /^([A-Za-z]:(?=[\\/]))?(.*)$/s.exec(text) ?? [];
  const colon = rest.replace(/\$\{[^}]*\}/g, (it) => '_'.repeat(it.length)).indexOf(':');
  if (colon < 0 && drive === '') return { node: /["\s]/.test(text) ? quoted(text) : scalar(text) };
  const source = drive + rest.slice(0, colon);
  const written = `${hostPath(source)}${rest.slice(colon)}`;
  return { node: scalar(written), ...(isName(source) && { volume: source }) };
}
