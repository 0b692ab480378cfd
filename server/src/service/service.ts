import type { Hover as LspHover, Position } from 'vscode-languageserver-types';
import type { ProjectView } from '../core/project-view.ts';
import { rooms, topicNamed } from '../generated/topics.ts';
import { viewOf } from '../project/view.ts';
import { Documents } from './documents.ts';
import { hoverOf } from './hover.ts';
import { type LinkTo, type LoadLessons, page, roomOf } from './lesson.ts';
import { type Entry, type Found, indexOf, search } from './search.ts';

/** What the service needs of the place it runs in. */
export interface World {
  /** The text of a file beside the open ones; nothing where there is none or it may not be read. */
  read(uri: string): Promise<string | undefined>;
  readonly loadLessons: LoadLessons;
}

export interface Service {
  readonly documents: Documents;
  hover(uri: string, position: Position): Promise<LspHover | undefined>;
  /** The Markdown page of a lesson; nothing for an unknown topic. */
  lesson(topic: string): Promise<string | undefined>;
  /** Lessons that a query may mean, best first. */
  search(query: string): Promise<Found[]>;
}

/** The product as functions: knows documents and lessons, not who asks. `linkTo` says how this editor follows links to lessons. */
export function serviceIn(world: World, linkTo: () => LinkTo | undefined = () => undefined): Service {
  const documents = new Documents();
  let index: Entry[] | undefined;

  async function projectOf(uri: string): Promise<ProjectView> {
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    for (const name of ['.env', '.env.example']) {
      const text = documents.textOf(folder + name) ?? (await world.read(folder + name));
      if (text !== undefined) return viewOf([{ name, text }]);
    }
    return viewOf([]);
  }

  return {
    documents,

    async hover(uri, position) {
      const open = await documents.get(uri);
      if (!open) return undefined;
      const { document, source } = open;
      const offset = document.offsetAt(position);
      const found = source.topicAt(offset, source.language === 'compose' ? await projectOf(uri) : undefined);
      const hover = found && (await hoverOf(found, world.loadLessons, linkTo()));
      if (!hover) return undefined;
      const { span, markdown } = hover;
      return { contents: { kind: 'markdown', value: markdown }, range: { start: document.positionAt(span.start), end: document.positionAt(span.end) } };
    },

    async lesson(name) {
      const topic = topicNamed(name);
      const text = topic && (await world.loadLessons(roomOf(topic)))[topic];
      return text && page(text);
    },

    async search(query) {
      index ??= indexOf(await Promise.all(rooms.map(world.loadLessons)));
      return search(query, index);
    },
  };
}
