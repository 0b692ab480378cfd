import { type Facts, stageAt, stageNamed } from './facts.ts';

/** The working directory at `offset`, as far as the file says: of this stage, or of the stage it is built on. */
export function workdirAt(facts: Facts, offset: number): string | undefined {
  const stage = stageAt(facts, offset);
  if (!stage) return undefined;
  const parent = stage.image && stageNamed(facts, stage.image.text, stage.index);
  let directory = parent && workdirAt(facts, (parent.instructions.at(-1)?.start ?? 0) + 1);
  for (const { start, block } of stage.instructions) {
    if (start >= offset) break;
    const path = block.keyword === 'WORKDIR' ? block.args.map(({ text }) => text).join(' ') : '';
    if (path === '' || path.includes('$')) directory = path === '' ? directory : undefined;
    else if (path.startsWith('/')) directory = join('/', path);
    else if (directory) directory = join(directory, path);
  }
  return directory;
}

/** Joins two POSIX paths, resolving `.` and `..`; keeps a `/` at the end, which COPY understands. */
export function join(base: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${base}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}${/(?:^|\/)\.?$/.test(path) && parts.length > 0 ? '/' : ''}`;
}
