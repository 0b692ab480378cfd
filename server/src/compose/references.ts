import type { Word } from '../core/text.ts';
import { extendedBy } from './extends.ts';
import { child, textOf } from './facts.ts';
import type { Node } from './file.ts';
import { gatheredLists } from './gathered.ts';
import type { ComposeModel, Service } from './model.ts';
import { buildOf, mountsOf, scalarAt, scalarsUnder } from './services.ts';

/** A file or folder that a compose file points at. `span` counts from the file's start. */
export interface FileReference extends Word {
  readonly kind: 'include' | 'env_file' | 'label_file' | 'extends' | 'context' | 'dockerfile' | 'secret' | 'config' | 'bind';
  /** The context that a Dockerfile's path is seen from. */
  readonly from?: string;
}

/** Every path that a compose file points at, as it is written. */
export function filesOf(model: ComposeModel): FileReference[] {
  const found: FileReference[] = [];
  const add = (kind: FileReference['kind'], { text, span }: Word, start: number, from?: string) => {
    if (text !== '') found.push({ kind, text, span: { start: start + span.start, end: start + span.end }, ...(from !== undefined && { from }) });
  };
  for (const { section, key, value, start } of model.parts) {
    if (section === undefined && textOf(key) === 'include') for (const { kind, word } of included(value)) add(kind, word, start);
    const kind = section === 'secrets' ? 'secret' : section === 'configs' ? 'config' : undefined;
    const file = kind && scalarAt(value, 'file');
    if (kind && file) add(kind, file.raw, start);
  }
  for (const { service, answer } of filesIn(model)) for (const { kind, text, span, from } of answer) add(kind, { text, span }, service.start, from);
  return found;
}

/** The paths of one service; spans count from its start. */
export function filesUnder(service: Service): readonly FileReference[] {
  const { node } = service;
  const found: FileReference[] = [];
  const add = (kind: FileReference['kind'], { text, span }: Word, from?: string) => found.push({ kind, text, span, ...(from !== undefined && { from }) });
  for (const { word } of envFilesOf(node)) add('env_file', word);
  for (const file of scalarsUnder(node, 'label_file')) add('label_file', file.raw);
  const file = extendedBy(service)?.file;
  if (file) add('extends', file);
  const build = buildOf(service);
  if (build?.context) {
    add('context', build.context.raw);
    const dockerfile = scalarAt(build.settings, 'dockerfile');
    const isInline = child(build.settings, 'dockerfile_inline') !== undefined;
    if (!isInline) add('dockerfile', dockerfile?.raw ?? { text: 'Dockerfile', span: build.context.raw.span }, build.context.raw.text);
  }
  for (const { type, source } of mountsOf(service)) if (type === 'bind' && source) add('bind', source);
  return found;
}

const filesIn = gatheredLists(filesUnder);

/** The env files of a service, with what the long form says of each. */
export function envFilesOf(service: Node | undefined): readonly { readonly word: Word; readonly required: boolean; readonly isRaw: boolean }[] {
  const value = child(service, 'env_file');
  const items = value?.kind === 'sequence' ? value.items : value ? [value] : [];
  return items.flatMap((item) => {
    const scalar = item.kind === 'scalar' ? item : scalarAt(item, 'path');
    return scalar ? [{ word: scalar.raw, required: textOf(child(item, 'required')) !== 'false', isRaw: textOf(child(item, 'format')) === 'raw' }] : [];
  });
}

function included(value: Node | undefined): { readonly kind: 'include' | 'env_file'; readonly word: Word }[] {
  if (value?.kind !== 'sequence') return [];
  return value.items.flatMap((item) => {
    if (item.kind === 'scalar') return [{ kind: 'include' as const, word: item.raw }];
    const paths = scalarsUnder(item, 'path').map(({ raw }) => ({ kind: 'include' as const, word: raw }));
    return [...paths, ...scalarsUnder(item, 'env_file').map(({ raw }) => ({ kind: 'env_file' as const, word: raw }))];
  });
}

/** Names under which editors and people save a Dockerfile that Docker then does not find. */
export const misnamed = (dockerfile: string): readonly string[] =>
  ['.txt', '.dockerfile', '.md', '.yml']
    .map((ending) => `${dockerfile}${ending}`)
    .concat(dockerfile === 'Dockerfile' ? ['dockerfile', 'DockerFile', 'dockerfile.txt', 'dockerfile.dockerfile', 'dockerFile'] : []);
