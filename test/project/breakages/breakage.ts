/** One text that is put in place of another, which stands in the file exactly once. */
export interface Replacement {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** One way to break the shopping mall, and the one finding that names the cause. */
export interface Breakage {
  readonly name: string;
  /** What a learner changes; mostly one place. */
  readonly edits: readonly Replacement[];
  readonly rule: string;
  readonly file: string;
  /** The exact text that is underlined. */
  readonly text: string;
  /** No fix is known. */
  readonly uncured?: true;
}

/** Rows for breakages of one file. */
export const inFile =
  (file: string) =>
  (name: string, from: string, to: string, rule: string, text: string, more: Partial<Pick<Breakage, 'file' | 'uncured' | 'edits'>> = {}): Breakage => ({
    name,
    rule,
    file: more.file ?? file,
    text,
    edits: [{ file, from, to }, ...(more.edits ?? [])],
    ...(more.uncured && { uncured: true }),
  });

/** The files with the replacements made; nothing for a file that is not there. */
export function broken(files: Readonly<Record<string, string>>, edits: readonly Replacement[]): Record<string, string> {
  const now = { ...files };
  for (const { file, from, to } of edits) {
    const text = now[file] ?? '';
    const places = text.split(from).length - 1;
    if (places !== 1) throw new Error(`${file} has ${places} times: ${from}`);
    now[file] = text.replace(from, () => to);
  }
  return now;
}
