import { remembered } from '../core/remember.ts';
import type { Word } from '../core/text.ts';
import { child, textOf } from './facts.ts';
import type { Mapping, Scalar } from './file.ts';
import { gatheredLists } from './gathered.ts';
import type { Service } from './model.ts';
import { type Reference, referencesUnder, scalarAt, scalarsUnder } from './services.ts';

/** A service that another one needs to be there before it starts. */
export interface ServiceLink extends Word {
  readonly key: 'depends_on' | 'links' | 'volumes_from' | 'network_mode' | 'pid' | 'ipc' | 'cgroup' | 'additional_contexts';
  /** `required: false`: Compose goes on where it is switched off. It must be defined all the same. */
  readonly optional: boolean;
}

/** The services that a service names, wherever a key may name one. Names that hold a variable are left out. */
export const linksOf = ({ node }: Service): readonly ServiceLink[] => (node ? linksIn(node) : []);

const linksIn = remembered((node: Mapping): readonly ServiceLink[] => {
  const found: ServiceLink[] = [];
  const add = (key: ServiceLink['key'], word: Word, optional = false) => {
    if (word.text !== '' && !word.text.includes('$')) found.push({ ...word, key, optional });
  };
  for (const dependency of referencesUnder(node, 'depends_on')) add('depends_on', dependency, isOptional(dependency));
  for (const link of scalarsUnder(node, 'links')) add('links', upTo(link, ':'));
  for (const from of scalarsUnder(node, 'volumes_from')) if (!textOf(from).startsWith('container:')) add('volumes_from', upTo(from, ':'));
  for (const key of ['network_mode', 'pid', 'ipc'] as const) {
    const scalar = scalarAt(node, key);
    const word = scalar && behind(scalar, 'service:');
    if (word) add(key, word);
  }
  const contexts = child(child(node, 'build'), 'additional_contexts');
  const values = contexts?.kind === 'mapping' ? contexts.entries.map(({ value }) => value) : contexts?.kind === 'sequence' ? contexts.items : [];
  for (const value of values) {
    const at = value?.kind === 'scalar' ? value.raw.text.lastIndexOf('service:') : -1;
    if (value?.kind === 'scalar' && (at === 0 || value.raw.text[at - 1] === '=')) add('additional_contexts', cut(value, at + 'service:'.length));
  }
  return found;
});

/** The services that name others. */
export const linking = gatheredLists(linksOf);

const isOptional = ({ settings }: Reference) => textOf(child(settings, 'required')) === 'false';

const cut = ({ raw: { text, span } }: Scalar, from: number, to = text.length): Word => ({ text: text.slice(from, to), span: { start: span.start + from, end: span.start + to } });

function upTo(scalar: Scalar, sign: string): Word {
  const end = scalar.raw.text.indexOf(sign);
  return cut(scalar, 0, end < 0 ? undefined : end);
}

const behind = (scalar: Scalar, prefix: string): Word | undefined => (scalar.raw.text.startsWith(prefix) ? cut(scalar, prefix.length) : undefined);
