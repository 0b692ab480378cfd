import { modelOf } from '../../server/src/compose/model.ts';
import { parse } from '../../server/src/compose/parse.ts';
import type { FileKind, Files } from '../../server/src/core/files.ts';
import { emptyView, type ProjectView } from '../../server/src/core/project-view.ts';
import { loadProject } from '../../server/src/project/load.ts';

/** A folder in memory at `file:///shop/`, by path. */
export function filesIn(files: Readonly<Record<string, string>>): Files {
  const pathOf = (uri: string) => decodeURIComponent(uri.replace(/^file:\/\/\/shop\/?/, '').replace(/\/$/, ''));
  return {
    read: async (uri) => files[pathOf(uri)],
    async stat(uri): Promise<FileKind | undefined> {
      const path = pathOf(uri);
      if (files[path] !== undefined) return 'file';
      return path === '' || Object.keys(files).some((it) => it.startsWith(`${path}/`)) ? 'folder' : 'missing';
    },
    async list(uri) {
      const path = pathOf(uri);
      const inside = path === '' ? '' : `${path}/`;
      const below = Object.keys(files)
        .filter((it) => it.startsWith(inside))
        .map((it) => it.slice(inside.length).split('/'));
      const kinds = new Map(below.map(([name = '', ...rest]) => [name, rest.length > 0 ? ('folder' as const) : ('file' as const)]));
      return kinds.size === 0 ? undefined : [...kinds].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}

/** What a compose file knows of the files that an example puts beside it; of a file that stands alone nothing is known. */
export async function viewAround(text: string, around: Readonly<Record<string, string>>, name = 'compose.yaml'): Promise<ProjectView> {
  if (Object.keys(around).length === 0) return emptyView;
  return (await loadProject(`file:///shop/${name}`, modelOf(parse(text)), filesIn({ ...around, [name]: text }))).view;
}
