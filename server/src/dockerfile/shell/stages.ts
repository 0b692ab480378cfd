import { remembered } from '../../core/remember.ts';
import { type Placed, placedAt, type Span, shift } from '../../core/text.ts';
import { type Base, baseNamed } from '../bases.ts';
import { parentOf, type Stage } from '../facts.ts';
import type { Block, Instruction } from '../file.ts';
import type { DockerfileModel } from '../model.ts';
import { scriptIn } from './read.ts';
import type { Command, Script } from './script.ts';

/** One instruction of a stage, with what it runs. */
export interface Step {
  readonly start: number;
  readonly block: Block;
  readonly instruction: Instruction;
  readonly script: Script;
  /** What SHELL says here; absent where it is the image's own `/bin/sh`. */
  readonly shell?: readonly string[];
}

/** A stage with the image it goes back to, through the stages it is built on. */
export interface StageRun {
  readonly stage: Stage;
  readonly base: Base;
  readonly parent?: StageRun;
  readonly steps: readonly Step[];
}

/** All stages whose commands a POSIX shell reads: Windows images and shells are left out. Worked out once for a file. */
export const runsOf = remembered((model: DockerfileModel): readonly StageRun[] => {
  const runs = new Map<Stage, StageRun>();
  for (const stage of model.facts.stages) {
    const from = parentOf(model.facts, stage);
    const parent = from && runs.get(from);
    if (from && !parent) continue;
    const base = parent?.base ?? baseNamed(stage.image?.text);
    if (base.system === 'windows' || model.file.escape === '`') continue;
    const steps = stepsOf(stage, model, parent?.steps.at(-1)?.shell);
    if (!steps.some(({ shell }) => shell && /powershell|pwsh|cmd/i.test(shell[0] ?? ''))) runs.set(stage, { stage, base, ...(parent && { parent }), steps });
  }
  return [...runs.values()];
});

/** Stages whose RUN lines some shell reads at all: not those on an image without one, where nothing else matters. */
export const shellRunsOf = remembered((model: DockerfileModel): readonly StageRun[] =>
  runsOf(model).filter(({ base }) => base.system !== 'scratch' && base.system !== 'distroless'),
);

function stepsOf(stage: Stage, { file }: DockerfileModel, inherited: readonly string[] | undefined): Step[] {
  let shell = inherited;
  return stage.instructions.flatMap(({ start, block: instruction }) => {
    const block = placedAt(file.blocks, start)?.block;
    if (!block) return [];
    if (instruction.keyword === 'SHELL') shell = instruction.exec?.elements.map(({ text }) => text) ?? ['?'];
    return [{ start, block, instruction, script: scriptIn(block, file.escape), ...(shell && { shell }) }];
  });
}

/** A stage and those it is built on, nearest first. Nobody builds on more. */
export function* lineage(run: StageRun): Generator<StageRun> {
  let at: StageRun | undefined = run;
  for (let i = 0; at && i < 20; i++) {
    yield at;
    at = at.parent;
  }
}

/** Commands of RUN instructions with their step, in order. */
export function* runCommands({ steps }: StageRun): Generator<{ readonly step: Step; readonly command: Command }> {
  for (const step of steps) if (step.instruction.keyword === 'RUN') for (const command of step.script.commands) yield { step, command };
}

/** A span of a step's block as it stands in the file. */
export const inFile = ({ start }: Placed<unknown> | Step, span: Span): Span => shift(span, start);
