import { aloneOnLine, type Completion, isEmptyBut, ofSnippet } from '../../core/completion.ts';
import { snippets } from '../../generated/snippets.ts';
import type { DockerignoreFile } from '../file.ts';

/** What may be typed at `offset`: whole files, in an empty one. */
export function completionsAt({ text }: DockerignoreFile, offset: number): readonly Completion[] {
  const word = aloneOnLine(text, offset);
  return word && isEmptyBut(text, word) ? snippets.dockerignore.map((it) => ofSnippet(it, word, 0, it.body)) : [];
}
