import type { Files } from '../core/files.ts';
import { CHOICES, type ChoiceName, type Choices, isChoice, suggested, type Unusable, unusable } from '../project/new/choices.ts';
import { detect, encoded } from '../project/new/detect.ts';
import type { Found } from '../project/new/found.ts';
import { type NewFile, newProject, pathsOf, type Templates } from '../project/new/generate.ts';
import type { Secret } from '../project/new/values.ts';

export { CHOICES, type ChoiceName, type Choices, isChoice, type Unusable } from '../project/new/choices.ts';
export type { NewFile } from '../project/new/generate.ts';
export type { Secret } from '../project/new/values.ts';

/** What could be made in a folder. */
export interface Proposal {
  readonly choices: Choices;
  /** The folders of the projects that are there and taken in, empty for the root. */
  readonly existing: { readonly frontend?: string; readonly backend?: string };
  /** Why nothing can be made of the choices. */
  readonly unusable?: Unusable;
  readonly files: readonly NewFile[];
  readonly page: string;
}

/** The new project of a folder, whose address ends with a slash: what is wanted, and what suits the projects there for the rest. Writes nothing. */
export async function proposal(root: string, wanted: Readonly<Record<string, string>>, files: Files, templates: Templates, secret: Secret): Promise<Proposal> {
  const there = await detect(root, files);
  const choices = chosen(suggested(there), wanted);
  const existing = {
    ...(there.frontend?.kind === choices.frontend && { frontend: there.frontend.folder }),
    ...(there.backend?.kind === choices.backend && { backend: there.backend.folder }),
  };
  const reason = unusable(choices);
  if (reason) return { choices, existing, unusable: reason, files: [], page: '' };
  const found = await withTexts(root, there, pathsOf(choices, there, templates), files);
  return { choices, existing, ...newProject(choices, found, templates, secret) };
}

/** A word that can not be chosen is passed over. */
function chosen(suggestion: Choices, wanted: Readonly<Record<string, string>>): Choices {
  const pairs = Object.keys(CHOICES).flatMap((name) => {
    const word = wanted[name];
    return isName(name) && word !== undefined && isChoice(name, word) ? [[name, word]] : [];
  });
  return { ...suggestion, ...Object.fromEntries(pairs) };
}

const isName = (name: string): name is ChoiceName => name in CHOICES;

async function withTexts(root: string, found: Found, paths: readonly string[], files: Files): Promise<Found> {
  const texts = new Map<string, string | undefined>();
  for (const path of paths) {
    const uri = root + encoded(path);
    const text = await files.read(uri);
    // What is there and can not be read must not be written over either.
    if (text !== undefined || (await files.stat(uri)) !== 'missing') texts.set(path, text);
  }
  return { ...found, texts };
}
