import { type Completion, isEmptyBut, ofSnippet, outerLines } from '../../core/completion.ts';
import { imageReference } from '../../core/image.ts';
import { fitsImage, type Snippet, withChoices } from '../../core/snippet.ts';
import { snippets } from '../../generated/snippets.ts';
import { child, definition, definitions } from '../facts.ts';
import type { ComposeFile } from '../file.ts';
import { modelOf } from '../model.ts';
import { parse } from '../parse.ts';
import { type Declared, missing } from './declarations.ts';
import { type Place, placeAt, stepOf } from './place.ts';

/** What may be typed at `offset`: snippets that can be right there, each with what the file must define for it. */
export function completionsAt(file: ComposeFile, offset: number): readonly Completion[] {
  const text = file.blocks.map(({ block }) => block.text).join('');
  const place = placeAt(text, offset);
  if (!place) return [];
  const { word } = place;
  const isEmpty = isEmptyBut(text, word);
  const fitting = snippets.compose.filter((it) => (it.place === 'file' ? isEmpty && place.column === 0 : it.place === nameOf(place)) && addsNothingTwice(it, place));
  if (fitting.length === 0) return [];
  // Without the half-written word the file is what it was before it.
  const before = parse(text.slice(0, word.start) + ' '.repeat(word.end - word.start) + text.slice(word.end), file);
  const model = modelOf(before);
  const image = imageAt(before, place);
  const step = stepOf(text, place);
  const isLast = text.slice(word.end).trim() === '';
  return fitting.flatMap((snippet) => {
    const body = fitsImage(snippet, image) ? withNames(snippet, before, place) : undefined;
    if (body === undefined) return [];
    const declared: Declared = missing(model, snippet.declares ?? {}, step, isLast && word.start > 0);
    return [{ ...ofSnippet(snippet, word, place.column, indented(body, step)), ...declared }];
  });
}

/** The place as snippets name it; nothing where none of them belongs. */
function nameOf({ path, column }: Place): string | undefined {
  if (path.length === 0) return column === 0 ? 'top' : undefined;
  if (path[0] !== 'services' || path.includes('[]')) return undefined;
  return path.length === 1 ? 'services' : path.length === 2 ? 'services.*' : undefined;
}

/** What the image of the service that a place is in says of itself; nothing of one that is built. */
function imageAt(file: ComposeFile, { path }: Place): { readonly name?: string; readonly system?: string } {
  const image = child(definition(file, 'services', path[1] ?? '')?.entry.value, 'image');
  if (image?.kind !== 'scalar' || image.raw.text.includes('$')) return {};
  const { name, tag } = imageReference(image.raw);
  return { name: name.text, system: /alpine/.test(tag?.text ?? '') ? 'alpine' : 'other' };
}

const keysOf = ({ body }: Snippet) => outerLines(body).map((line) => line.slice(0, line.indexOf(':')));

/** A key may stand once only. */
const addsNothingTwice = (snippet: Snippet, { siblings }: Place) => siblings.size === 0 || !keysOf(snippet).some((key) => siblings.has(key));

/** The body with the names of the file it stands in; nothing where a name that it needs is missing. */
function withNames({ body, choose = {} }: Snippet, file: ComposeFile, { path }: Place): string | undefined {
  const services = definitions(file, 'services').filter(({ name }) => /^[\w.-]+$/.test(name) && name !== path[1]);
  let named = withoutOthers(
    body,
    services.map(({ name }) => name),
  );
  for (const [stop, which] of Object.entries(choose)) {
    const names = services.filter(({ entry }) => which !== 'healthy services' || child(entry.value, 'healthcheck')).map(({ name }) => name);
    if (names.length === 0) return undefined;
    named = withChoices(named, stop, [...new Set(names)]);
  }
  return named;
}

/** Leaves out of a service's `depends_on` what the file does not have. */
function withoutOthers(body: string, services: readonly string[]): string {
  if (!body.includes('\n\tdepends_on:')) return body;
  return body.replace(/\n\tdepends_on:((?:\n\t\t.*)+)/g, (_, entries: string) => {
    const kept = [...entries.matchAll(/\n\t\t([\w.-]+):(?:\n\t\t\t.*)*/g)].filter(([, name = '']) => services.includes(name));
    return kept.length === 0 ? '' : `\n\tdepends_on:${kept.map(([all]) => all).join('')}`;
  });
}

const indented = (body: string, step: number) => body.replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length * step));
