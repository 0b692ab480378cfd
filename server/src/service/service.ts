import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, CompletionItem, Diagnostic, Location, Hover as LspHover, Position, Range } from 'vscode-languageserver-types';
import { defaultSettings, type RuleSettings } from '../core/check.ts';
import type { Files } from '../core/files.ts';
import type { Hit } from '../core/language.ts';
import type { ProjectView } from '../core/project-view.ts';
import type { Failed } from '../core/run.ts';
import type { Word } from '../core/text.ts';
import { rooms, topicNamed } from '../generated/topics.ts';
import { folderOf, nameOf } from '../project/paths.ts';
import { viewOf } from '../project/view.ts';
import { actionsFor } from './actions.ts';
import { type Abilities, itemsOf } from './completion.ts';
import { composeActions } from './compose-actions.ts';
import { diagnosticsOf, documentsNamed } from './diagnostics.ts';
import { Documents } from './documents.ts';
import { cachedFiles } from './file-cache.ts';
import { hoverOf } from './hover.ts';
import { withStack } from './judge.ts';
import { languageOfName, type Source, sourceOf } from './languages.ts';
import { type LinkTo, type LoadLessons, page, roomOf } from './lesson.ts';
import { definitionsAt, linkHit, offsetAt, referencesAt } from './navigation.ts';
import { neighbourOf } from './neighbours.ts';
import type { Proposal, Secret } from './new-project.ts';
import { problemsIn } from './problems.ts';
import { allRules } from './rules.ts';
import { type Entry, type Found, indexOf, search } from './search.ts';
import { type JudgedStack, stacksIn } from './stacks.ts';

export type { RuleSettings } from '../core/check.ts';
export type { FileKind } from '../core/files.ts';
export type { Profile, Severity } from '../core/rule.ts';
export { FIX_ALL } from './actions.ts';
export type { Abilities } from './completion.ts';
export { REWRITE } from './compose-actions.ts';
export { WATCHED } from './file-cache.ts';

/** What the service needs of the place it runs in. */
export interface World extends Files {
  readonly loadLessons: LoadLessons;
}

export interface Service {
  readonly documents: Documents;
  hover(uri: string, position: Position): Promise<LspHover | undefined>;
  /** What may be typed at a position, as this editor can put it in. */
  completions(uri: string, position: Position, abilities: Abilities): Promise<CompletionItem[]>;
  /** Where the word at a position is defined, in another file of the stack. */
  definitions(uri: string, position: Position): Promise<Location[]>;
  /** Where what is named at a position is used, over all files of the stack. */
  references(uri: string, position: Position, withDeclaration: boolean): Promise<Location[]>;
  /** What the rules say of an open document. */
  diagnostics(uri: string): Promise<Diagnostic[]>;
  /** What the rules say of a file that is not open. */
  diagnosticsOnDisk(uri: string): Promise<Diagnostic[]>;
  /** The files of all stacks that were looked at. */
  filesOfStacks(): readonly string[];
  /** What the light bulb offers. The editor may open pages of rules (`explains`) and make files (`creates`). */
  actions(uri: string, range: Range, only: readonly string[] | undefined, explains: boolean, creates?: boolean): Promise<CodeAction[]>;
  /** A file was changed, made or deleted; answers the open documents that may say something else now. */
  changed(uri: string, how: 'text' | 'file'): Promise<string[]>;
  /** The editor tells of files that are changed on disk. */
  tellsOfChanges(): void;
  /** Whether what is said of files that are not open may depend on a file, as far as they have been looked at. */
  concernsFilesOnDisk(uri: string): boolean;
  configure(settings: RuleSettings): void;
  /** The Markdown page of a lesson, or of a rule under `rule/`; nothing for an unknown topic. */
  lesson(topic: string): Promise<string | undefined>;
  /** A page about docker command lines that somebody asks about. */
  explainCommand(text: string): Promise<string>;
  /** Lessons that a query may mean, best first. */
  search(query: string): Promise<Found[]>;
  /** What a new project in a folder would be; nothing is written. */
  newProject(folder: string, wanted: Readonly<Record<string, string>>, secret: Secret): Promise<Proposal>;
}

/** The product as functions: knows documents and lessons, not who asks. `linkTo` says how this editor follows links to lessons. */
export function serviceIn(world: World, linkTo: () => LinkTo | undefined = () => undefined, failed: Failed = () => {}): Service {
  const documents = new Documents();
  // What is being typed counts more than what is on disk.
  const disk = cachedFiles(world);
  const files: Files = { read: async (uri) => documents.textOf(uri) ?? (await disk.read(uri)), stat: disk.stat, list: disk.list };
  const stacks = stacksIn(
    files,
    async (kind, uri) => (await documents.get(uri))?.source.known?.[kind]?.(),
    failed,
    () => `${documents.edits} ${disk.moment()}`,
  );
  const problems = problemsIn(documents, files, stacks, failed);
  /** Files that were judged without being open, with the files that were looked at for it. */
  const onDisk = new Map<string, ReadonlySet<string>>();
  let settings = defaultSettings;
  let index: Entry[] | undefined;

  async function projectOf(uri: string): Promise<ProjectView> {
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    for (const name of ['.env', '.env.example']) {
      const text = documents.textOf(folder + name) ?? (await world.read(folder + name));
      if (text !== undefined) return viewOf([{ name, text }]);
    }
    return viewOf([]);
  }

  /** What the other files of its stack say of a word. */
  async function linkedHit(uri: string, offset: number): Promise<Hit | undefined> {
    const stack = await stacks.of(uri);
    return stack && linkHit(stack, uri, offset);
  }

  /** The folder that a compose file builds a Dockerfile in. */
  async function contextOf(uri: string): Promise<string | undefined> {
    return (await stacks.of(uri))?.stack.services.find(({ build }) => build?.dockerfile?.uri === uri)?.build?.context;
  }

  /** What the files of a build context have to do with a source of COPY or with a pattern that leaves files out. */
  async function contextLine(uri: string, source: Source, offset: number): Promise<string | undefined> {
    const path = source.contextSourceAt?.(offset);
    const ignored = source.patternAt?.(offset);
    if (!path && !ignored) return undefined;
    const { emptyPatternLine, sourceLine } = await import('./context-hover.ts');
    if (path) return sourceLine(uri, path.text, files, await contextOf(uri));
    return ignored && emptyPatternLine(uri, ignored.file, ignored.pattern, files);
  }

  /** Which services get a variable of an env file, or whom an address in its value reaches. */
  async function linesOfEnv(uri: string, offset: number, variable: Word | undefined): Promise<readonly string[]> {
    const stack = await stacks.of(uri);
    if (!stack) return [];
    return variable ? (await import('./env-hover.ts')).usesLines(stack, uri, variable.text) : (linkHit(stack, uri, offset)?.live ?? []);
  }

  /** The stack of an open document with a place in it. */
  async function placeIn(uri: string, position: Position): Promise<{ readonly stack: JudgedStack; readonly offset: number } | undefined> {
    const text = documents.textOf(uri);
    const stack = text === undefined ? undefined : await stacks.of(uri);
    return stack && text !== undefined ? { stack, offset: offsetAt(uri, text, position) } : undefined;
  }

  return {
    documents,

    async hover(uri, position) {
      const open = await documents.get(uri);
      if (!open) return undefined;
      const { document, source } = open;
      const offset = document.offsetAt(position);
      const found = source.topicAt(offset, source.language === 'compose' ? await projectOf(uri) : undefined) ?? (await linkedHit(uri, offset));
      const more = found && source.variableAt ? await linesOfEnv(uri, offset, source.variableAt(offset)) : [];
      const line = found && (await contextLine(uri, source, offset));
      const hover = found && (await hoverOf({ ...found, live: [...(found.live ?? []), ...more, ...(line ? [line] : [])] }, world.loadLessons, linkTo()));
      if (!hover) return undefined;
      const { span, markdown } = hover;
      return { contents: { kind: 'markdown', value: markdown }, range: { start: document.positionAt(span.start), end: document.positionAt(span.end) } };
    },

    async completions(uri, position, abilities) {
      const open = await documents.get(uri);
      if (!open) return [];
      const { document, source } = open;
      return itemsOf(document, source.language, (await source.completionsAt?.(document.offsetAt(position))) ?? [], abilities);
    },

    async definitions(uri, position) {
      const place = await placeIn(uri, position);
      return place ? definitionsAt(place.stack, uri, place.offset, files) : [];
    },

    async references(uri, position, withDeclaration) {
      const place = await placeIn(uri, position);
      return place ? referencesAt(place.stack, uri, place.offset, withDeclaration, files) : [];
    },

    async diagnostics(uri) {
      const found = await problems.of(uri);
      return found ? diagnosticsOf(found.document, found.reported, await allRules(), await documentsNamed(found.reported, files)) : [];
    },

    async diagnosticsOnDisk(uri) {
      onDisk.delete(uri);
      const text = await world.read(uri);
      const language = languageOfName(nameOf(uri)) ?? neighbourOf(nameOf(uri));
      if (text === undefined || !language) return [];
      const source = await sourceOf(language, text);
      const checked = await source.check?.(uri, text, files, settings, failed);
      const stack = await stacks.of(uri);
      const reported = await withStack(uri, text, source, checked?.reported ?? [], stack, settings);
      onDisk.set(uri, new Set([...(checked?.project.files ?? []), ...(stack?.looked ?? [])]));
      return diagnosticsOf(TextDocument.create(uri, language, 0, text), reported, await allRules(), await documentsNamed(reported, files));
    },

    filesOfStacks: () => stacks.files(),

    async actions(uri, range, only, explains, creates = false) {
      const now = await problems.of(uri);
      if (!now) return [];
      const rewrites = now.source.converted ? await composeActions({ ...now, range, only, files, open: documents.composeFiles(), creates }) : [];
      if (now.reported.length === 0) return rewrites;
      // The document is changed in place while the cures are tried out.
      const found = { ...now, document: TextDocument.create(uri, now.document.languageId, now.document.version, now.document.getText()) };
      const cures = await actionsFor({ found, rules: await allRules(), range, only, explains, judge: (text) => problems.imagined(uri, text) });
      return [...cures, ...rewrites];
    },

    changed(uri, how) {
      if (how === 'file') disk.forget(uri);
      return problems.changed(uri, how);
    },

    tellsOfChanges: () => disk.tellsOfChanges(true),

    concernsFilesOnDisk: (uri) => languageOfName(nameOf(uri)) !== undefined || [...onDisk.values()].some((files) => files.has(uri) || files.has(folderOf(uri))),

    configure(next) {
      settings = next;
      problems.configure(next);
    },

    async lesson(name) {
      // The pages of rules are written from the rules themselves, into a room of their own.
      if (name.startsWith('rule/')) return (await world.loadLessons('rule'))[name];
      const topic = topicNamed(name);
      const text = topic && (await world.loadLessons(roomOf(topic)))[topic];
      return text && page(text);
    },

    explainCommand: async (text) => (await import('./command-page.ts')).commandPage(text, world.loadLessons),

    async search(query) {
      index ??= indexOf(await Promise.all(rooms.map(world.loadLessons)));
      return search(query, index);
    },

    async newProject(folder, wanted, secret) {
      const { proposal } = await import('./new-project.ts');
      return proposal(
        folder.endsWith('/') ? folder : `${folder}/`,
        wanted,
        { ...files, read: async (uri) => documents.textOf(uri) ?? (await world.read(uri)) },
        await world.loadLessons('template'),
        secret,
      );
    },
  };
}
