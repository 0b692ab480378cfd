import type { Files } from '../core/files.ts';
import { folderOf } from './paths.ts';

/** How many folders above the file are looked at. */
const HEIGHT = 8;

/**
 * Whether Git would take the `.env` of a folder: the folder belongs to a repository, and no `.gitignore` up to its root names the file.
 * Patterns that match in another way than by the file's own name are left out. https://git-scm.com/docs/gitignore
 */
export async function takesEnvFile(folder: string, files: Files): Promise<boolean> {
  for (let at = folder, i = 0; i < HEIGHT; i++) {
    const ignored = await files.read(`${at}.gitignore`);
    if (ignored !== undefined && ignores(ignored, i === 0)) return false;
    const git = await files.stat(`${at}.git`);
    if (git === 'folder' || git === 'file') return true;
    const above = folderOf(at.replace(/\/$/, ''));
    if (above === at || !/\/$/.test(above) || above.endsWith('//')) return false;
    at = above;
  }
  return false;
}

/** The last line that names the file decides. */
function ignores(text: string, isBeside: boolean): boolean {
  const last = text.split(/\r?\n/).findLast((line) => (isBeside ? BESIDE : ABOVE).test(line.trim()));
  return last !== undefined && !last.trim().startsWith('!');
}

const ABOVE = /^!?(?:\*\*\/)?(?:\.env|\*\.env|\.env\*|\.\*|\*)$|[^/!]\/\.env\*?$/;
const BESIDE = /^!?(?:\/|\*\*\/)?(?:\.env|\*\.env|\.env\*|\.\*|\*)$/;
