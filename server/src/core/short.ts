import type { Word } from './text.ts';

/** `[HOST:]CONTAINER[/PROTOCOL]` with an optional address in front. */
export interface PortMapping {
  readonly address?: Word;
  readonly host?: Word;
  readonly container: Word;
  readonly protocol?: Word;
}

/** https://docs.docker.com/reference/compose-file/services/#short-syntax-3 */
export function portMapping(word: Word): PortMapping {
  const slash = word.text.lastIndexOf('/');
  const cut = (from: number, to: number): Word => ({ text: word.text.slice(from, to), span: { start: word.span.start + from, end: word.span.start + to } });
  const protocol = slash < 0 || word.text.includes('}', slash) ? undefined : cut(slash + 1, word.text.length);
  const rest = protocol ? cut(0, slash) : word;
  const bracket = /^\[[^\]]*\]/.exec(rest.text)?.[0].length ?? 0;
  const parts = splitOutside({ text: `${'_'.repeat(bracket)}${rest.text.slice(bracket)}`, span: rest.span }, ':').map(({ span }) =>
    cut(span.start - word.span.start, span.end - word.span.start),
  );
  const container = parts.at(-1) ?? rest;
  const host = parts.at(-2);
  const address = parts.length > 2 ? cut(0, (parts.at(-3)?.span.end ?? word.span.start) - word.span.start) : undefined;
  return { container, ...(host && { host }), ...(address && { address }), ...(protocol && { protocol }) };
}

/** `[SOURCE:]TARGET[:MODE]`. */
export interface VolumeMount {
  readonly source?: Word;
  readonly target: Word;
  /** Each option of the mode by itself: `ro`, `z`. */
  readonly mode: readonly Word[];
}

/** https://docs.docker.com/reference/compose-file/services/#short-syntax-5 ; a drive letter belongs to its path. */
export function volumeMount(word: Word): VolumeMount {
  const parts = splitOutside(word, ':');
  const first = parts[0];
  const second = parts[1];
  if (first && second && /^[A-Za-z]$/.test(first.text) && /^[\\/]/.test(second.text)) {
    parts.splice(0, 2, { text: `${first.text}:${second.text}`, span: { start: first.span.start, end: second.span.end } });
  }
  const [source, target, mode] = parts;
  if (!source || !target) return { target: source ?? word, mode: [] };
  return { source, target, mode: mode ? splitOutside(mode, ',') : [] };
}

/** A host path, not the name of a volume. */
export const isPath = (source: string): boolean => /^(?:[./~\\]|[A-Za-z]:[\\/])/.test(source);

/** Splits at `separator` outside `${…}`, so that `${PORT:-80}:80` has two parts. */
export function splitOutside({ text, span: { start } }: Word, separator: string): Word[] {
  const parts: Word[] = [];
  let from = 0;
  let depth = 0;
  const push = (to: number) => parts.push({ text: text.slice(from, to), span: { start: start + from, end: start + to } });
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '$' && text[i + 1] === '{') depth++;
    else if (text[i] === '}' && depth > 0) depth--;
    else if (text[i] === separator && depth === 0) {
      push(i);
      from = i + 1;
    }
  }
  push(text.length);
  return parts;
}
