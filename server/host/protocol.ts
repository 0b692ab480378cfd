/** What client and server say to each other beyond the Language Server Protocol. Types only. */
import type { Choices, Proposal } from '../src/service/new-project.ts';

export type { ChoiceName, Choices, NewFile, Proposal } from '../src/service/new-project.ts';

/** Sent with `initialize`. */
export interface InitializationOptions {
  /** The editor can run commands from links in Markdown: `[…](command:docker-giljabi.openLesson?…)`. */
  readonly commandLinks?: boolean;
  /** The client answers `docker-giljabi/read`, so that files of any file system can be read. */
  readonly readsFiles?: boolean;
  /** The settings `docker-giljabi.*`, for editors that cannot be asked for them. */
  readonly settings?: unknown;
}

/** `docker-giljabi/lesson`: the Markdown page of a lesson. */
export interface LessonParams {
  readonly topic: string;
}
export type LessonResult = { readonly markdown: string } | null;

/** `docker-giljabi/explainCommand`: a Markdown page about docker command lines. Its links are relative to `explain/`. */
export interface ExplainCommandParams {
  readonly text: string;
}
export type ExplainCommandResult = { readonly markdown: string } | null;

/** `docker-giljabi/read`, asked by the server: the text of a file of the workspace. */
export interface ReadParams {
  readonly uri: string;
}
export type ReadResult = { readonly text: string } | null;

/** `docker-giljabi/stat`, asked by the server: what stands at a place of the workspace. */
export interface StatParams {
  readonly uri: string;
}
export type StatResult = { readonly kind: 'file' | 'folder' | 'missing' } | null;

/** `docker-giljabi/list`, asked by the server: what a folder of the workspace holds. */
export interface ListParams {
  readonly uri: string;
}
export type ListResult = { readonly entries: readonly { readonly name: string; readonly kind: 'file' | 'folder' }[] } | null;

/** `docker-giljabi/status` */
export interface StatusResult {
  /** Process id; absent in a worker. */
  readonly pid?: number;
}

/** `docker-giljabi/lessons`, asked by a server in a worker: a room of lessons that was shipped with the extension, as JSON text. */
export interface LessonsParams {
  readonly room: string;
}
export interface LessonsResult {
  readonly text: string;
}

/** `docker-giljabi/search`: lessons that a query may mean, best first. */
export interface SearchParams {
  readonly query: string;
}
export type SearchResult = readonly { readonly topic: string; readonly name: string; readonly meaning: string }[];

/** `docker-giljabi/files`, asked by the server: the compose files and Dockerfiles of the workspace. */
export interface FilesResult {
  readonly uris: readonly string[];
}

/** `docker-giljabi/newProject`: what a new project in a folder would be. What is not chosen is suggested by what is there; nothing is written. */
export interface NewProjectParams {
  readonly folder: string;
  readonly choices?: Partial<Choices>;
}
export type NewProjectResult = Proposal | null;
