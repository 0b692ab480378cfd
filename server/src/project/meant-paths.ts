import type { Files } from '../core/files.ts';
import { nearest } from '../core/nearest.ts';
import { folderOf, nameOf, resolvePath } from './paths.ts';

/**
 * The path that may be meant by one where nothing stands: of what is nearly so called in the same folder, or, seen from a build
 * context, of a Dockerfile that lies in the context itself. `seen` gets to know the folders that were listed.
 */
export async function meantPath(base: string, text: string, kind: 'context' | 'dockerfile' | 'bind', files: Files, seen: Set<string>): Promise<string | undefined> {
  const place = resolvePath(base, text.replace(/\/+$/, ''));
  if (place === undefined) return undefined;
  const beside = await namesIn(folderOf(place));
  const last = decodeURIComponent(nameOf(place));
  const near = nearest(last, beside);
  if (near !== undefined && text.includes(last)) return text.slice(0, text.lastIndexOf(last)) + near;
  const own = kind === 'dockerfile' ? await namesIn(base) : [];
  return [last, 'Dockerfile'].find((name) => name !== text && own.includes(name));

  async function namesIn(folder: string): Promise<readonly string[]> {
    seen.add(folder);
    const entries = (await files.list(folder)) ?? [];
    return entries.filter((it) => it.kind === (kind === 'context' ? 'folder' : 'file')).map(({ name }) => name);
  }
}
