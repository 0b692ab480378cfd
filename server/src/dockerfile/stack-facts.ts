import { type Book, type Fact, factBook, type Known } from '../core/fact.ts';
import { remembered } from '../core/remember.ts';
import { type Placed, shift, type Word } from '../core/text.ts';
import { stageNamed } from './facts.ts';
import type { DockerfileFile, Instruction } from './file.ts';
import { type DockerfileModel, modelOf } from './model.ts';
import { join, workdirAt } from './workdir.ts';

/** A build argument that is declared. */
export interface ArgFact {
  readonly name: Fact;
  readonly hasDefault: boolean;
}

/** A COPY or ADD that takes from the build context. */
export interface CopyFact {
  readonly keyword: 'COPY' | 'ADD';
  readonly sources: readonly Fact[];
  /** Absolute where that is known. */
  readonly destination: string;
  /** The whole instruction. */
  readonly at: Fact;
}

/** A call of npm, yarn or pnpm in RUN, CMD or ENTRYPOINT. */
export interface PackageCall {
  readonly tool: 'npm' | 'yarn' | 'pnpm';
  /** `run` with the script's name, `install`, `ci` … */
  readonly verb: string;
  /** The script that is run. */
  readonly script?: Fact;
  /** The verb, or the tool where it stands alone. */
  readonly at: Fact;
  /** Other words of the call: `--frozen-lockfile`. */
  readonly options: readonly string[];
  /** How many COPY and ADD of the stage stand before it. */
  readonly after: number;
}

export interface StageFact {
  /** Empty for a stage without a name. */
  readonly name: string;
  /** FROM's image or the name of an earlier stage. */
  readonly image: Fact;
  /** The number of the stage it is built on. */
  readonly parent?: number;
  readonly exposed: readonly Fact[];
  readonly environment: readonly { readonly name: Fact; readonly value: string }[];
  readonly args: readonly ArgFact[];
  readonly copies: readonly CopyFact[];
  /** Sources of `COPY --from=` and `RUN --mount=…,from=`: names of stages, of images or of other contexts. */
  readonly fromOthers: readonly { readonly stage: string; readonly sources: readonly string[] }[];
  /** What CMD and ENTRYPOINT run, word by word in the exec form, as one text in the shell form; the last of each. */
  readonly command: readonly Fact[];
  readonly calls: readonly PackageCall[];
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
  const globalArgs = model.facts.preamble.flatMap(({ start, block }) => argsIn(start, block, (from, { text, span }) => book.fact(text, shift(span, from))));
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
      block.keyword === 'ENV' ? block.pairs.map(({ name, value }) => ({ name: at(start, name), value: value?.text ?? '' })) : [],
    ),
    args: instructions.flatMap(({ start, block }) => argsIn(start, block, at)),
    copies: instructions.flatMap((it) => copyFacts(model, it, book)),
    fromOthers: instructions.flatMap(({ block }) => takenFromOthers(block)),
    command: [...last('ENTRYPOINT'), ...last('CMD')],
    calls: callsIn(instructions, at),
    healthcheck: last('HEALTHCHECK'),
    workdir: workdirAt(facts, Number.POSITIVE_INFINITY) ?? '',
    end: book.fact('', { start: behind, end: behind }),
  };
}

const argsIn = (start: number, block: Instruction, at: (start: number, word: Word) => Fact): ArgFact[] =>
  block.keyword === 'ARG' ? block.pairs.map(({ name, value }) => ({ name: at(start, name), hasDefault: value !== undefined })) : [];

/** The words of a command: its elements in the exec form, what white space parts in the shell form; of a health check those behind CMD. */
function commandFacts({ start, block }: Placed<Instruction>, at: (start: number, word: Word) => Fact): Fact[] {
  const exec = 'exec' in block ? block.exec : undefined;
  const words = exec?.elements ?? (block.keyword === 'HEALTHCHECK' ? block.args.slice(1) : block.args);
  return words.map((word) => at(start, word));
}

/** What a COPY or ADD takes from the context. Addresses, heredocs and what comes from other stages are left out. */
function copyFacts(model: DockerfileModel, { start, block }: Placed<Instruction>, book: Book): CopyFact[] {
  if (block.keyword !== 'COPY' && block.keyword !== 'ADD') return [];
  if (block.flags.some(({ name }) => name.text === 'from')) return [];
  const heredocs = new Set(block.heredocs.map(({ marker }) => marker.start));
  const sources = block.sources.filter(({ text, span }) => !heredocs.has(span.start) && !/^(?:[a-z][a-z0-9+.-]*:\/\/|git@)/i.test(text));
  if (sources.length === 0) return [];
  const written = block.destination?.text ?? '';
  const workdir = workdirAt(model.facts, start);
  const destination = written.startsWith('/') ? written : workdir === undefined ? written : join(workdir, written);
  return [
    {
      keyword: block.keyword,
      sources: sources.map(({ text, span }) => book.fact(text, shift(span, start))),
      destination,
      at: book.fact('', shift(block.span, start)),
    },
  ];
}

function takenFromOthers(block: Instruction): StageFact['fromOthers'] {
  const from = block.flags.find(({ name }) => name.text === 'from')?.value;
  if (from && (block.keyword === 'COPY' || block.keyword === 'ADD')) return [{ stage: from.text, sources: block.sources.map(({ text }) => text) }];
  return [];
}

const SEPARATORS = /^(?:&&|\|\||;|\|)$/;

function callsIn(instructions: readonly Placed<Instruction>[], at: (start: number, word: Word) => Fact): PackageCall[] {
  const found: PackageCall[] = [];
  let copies = 0;
  for (const { start, block } of instructions) {
    if (block.keyword === 'COPY' || block.keyword === 'ADD') copies++;
    if (block.keyword !== 'RUN' && block.keyword !== 'CMD' && block.keyword !== 'ENTRYPOINT') continue;
    const words = ('exec' in block ? block.exec?.elements : undefined) ?? block.args;
    for (const [i, word] of words.entries()) {
      const tool = (['npm', 'yarn', 'pnpm'] as const).find((it) => it === word.text);
      if (!tool || !beginsCommand(words, i)) continue;
      const end = words.findIndex(({ text }, j) => j > i && (SEPARATORS.test(text) || text.endsWith(';')));
      found.push({ ...callOf(tool, words.slice(i, end < 0 ? undefined : end), (it) => at(start, it)), after: copies });
    }
  }
  return found;
}

const beginsCommand = (words: readonly Word[], i: number): boolean => {
  const before = words[i - 1]?.text;
  return before === undefined || SEPARATORS.test(before) || before.endsWith(';') || before.startsWith('--') || before === 'exec';
};

function callOf(tool: PackageCall['tool'], words: readonly Word[], at: (word: Word) => Fact): Omit<PackageCall, 'after'> {
  const [first, ...rest] = words.slice(1).filter(({ text }) => !text.startsWith('-'));
  const options = words
    .slice(1)
    .map(({ text }) => text)
    .filter((text) => text.startsWith('-'));
  const verb = first?.text ?? 'install';
  const named = verb === 'run' || verb === 'run-script' ? rest[0] : verb === 'start' || verb === 'test' ? first : undefined;
  const tellsScript = named && /^[\w:.-]+$/.test(named.text) ? named : undefined;
  const whole = first ?? words[0];
  return { tool, verb: verb === 'run-script' ? 'run' : verb, ...(tellsScript && { script: at(tellsScript) }), at: at(whole ?? { text: '', span: { start: 0, end: 0 } }), options };
}
