import { patternOf, variableOf, withMissingLines } from './added.ts';
import type { Choices } from './choices.ts';
import { expand, holds, type Values, withoutLastCommas } from './expand.ts';
import type { Found } from './found.ts';
import { PIECES, type Piece } from './pieces.ts';
import { roleValues, type Secret, valuesOf } from './values.ts';

/** The templates by their path under `snippets/templates`. */
export type Templates = Readonly<Record<string, string>>;

/** A file of a new project, by its path from the root. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  /** `adds`: it is there, and lines come to its end; `exists`: it is there and says something else, so that somebody must decide. */
  readonly kind: 'new' | 'adds' | 'exists';
  /** What is there now, where it can be read. */
  readonly before?: string;
}

export interface NewProject {
  readonly files: readonly NewFile[];
  /** Markdown: the four steps with their commands. */
  readonly page: string;
}

/** The files that these choices make beside what is there, and the page that says what to do with them. The same choices make the same files, but for the passwords. */
export function newProject(choices: Choices, found: Found, templates: Templates, secret: Secret): NewProject {
  const values = valuesOf(choices, found);
  const drafts = filesOf(choices, found, templates, { ...values, example: false, password: secret(), rootPassword: secret() });
  return { files: drafts.flatMap((it) => settled(it, found)), page: pageOf(values, drafts, choices, templates) };
}

/** The paths that these choices may write, whether they are there or not. */
export const pathsOf = (choices: Choices, found: Found, templates: Templates): string[] =>
  filesOf(choices, found, templates, { ...valuesOf(choices, found), example: false, password: '', rootPassword: '' }).map(({ path }) => path);

interface Draft {
  readonly path: string;
  readonly text: string;
}

function filesOf(choices: Choices, found: Found, templates: Templates, values: Values): Draft[] {
  const part = (name: string) => templates[`parts/${name}`];
  const drafts: Draft[] = [];
  const add = (path: string, template: string, own: Values) => {
    const text = expand(template, { ...values, ...own }, choices.comments, part);
    if (text !== '') drafts.push({ path, text: path.endsWith('.json') ? withoutLastCommas(text) : text });
  };
  for (const piece of PIECES) {
    if (piece.when !== undefined && !holds(piece.when, values)) continue;
    const own = piece.into === 'frontend' || piece.into === 'backend' ? roleValues(piece.into, choices, found) : {};
    for (const [name, template] of Object.entries(templates)) {
      if (!name.startsWith(`${piece.from}/`)) continue;
      const file = name.slice(piece.from.length + 1);
      const path = folderOf(piece, values) + (file === 'compose.yaml' ? choices.file : file);
      if (file === '.env.example') {
        add('.env.example', template, { example: true, password: EXAMPLE_PASSWORD, rootPassword: EXAMPLE_PASSWORD });
        add('.env', template, {});
      } else add(path, template, own);
    }
  }
  // Dockerfiles copy the folder, also where a project has none.
  if (choices.frontend === 'next' && found.frontend?.kind === 'next' && !found.frontend.hasPublic) drafts.push({ path: `${found.frontend.folder}public/.gitkeep`, text: '' });
  return drafts;
}

const EXAMPLE_PASSWORD = 'change-this-password';

function folderOf({ into }: Piece, values: Values): string {
  if (into === 'root') return '';
  return into === 'nginx' ? 'nginx/' : String(values[`${into}Folder`]);
}

/** What becomes of a file that is there: nothing where it says the same already. */
function settled({ path, text }: Draft, { texts }: Found): NewFile[] {
  if (!texts.has(path)) return [{ path, text, kind: 'new' }];
  const before = texts.get(path);
  if (before === undefined) return [{ path, text, kind: 'exists' }];
  if (before === text) return [];
  const keyOf = path === '.gitignore' ? patternOf : /^\.env(?:\.example)?$/.test(path) ? variableOf : undefined;
  if (!keyOf) return [{ path, text, kind: 'exists', before }];
  const added = withMissingLines(before, text, keyOf);
  return added === before ? [] : [{ path, text: added, kind: 'adds', before }];
}

function pageOf(values: Values, drafts: readonly Draft[], choices: Choices, templates: Templates): string {
  const isDockerfile = (path: string) => /(?:^|\/)Dockerfile$/.test(path);
  const dockerfiles = drafts.filter(({ path }) => isDockerfile(path)).map(({ path }) => `\`${path}\``);
  return expand(templates['steps.md'] ?? '', { ...values, dockerfiles: dockerfiles.join(', ') }, choices.comments === 'none' ? 'short' : choices.comments);
}
