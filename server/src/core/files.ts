/** What stands at a place of a file system; nothing where one may not look. */
export type FileKind = 'file' | 'folder' | 'missing';

/** The files around the ones that are open, as far as they may be seen. */
export interface Files {
  /** The text of a file; nothing where there is none or it may not be read. */
  read(uri: string): Promise<string | undefined>;
  stat(uri: string): Promise<FileKind | undefined>;
}
