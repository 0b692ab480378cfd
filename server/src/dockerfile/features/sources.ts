import { placedAt, touches, type Word } from '../../core/text.ts';
import type { DockerfileFile } from '../file.ts';

/** Flags under which a source means something else than the files it names in the build context. */
const OTHERWISE = new Set(['from', 'exclude', 'parents']);

/** The source of COPY or ADD at `offset`, where it is a plain path or pattern in the build context: no variable, no address, no other stage. */
export function contextSourceAt(file: DockerfileFile, offset: number): Word | undefined {
  const placed = placedAt(file.blocks, offset);
  const instruction = placed?.block.instruction;
  if (!placed || (instruction?.keyword !== 'COPY' && instruction?.keyword !== 'ADD')) return undefined;
  if (instruction.flags.some(({ name }) => OTHERWISE.has(name.text))) return undefined;
  const source = instruction.sources.find(({ span }) => touches(span, offset - placed.start));
  return source && isPlainSource(source.text) ? source : undefined;
}

const isPlainSource = (text: string): boolean => !/[$"'\\]|^<<|^[a-z][a-z0-9+.-]*:\/\/|^[\w.-]+@[\w.-]+:|\.git(?:[#?]|$)/i.test(text) || /^\.git\/?$/.test(text);
