import { remembered } from '../core/remember.ts';
import type { Placed } from '../core/text.ts';
import { shift, type Word } from '../core/text.ts';
import type { DockerfileFile, From, Instruction } from './file.ts';

/** One build stage: a FROM and what follows it. Spans are offsets in the file. */
export interface Stage {
  readonly index: number;
  readonly name?: Word;
  readonly image?: Word;
  readonly from: Placed<From>;
  readonly instructions: readonly Placed<Instruction>[];
}

export interface Facts {
  /** What stands before the first FROM. */
  readonly preamble: readonly Placed<Instruction>[];
  readonly stages: readonly Stage[];
}

/** What other files and the live lines may know of a Dockerfile. */
export function factsOf(file: DockerfileFile): Facts {
  const preamble: Placed<Instruction>[] = [];
  const stages: (Omit<Stage, 'instructions'> & { instructions: Placed<Instruction>[] })[] = [];
  for (const placed of instructionsOf(file)) {
    const { start, block } = placed;
    if (block.keyword === 'FROM') {
      const { image, stage } = block;
      stages.push({
        index: stages.length,
        from: { start, block },
        instructions: [placed],
        ...(image && { image: moved(image, start) }),
        ...(stage && { name: moved(stage, start) }),
      });
    } else {
      (stages.at(-1)?.instructions ?? preamble).push(placed);
    }
  }
  return { preamble, stages };
}

export function* instructionsOf(file: DockerfileFile): Generator<Placed<Instruction>> {
  for (const { start, block } of file.blocks) {
    if (block.instruction) yield { start, block: block.instruction };
  }
}

/** The stage that `offset` stands in, if it is behind the first FROM. */
export const stageAt = ({ stages }: Facts, offset: number): Stage | undefined => stages.findLast(({ from }) => from.start <= offset);

/** The stage that a name or number means, looking only at those before `before`: stage names are not case-sensitive. */
export function stageNamed({ stages }: Facts, name: string, before = stages.length): Stage | undefined {
  const earlier = stages.slice(0, before);
  if (/^\d+$/.test(name)) return earlier[Number(name)];
  return earlier.findLast((stage) => stage.name?.text.toLowerCase() === name.toLowerCase());
}

/** The stage that a FROM builds on, if it names one. Unlike `COPY --from`, FROM knows no numbers. */
export const parentOf = (facts: Facts, stage: Stage): Stage | undefined => parents(facts).get(stage);

const parents = remembered(({ stages }: Facts): ReadonlyMap<Stage, Stage> => {
  const found = new Map<Stage, Stage>();
  const byName = new Map<string, Stage>();
  for (const stage of stages) {
    const parent = stage.image && byName.get(stage.image.text.toLowerCase());
    if (parent) found.set(stage, parent);
    if (stage.name) byName.set(stage.name.text.toLowerCase(), stage);
  }
  return found;
});

/** Where a stage is used: FROM of a later stage, `COPY --from` and `RUN --mount=…,from=`. Offsets in the file. */
export function usesOf(facts: Facts, stage: Stage): { readonly offset: number; readonly keyword: string }[] {
  const uses: { offset: number; keyword: string }[] = [];
  for (const later of facts.stages.slice(stage.index + 1)) {
    for (const { start, block } of later.instructions) {
      for (const reference of referencesOf(block)) {
        if (stageNamed(facts, reference.text, later.index) === stage) uses.push({ offset: start + reference.span.start, keyword: block.keyword });
      }
    }
  }
  return uses;
}

/** Words of an instruction that may name a stage. */
export function referencesOf(instruction: Instruction): Word[] {
  if (instruction.keyword === 'ONBUILD') return instruction.trigger ? referencesOf(instruction.trigger) : [];
  if (instruction.keyword === 'FROM') return instruction.image ? [instruction.image] : [];
  return instruction.flags.flatMap(({ name, value }) => {
    if (!value) return [];
    if (name.text === 'from') return [value];
    if (name.text !== 'mount') return [];
    const match = /(?:^|,)from=([^,]*)/.exec(value.text);
    if (!match?.[1]) return [];
    const start = value.span.start + match.index + match[0].length - match[1].length;
    return [{ text: match[1], span: { start, end: start + match[1].length } }];
  });
}

/** A FROM with as many words as it may have; what is wrong with another is told of the whole line. */
export const isWhole = ({ args, as }: From): boolean => args.length === 1 || (args.length === 3 && as !== undefined);

/** 1-based line of an offset. */
export function lineOf(file: DockerfileFile, offset: number): number {
  let line = 1;
  for (const { start, block } of file.blocks) {
    const until = Math.min(block.text.length, offset - start);
    for (let i = block.text.indexOf('\n'); i >= 0 && i < until; i = block.text.indexOf('\n', i + 1)) line++;
    if (until < block.text.length) break;
  }
  return line;
}

const moved = ({ text, span }: Word, by: number): Word => ({ text, span: shift(span, by) });
