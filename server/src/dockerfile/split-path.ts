import type { Word } from '../core/text.ts';
import type { Instruction } from './file.ts';

/** The two halves of a destination that a space has cut behind a slash: `COPY . / app`. */
export function splitPath(instruction: Instruction): { readonly front: Word; readonly back: Word } | undefined {
  if ((instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') || instruction.exec) return undefined;
  const { sources, destination } = instruction;
  const front = sources.at(-1);
  if (!front || !destination || sources.length < 2) return undefined;
  return /^\/(?:(?:app|code|src|usr|opt|home|srv|var)[\w./-]*\/)?$/.test(front.text) && /^\w[\w.-]*\/?$/.test(destination.text) ? { front, back: destination } : undefined;
}
