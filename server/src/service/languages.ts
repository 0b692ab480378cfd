import * as command from '../command/index.ts';
import * as compose from '../compose/index.ts';
import type { Hit } from '../core/language.ts';
import { emptyView, type ProjectView } from '../core/project-view.ts';
import * as dockerfile from '../dockerfile/index.ts';

/** A document of one of our languages, parsed at most once. */
export interface Source {
  readonly language: Language;
  topicAt(offset: number, project?: ProjectView): Hit | undefined;
}

export type Language = 'dockerfile' | 'compose' | 'shell' | 'markdown';

/** The language of a document by what the editor calls it, or for plain YAML by its file name. */
export function languageOf(languageId: string, uri: string): Language | undefined {
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  switch (languageId) {
    case 'dockerfile':
      return 'dockerfile';
    case 'dockercompose':
      return 'compose';
    case 'yaml':
      return /^(?:docker-)?compose[\w.-]*\.ya?ml$/i.test(name) ? 'compose' : undefined;
    case 'shellscript':
    case 'bash':
    case 'sh':
      return 'shell';
    case 'markdown':
      return 'markdown';
    default:
      return undefined;
  }
}

/** A parsed document; `previous` is the version before, whose unchanged blocks are taken over. */
export function sourceOf(language: Language, text: string, previous?: Source): Source {
  switch (language) {
    case 'dockerfile': {
      const file = dockerfile.parse(text, previous && files.dockerfile.get(previous));
      return keep('dockerfile', file, { language, topicAt: (offset) => dockerfile.topicAt(file, offset) });
    }
    case 'compose': {
      const file = compose.parse(text, previous && files.compose.get(previous));
      return keep('compose', file, { language, topicAt: (offset, project = emptyView) => compose.topicAt(file, offset, project) });
    }
    default: {
      const file = command.parse(text, language);
      return { language, topicAt: (offset) => command.topicAt(file, offset) };
    }
  }
}

// What a source was made from, for the next version of its document; gone with the source.
const files = {
  dockerfile: new WeakMap<Source, dockerfile.DockerfileFile>(),
  compose: new WeakMap<Source, compose.ComposeFile>(),
};

function keep<K extends keyof typeof files>(kind: K, file: Parameters<(typeof files)[K]['set']>[1], source: Source): Source {
  (files[kind] as WeakMap<Source, typeof file>).set(source, file);
  return source;
}
