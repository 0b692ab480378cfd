import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const contentRoot = path.resolve(import.meta.dirname, '../../server/content');

/** A fenced block of a lesson. */
export interface Fence {
  readonly language: string;
  readonly label: string | undefined;
  readonly text: string;
}

export interface Lesson {
  readonly topic: string;
  readonly file: string;
  readonly lines: readonly string[];
  /** Lines between title and the two closing lines, up to the first `##`. */
  readonly hover: readonly string[];
  /** Everything outside fences, between the title and the closing lines. */
  readonly prose: string;
  readonly fences: readonly Fence[];
}

export const lessons: readonly Lesson[] = readdirSync(contentRoot, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
  .map((entry) => path.join(entry.parentPath, entry.name))
  .sort()
  .map(read);

function read(file: string): Lesson {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const body = lines.slice(1, -2).filter((line) => !line.startsWith('검색어: '));
  const end = body.findIndex((line) => line.startsWith('## '));
  const fences: Fence[] = [];
  const prose: string[] = [];
  let open: { language: string; label: string | undefined; lines: string[] } | undefined;
  for (const line of body) {
    const mark = /^\s*```(.*)$/.exec(line);
    if (mark && open) {
      fences.push({ language: open.language, label: open.label, text: `${open.lines.join('\n')}\n` });
      open = undefined;
    } else if (mark) {
      const [language = '', label] = (mark[1] ?? '').trim().split(/\s+/);
      open = { language, label, lines: [] };
    } else if (open) open.lines.push(line);
    else prose.push(line);
  }
  return {
    topic: path.relative(contentRoot, file).replace(/\\/g, '/').replace(/\.md$/, ''),
    file,
    lines,
    hover: body.slice(0, end < 0 ? undefined : end).filter((line) => line.trim() !== ''),
    prose: prose.join('\n'),
    fences,
  };
}
