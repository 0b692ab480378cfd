import type { Source } from './languages.ts';

/** Files of other programs in which findings and links of a whole stack may stand. They have no rules of their own. */
const NEIGHBOURS = {
  nginx: /\.conf(?:\.template)?$/i,
  settings: /^(?:application|bootstrap)(?:-[\w.-]+)?\.(?:ya?ml|properties)$/i,
  web: /^(?:next|vite)\.config\.[cm]?[jt]s$/i,
  package: /^package\.json$/,
  gradle: /^build\.gradle(?:\.kts)?$/,
  pom: /^pom\.xml$/,
} as const;

export type Neighbour = keyof typeof NEIGHBOURS;

const isNeighbour = (name: string): name is Neighbour => Object.hasOwn(NEIGHBOURS, name);

/** What kind of neighbour a file is, by its name. */
export const neighbourOf = (name: string): Neighbour | undefined =>
  Object.keys(NEIGHBOURS)
    .filter(isNeighbour)
    .find((kind) => NEIGHBOURS[kind].test(name));

/** An open neighbour. Nothing is read of it before a stack that it is part of asks for its text. */
export function neighbourSource(language: Neighbour, text: string): Source {
  return {
    language,
    topicAt: () => undefined,
    takesCommentAbove: (offset) => takesCommentAbove(language, text, offset),
    ...(language === 'nginx' && { completionsAt: async (offset: number) => (await import('../nginx/features/completions.ts')).completionsAt(text, offset) }),
  };
}

/** Whether a line `# …` may stand above the line of a place: where `#` begins a comment and the line begins something. */
function takesCommentAbove(language: Neighbour, text: string, offset: number): boolean {
  if (language !== 'nginx' && language !== 'settings') return false;
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', start);
  const line = text.slice(start, newline < 0 ? text.length : newline);
  const isGoingOn = /\\\r?\n$/.test(text.slice(Math.max(0, start - 3), start));
  return language === 'nginx' ? /^\s*[a-z_]+\s/.test(line) : !isGoingOn && /^\s*(?:-\s+)?["']?[\w.[\]-]+["']?\s*[:=]/.test(line);
}
