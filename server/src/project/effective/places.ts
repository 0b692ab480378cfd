import { resolvePath } from '../paths.ts';
import { type MapValue, mapEntries, type ScalarValue, text, textOf, type Value, withEntries } from './value.ts';

/** Where relative paths of a file are seen from. */
export interface Base {
  /** Address of a folder, with a slash behind it. */
  readonly folder: string;
  /** The home folder as a path, which `~` means; absent where nobody knows it. */
  readonly home?: string;
}

/** The path that a file's address means on its machine: `/shop/web`, `C:/shop/web`. */
export function pathOf(address: string): string {
  const path = decoded(address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, ''));
  return path.replace(/^\/(?=[A-Za-z]:)/, '');
}

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray `%` in a name.
    return text;
  }
};

/** A path without `.`, `..` and doubled slashes, as Go's path.Clean has it. */
export function clean(path: string): string {
  const isAbsolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !isAbsolute) parts.push(part);
  }
  return `${isAbsolute ? '/' : ''}${parts.join('/')}` || '.';
}

const isWindows = (path: string) => /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\\\');

/** A path seen from a folder; one that is absolute already stays as it is written. */
export function absolute(path: string, { folder, home }: Base): string {
  const full = home !== undefined && /^~(?:\/|$)/.test(path) ? `${home}${path.slice(1)}` : path;
  if (full.startsWith('/') || isWindows(full) || full.startsWith('~')) return full;
  return clean(`${pathOf(folder)}/${full}`);
}

/** The address of a path, seen from a folder; nothing for what lies on the network or cannot be known. */
export const addressOf = (path: string, folder: string): string | undefined =>
  /^[A-Za-z]:[\\/]/.test(path) && /^file:\/\/\/[A-Za-z](?::|%3A)\//i.test(folder) ? resolvePath(folder, `/${path}`) : resolvePath(folder, path);

/** A build context that is no folder: a repository, an archive on the network, an image. */
export const isRemote = (context: string): boolean => context.includes('://') || /^(?:https?:\/\/|git:\/\/|ssh:\/\/|github\.com\/|git@)/.test(context);

type Change = (value: ScalarValue) => ScalarValue;

/** A project with every path that is written in it made absolute. compose-go: paths/resolve.go */
export function withAbsolutePaths(document: MapValue, base: Base): MapValue {
  const path: Change = (it) => (it.is === 'string' ? { ...it, text: absolute(it.text, base) } : it);
  const context: Change = (it) => (isRemote(it.text) ? it : path(it));
  return mapEntries(document, (section, name) => {
    if (section.kind !== 'map') return section;
    if (name === 'services') return mapEntries(section, (service) => (service.kind === 'map' ? ofService(withContext(service), path, context) : service));
    if (name === 'secrets' || name === 'configs') return mapEntries(section, (it) => changed(it, { file: path }));
    return name === 'volumes' ? mapEntries(section, (it) => driverOptions(it, path)) : section;
  });
}

/** A build without a context is made in the project's folder. */
function withContext(service: MapValue): MapValue {
  const build = service.entries.get('build');
  return build?.kind === 'map' && !build.entries.has('context') ? withEntries(service, { build: withEntries(build, { context: text('.') }) }) : service;
}

/** A service with every path that is written in it made absolute. */
export function serviceWithAbsolutePaths(service: MapValue, base: Base): MapValue {
  const path: Change = (it) => (it.is === 'string' ? { ...it, text: absolute(it.text, base) } : it);
  return ofService(service, path, (it) => (isRemote(it.text) ? it : path(it)));
}

function ofService(service: MapValue, path: Change, context: Change): MapValue {
  return mapEntries(service, (value, key) => {
    switch (key) {
      case 'build':
        return inBuild(value, context);
      case 'env_file':
        return each(value, (item) => changed(item, { path }));
      case 'label_file':
        return each(value, (item) => (item.kind === 'scalar' ? path(item) : item));
      case 'extends':
        return changed(value, { file: path });
      case 'volumes':
        return each(value, (item) => (item.kind === 'map' && textOf(item.entries.get('type')) === 'bind' ? changed(item, { source: path }) : item));
      case 'develop':
        return value.kind === 'map' ? mapEntries(value, (it, name) => (name === 'watch' ? each(it, (item) => changed(item, { path })) : it)) : value;
      default:
        return value;
    }
  });
}

const SERVICE_CONTEXT = /^service:/;

function inBuild(value: Value, context: Change): Value {
  if (value.kind !== 'map') return value;
  return mapEntries(value, (it, key) => {
    if (key === 'context' && it.kind === 'scalar') return context(it);
    if (key === 'additional_contexts' && it.kind === 'map')
      return mapEntries(it, (other) => (other.kind === 'scalar' && !SERVICE_CONTEXT.test(other.text) ? context(other) : other));
    return it;
  });
}

/** A volume that is a folder of the host. */
function driverOptions(value: Value, path: Change): Value {
  if (value.kind !== 'map' || textOf(value.entries.get('driver')) !== 'local') return value;
  const options = value.entries.get('driver_opts');
  return options?.kind === 'map' && textOf(options.entries.get('o')) === 'bind' ? withEntries(value, { driver_opts: changed(options, { device: path }) }) : value;
}

const each = (value: Value, change: (item: Value) => Value): Value => (value.kind === 'list' ? { ...value, items: value.items.map(change) } : value);

const changed = (value: Value, changes: Readonly<Record<string, Change>>): Value =>
  value.kind === 'map'
    ? mapEntries(value, (it, key) => {
        const change = changes[key];
        return change && it.kind === 'scalar' ? change(it) : it;
      })
    : value;
