/** What stands at a place of a file system; nothing where one may not look. */
export type FileKind = 'file' | 'folder' | 'missing';

/** The files around the ones that are open, as far as they may be seen. */
export interface Files {
  /** The text of a file; nothing where there is none or it may not be read. */
  read(uri: string): Promise<string | undefined>;
  stat(uri: string): Promise<FileKind | undefined>;
  /** What a folder holds, in the order of the names; nothing where it is none or may not be looked into. Links are not followed. */
  list(uri: string): Promise<readonly FolderEntry[] | undefined>;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}
