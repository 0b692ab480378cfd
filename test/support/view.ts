import { emptyView, type ProjectView } from '../../server/src/core/project-view.ts';
import { viewOf } from '../../server/src/project/view.ts';

/** What a compose file knows of the files that an example puts beside it; of a file that stands alone nothing is known. */
export function viewAround(around: Readonly<Record<string, string>>): ProjectView {
  const paths = Object.keys(around);
  if (paths.length === 0) return emptyView;
  const plain = (path: string) => path.replace(/^\.\//, '').replace(/\/$/, '');
  return {
    ...viewOf(paths.filter((path) => path === '.env').map((name) => ({ name, text: around[name] ?? '' }))),
    kindAt: (path) => (paths.includes(plain(path)) ? 'file' : paths.some((it) => it.startsWith(`${plain(path)}/`)) ? 'folder' : 'missing'),
  };
}
