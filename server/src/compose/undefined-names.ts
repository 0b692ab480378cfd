import { nearest } from '../core/nearest.ts';
import type { ProjectView } from '../core/project-view.ts';
import { type Finding, type Fix, placed, replace, type Severity } from '../core/rule.ts';
import type { Span, Word } from '../core/text.ts';
import { declaration } from './declare.ts';
import { definedIn, isFragment } from './fragment.ts';
import type { Gathered } from './gathered.ts';
import type { ComposeModel, ResourceSection, Service } from './model.ts';
import { profilesOf } from './services.ts';

/** The words of a rule about names that are used but nowhere defined. */
export interface UndefinedWords {
  readonly missing: (name: string, service: string) => string;
  readonly meant: (name: string, other: string) => string;
  readonly declare: (name: string) => string;
  readonly rename: (other: string) => string;
  readonly defined: (other: string) => string;
}

/** A use of a name of a section by a service. */
interface Use extends Word {
  readonly service: Service;
}

/** Uses of names that neither this file nor its project defines. Nothing in a file that is made to be merged with others. */
export function* undefinedNames(
  model: ComposeModel,
  project: ProjectView,
  section: ResourceSection,
  uses: readonly Gathered<readonly Word[]>[],
  words: UndefinedWords,
  lines?: readonly string[],
): Generator<Finding> {
  const [here, elsewhere] = [definedIn(model, section), project.namesIn(section)];
  const all: Use[] = [];
  for (const { service, answer } of uses) {
    for (const { text, span } of answer) if (!here.has(text) && !elsewhere.has(text) && text !== '' && !text.includes('$')) all.push({ text, span, service });
  }
  if (all.length === 0) return;
  const known = new Set([...here, ...elsewhere]);
  const firsts = new Map<string, Use>();
  for (const use of all) if (!firsts.has(use.text) && profilesOf(use.service).length === 0) firsts.set(use.text, use);
  const said = new Set<string>();
  for (const { service, text, span } of all) {
    if (isFragment(model, project)) return;
    const other = nearest(text, known);
    // A name that is only missing is missing once, where Compose comes upon it; one that is misspelt is so at every place.
    const first = firsts.get(text);
    if (!other && (said.has(text) || (first && first.service !== service))) continue;
    said.add(text);
    const message = other ? words.meant(text, other) : words.missing(text, service.name);
    const rename: Fix[] = other ? [{ title: words.rename(other), edits: [replace(shiftOf(service, span), other)] }] : [];
    const edit = declaration(model, section, text, lines);
    const declare: Fix[] = edit ? [{ title: words.declare(text), edits: [edit] }] : [];
    const definition = model.resources[section].find(({ name }) => name === other);
    const related = definition
      ? { related: [{ at: { start: definition.start + definition.key.span.start, end: definition.start + definition.key.span.end }, message: words.defined(definition.name) }] }
      : {};
    yield { ...placed(service.start, { at: span, message, ...weight(service) }), fixes: [...rename, ...declare], ...related };
  }
}

const shiftOf = ({ start }: Service, span: Span): Span => ({ start: start + span.start, end: start + span.end });

/** Compose looks into a service that a profile switches on only once it is: until then the file is not refused for it. */
export const weight = (...services: readonly Service[]): { readonly severity?: Severity } =>
  services.some((service) => profilesOf(service).length > 0) ? { severity: 'warning' } : {};
