import { type Book, type Fact, factBook, type Known } from '../core/fact.ts';
import { remembered } from '../core/remember.ts';
import { type Placed, shift, type Word } from '../core/text.ts';
import { callsIn, contextSources, type PackageCall, type TaskCall, tasksIn } from './calls.ts';
import { stageNamed } from './facts.ts';
import type { DockerfileFile, Instruction, Transfer } from './file.ts';
import { type DockerfileModel, modelOf } from './model.ts';
import { join, workdirAt } from './workdir.ts';

/** A build argument that is declared. */
export interface ArgFact {
  readonly name: Fact;
  readonly hasDefault: boolean;
  /** Somewhere in the file its value is put in place of its name, with nothing to stand in for it. */
  readonly isUsed: boolean;
}

/** A COPY or ADD that takes from the build context. */
export interface CopyFact {
  readonly keyword: 'COPY' | 'ADD';
  readonly sources: readonly Fact[];
  /** Absolute where that is known. */
  readonly destination: string;
  /** The destination as written. */
  readonly target: Fact;
  /** The whole instruction. */
  readonly at: Fact;
}

/** A `COPY --from=`: out of a stage, an image or another context. */
export interface TakenFact {
  readonly stage: string;
  readonly sources: readonly Fact[];
  /** As that of a copy. */
  readonly destination: string;
}

export interface StageFact {
  /** Empty for a stage without a name. */
  readonly name: string;
  /** FROM's image or the name of an earlier stage. */
  readonly image: Fact;
  /** The number of the stage it is built on. */
  readonly parent?: number;
  readonly exposed: readonly Fact[];
  readonly environment: readonly { readonly name: Fact; readonly value: Fact }[];
  readonly args: readonly ArgFact[];
  readonly copies: readonly CopyFact[];
  readonly fromOthers: readonly TakenFact[];
  /** What CMD and ENTRYPOINT run, word by word in the exec form, as one text in the shell form; the last of each. */
  readonly command: readonly Fact[];
  readonly calls: readonly PackageCall[];
  /** What RUN asks of Gradle and Maven. */
  readonly tasks: readonly TaskCall[];
  /** A RUN turns the line ends of Windows into those of Linux. */
  readonly mendsLineEnds: boolean;
  /** A RUN names bash, to install it or otherwise. */
  readonly namesBash: boolean;
  readonly healthcheck: readonly Fact[];
  readonly workdir: string;
  /** Where a line could be added behind FROM. */
  readonly end: Fact;
}

export interface DockerfileFacts {
  readonly globalArgs: readonly ArgFact[];
  readonly stages: readonly StageFact[];
}

/** What the other files of a stack may know of a Dockerfile. */
export const dockerfileStackFacts = remembered((file: DockerfileFile): Known<DockerfileFacts> => {
  const model = modelOf(file);
  const book = factBook();
  const stages = model.facts.stages.map((_, index) => stageFact(model, index, book));
  const at: Place = (from, { text, span }) => book.fact(text, shift(span, from));
  const globalArgs = model.facts.preamble.flatMap((it) => argsIn(it, at, usedIn(model)));
  return book.known({ globalArgs, stages });
});

function stageFact(model: DockerfileModel, index: number, book: Book): StageFact {
  const { facts } = model;
  const stage = facts.stages[index];
  const instructions = stage?.instructions ?? [];
  const at = (start: number, { text, span }: Word): Fact => book.fact(text, shift(span, start));
  const of = (keyword: string) => instructions.filter(({ block }) => block.keyword === keyword);
  const from = stage?.from;
  const parent = stage?.image && stageNamed(facts, stage.image.text, index);
  const behind = from ? from.start + from.block.span.end : 0;
  const last = (keyword: string): Fact[] =>
    of(keyword)
      .slice(-1)
      .flatMap((it) => commandFacts(it, at));
  return {
    name: stage?.name?.text ?? '',
    image: book.fact(stage?.image?.text ?? '', stage?.image?.span ?? { start: behind, end: behind }),
    ...(parent && { parent: parent.index }),
    exposed: of('EXPOSE').flatMap(({ start, block }) => block.args.map((word) => at(start, word))),
    environment: of('ENV').flatMap(({ start, block }) =>
      block.keyword === 'ENV' ? block.pairs.map(({ name, value }) => ({ name: at(start, name), value: at(start, value ?? { text: '', span: name.span }) })) : [],
    ),
    args: instructions.flatMap((it) => argsIn(it, at, usedIn(model))),
    copies: instructions.flatMap((it) => copyFacts(model, it, book)),
    fromOthers: instructions.flatMap((it) => takenFromOthers(model, it, at)),
    command: [...last('ENTRYPOINT'), ...last('CMD')],
    calls: callsIn(facts, instructions, at),
    tasks: tasksIn(instructions, at),
    mendsLineEnds: of('RUN').some(({ block }) => block.args.some(({ text }) => /dos2unix|\\r/.test(text))),
    namesBash: of('RUN').some(({ block }) => block.args.some(({ text }) => text.replace(/;$/, '') === 'bash')),
    healthcheck: last('HEALTHCHECK'),
    workdir: workdirAt(facts, (instructions.at(-1)?.start ?? 0) + 1) ?? '',
    end: book.fact('', { start: behind, end: behind }),
  };
}

type Place = (start: number, word: Word) => Fact;

const argsIn = ({ start, block }: Placed<Instruction>, at: Place, used: ReadonlySet<string>): ArgFact[] =>
  block.keyword === 'ARG' ? block.pairs.map(({ name, value }) => ({ name: at(start, name), hasDefault: value !== undefined, isUsed: used.has(name.text) })) : [];

/** The variables that instructions use as they are: `${NAME:-x}` has something else to say. */
const usedIn = remembered(
  ({ facts }: DockerfileModel): ReadonlySet<string> =>
    new Set(
      facts.stages.flatMap(({ instructions }) =>
        instructions.flatMap(({ block }) => block.expansions.flatMap(({ name, operator }) => (operator && /^:?[-+]$/.test(operator) ? [] : [name.text]))),
      ),
    ),
);

/** The words of a command: its elements in the exec form, what white space parts in the shell form; of a health check those behind CMD. */
function commandFacts({ start, block }: Placed<Instruction>, at: (start: number, word: Word) => Fact): Fact[] {
  const exec = 'exec' in block ? block.exec : undefined;
  const words = exec?.elements ?? (block.keyword === 'HEALTHCHECK' ? block.args.slice(1) : block.args);
  return words.map((word) => at(start, word));
}

/** What a COPY or ADD takes from the context. Addresses, heredocs and what comes from other stages are left out. */
function copyFacts(model: DockerfileModel, { start, block }: Placed<Instruction>, book: Book): CopyFact[] {
  const sources = contextSources(block);
  if (sources.length === 0 || (block.keyword !== 'COPY' && block.keyword !== 'ADD')) return [];
  return [
    {
      keyword: block.keyword,
      sources: sources.map(({ text, span }) => book.fact(text, shift(span, start))),
      destination: destinationOf(model, start, block),
      target: book.fact(block.destination?.text ?? '', shift(block.destination?.span ?? block.span, start)),
      at: book.fact('', shift(block.span, start)),
    },
  ];
}

function destinationOf(model: DockerfileModel, start: number, block: Transfer): string {
  const written = block.destination?.text ?? '';
  const workdir = workdirAt(model.facts, start);
  return written.startsWith('/') ? written : workdir === undefined ? written : join(workdir, written);
}

function takenFromOthers(model: DockerfileModel, { start, block }: Placed<Instruction>, at: (start: number, word: Word) => Fact): TakenFact[] {
  if (block.keyword !== 'COPY' && block.keyword !== 'ADD') return [];
  const from = block.flags.find(({ name }) => name.text === 'from')?.value;
  return from ? [{ stage: from.text, sources: block.sources.map((word) => at(start, word)), destination: destinationOf(model, start, block) }] : [];
}
