/** The folder of a file, with a slash behind it. */
export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1);

export const nameOf = (uri: string): string => decode(uri.slice(uri.lastIndexOf('/') + 1));

const decode = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray `%` in a name.
    return text;
  }
};

/**
 * The place that a path of a compose file means, seen from `folder`. Nothing for a home folder, a variable, or an address on the network.
 * Backslashes are taken as Windows has them.
 */
export function resolvePath(folder: string, path: string): string | undefined {
  if (
    path === '' ||
    // Half a character is no address.
    /\p{Surrogate}/u.test(path) ||
    path.startsWith('~') ||
    path.includes('$') ||
    /^(?:https?|git|ssh|oci|service|docker-image|target):/i.test(path) ||
    /^[a-z]:[\\/]/i.test(path) ||
    /^[\w.-]+@[\w.-]+:|\.git(?:#|$)/.test(path)
  )
    return undefined;
  const scheme = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(folder)?.[0] ?? '';
  const plain = path.replaceAll('\\', '/');
  const from = plain.startsWith('/') ? [] : folder.slice(scheme.length).split('/').slice(0, -1);
  const parts: string[] = from.filter((part) => part !== '');
  for (const part of plain.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(encodeURIComponent(part));
  }
  return `${scheme}/${parts.join('/')}`;
}
