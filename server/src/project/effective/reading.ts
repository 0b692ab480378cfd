import { parse } from '../../compose/parse.ts';
import type { Files } from '../../core/files.ts';
import { documentsOf, isBroken, isEmpty } from './lower.ts';
import { newReport, type Report } from './problems.ts';
import type { MapValue, Source } from './value.ts';

/** Nobody nests files deeper; a circle that is not seen as one ends here too. */
export const DEPTH = 20;

/** No project takes more files over; one that includes two files twice, and so on, would never end. */
const LIMIT = 1000;

/** Reads the files of one project, each once, and remembers which. */
export interface Reading {
  readonly report: Report;
  /** Any folder of the file system that the project is on. */
  readonly root: string;
  /** The home folder as a path; absent where nobody knows it. */
  readonly home?: string;
  /** Compose files that others include. */
  readonly included: Set<string>;
  /** Services of other files that were taken over, where they stand. */
  readonly extended: Source[];
  /** Every file that was looked at: when one of them changes, the project may. */
  readonly seen: ReadonlySet<string>;
  /** The texts that were read. */
  readonly texts: ReadonlyMap<string, string>;
  read(address: string): Promise<string | undefined>;
  /** Whether one more file may be taken over. */
  mayGoOn(): boolean;
  /** False also where nobody may look. */
  isMissing(address: string): Promise<boolean>;
  isFolder(address: string): Promise<boolean>;
  /** The documents of a compose file; nothing where it can't be read. */
  documents(address: string): Promise<readonly MapValue[] | undefined>;
}

export function readingOf(files: Files, root: string, home: string | undefined): Reading {
  const seen = new Set<string>();
  const texts = new Map<string, string>();
  const missing = new Set<string>();
  const parsed = new Map<string, readonly MapValue[]>();
  const report = newReport();
  let taken = 0;
  const reading: Reading = {
    report,
    root,
    seen,
    included: new Set(),
    extended: [],
    ...(home !== undefined && { home }),
    texts,
    async read(address) {
      const known = texts.get(address);
      if (known !== undefined || missing.has(address)) return known;
      seen.add(address);
      const text = await files.read(address);
      if (text === undefined) missing.add(address);
      else texts.set(address, text);
      return text;
    },
    async isMissing(address) {
      seen.add(address);
      return (await files.stat(address)) === 'missing';
    },
    mayGoOn: () => ++taken <= LIMIT,
    async isFolder(address) {
      return (await files.stat(address)) === 'folder';
    },
    async documents(address) {
      const content = await reading.read(address);
      if (content === undefined) return undefined;
      const known = parsed.get(address);
      if (known) return known;
      const file = parse(content);
      if (isBroken(file)) report.problem({ kind: 'unreadable', at: { file: address, span: { start: 0, end: 0 } } });
      const documents = documentsOf(file, address);
      if (documents.length === 0 && !isEmpty(file)) report.problem({ kind: 'no-mapping', at: { file: address, span: { start: 0, end: 0 } } });
      parsed.set(address, documents);
      return documents;
    },
  };
  return reading;
}
