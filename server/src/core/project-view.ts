/** What a file may know of its neighbours: facts, never their text or trees. Paths are written as the file writes them. */
export interface ProjectView {
  /** The value of a variable in the project's `.env`, with the name of that file. */
  variable(name: string): { readonly value: string; readonly file: string } | undefined;
  /** False where the project has neither `.env` nor `.env.example`. */
  readonly hasEnvFile: boolean;
  /** What stands at a path, seen from the file's folder; nothing where it may not be looked at or nobody asked for it. */
  kindAt(path: string): 'file' | 'folder' | 'missing' | undefined;
  /** The path of what lies there and may be meant by a path where nothing stands. */
  meantBy(path: string): string | undefined;
  /** The variables of an env file by name; nothing where it can't be read. */
  envFile(path: string): ReadonlyMap<string, string> | undefined;
  /** The keys a service of another compose file has once its own `extends` are followed. */
  extended(path: string, service: string): { readonly found: 'service' | 'no-service' | 'no-file'; readonly keys: ReadonlySet<string> } | undefined;
  /** Names that other files of the project define in a section: base and override files, and what is included. */
  namesIn(section: string): ReadonlySet<string>;
  /** Git would take the project's `.env`. False also where nobody knows. */
  readonly envFileIsTracked: boolean;
  /** Where the image of a service has Node packages that the folder it is built from lacks. */
  nodeModulesOf(service: string): string | undefined;
  /** The file is made to be merged with others: an override, or one that another file here includes or extends. */
  readonly partial: boolean;
}

/** A file that stands alone, with a folder nobody may look at. */
export const emptyView: ProjectView = {
  variable: () => undefined,
  hasEnvFile: false,
  kindAt: () => undefined,
  meantBy: () => undefined,
  envFile: () => undefined,
  extended: () => undefined,
  namesIn: () => new Set(),
  envFileIsTracked: false,
  nodeModulesOf: () => undefined,
  partial: false,
};
