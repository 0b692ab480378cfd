import { type Span, shift } from '../core/text.ts';
import { lastOf } from './commands.ts';
import { type Facts, referencesOf, type Stage } from './facts.ts';

/** Whether any stage builds on or takes files from an earlier one, or may do so under a name that a variable holds. */
export function usesAny({ stages }: Facts): boolean {
  const names = new Set<string>();
  for (const { instructions, name, index } of stages) {
    for (const { block } of instructions) {
      if (referencesOf(block).some(({ text }) => names.has(text.toLowerCase()) || (/^\d+$/.test(text) && Number(text) < index) || mayBeStage(text))) return true;
    }
    if (name) names.add(name.text.toLowerCase());
  }
  return false;
}

/** A variable, but no `:` or `/`, which only images have. */
const mayBeStage = (text: string) => text.includes('$') && !/[:/]/.test(text.replace(/\$\{[^}]*\}/g, ''));

/** A COPY of the last stage that takes its files from the build context. Spans count from the file's start. */
export interface Copy {
  readonly keyword: Span;
  readonly source: Span;
}

/** The first COPY of the last stage from each absolute folder and those above it, which the context hardly has. */
export function copiesFrom({ stages }: Facts): ReadonlyMap<string, Copy> {
  const found = new Map<string, Copy>();
  for (const { start, block } of stages.at(-1)?.instructions ?? []) {
    const source = block.keyword === 'COPY' && !block.flags.some(({ name }) => name.text === 'from') ? block.sources[0] : undefined;
    if (!source?.text.startsWith('/')) continue;
    const copy = { keyword: shift(block.name.span, start), source: shift(source.span, start) };
    for (let i = source.text.indexOf('/', 1), n = 0; i > 0 && n < 8; i = source.text.indexOf('/', i + 1), n++) {
      const folder = source.text.slice(0, i);
      if (!found.has(folder)) found.set(folder, copy);
    }
  }
  return found;
}

/** The COPY that reads a named stage's working directory, and has forgotten to say so. */
export function forgottenCopy(stage: Stage, copies: ReadonlyMap<string, Copy>): Copy | undefined {
  const folder = stage.name && lastOf(stage, 'WORKDIR')?.block.args[0]?.text.replace(/\/$/, '');
  return folder ? copies.get(folder) : undefined;
}
