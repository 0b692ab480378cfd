import { remembered } from '../core/remember.ts';
import { placedAt } from '../core/text.ts';
import { parentOf, type Stage } from './facts.ts';
import type { DockerfileFile, Expansion, Instruction } from './file.ts';
import { isExpanded, isProxy } from './knowledge.ts';
import type { DockerfileModel } from './model.ts';

/** Who replaces a variable: the builder, the shell of a RUN, or the shell of the running container. */
export type Reader = 'builder' | 'shell' | 'container';

/** A use of a variable that the file has not defined there. Spans count from the file's start. */
export interface UnknownUse {
  readonly name: string;
  readonly at: { readonly start: number; readonly end: number };
  readonly reader: Reader;
  readonly stage: Stage;
  readonly keyword: string;
  /** The names that are defined there. */
  readonly known: ReadonlySet<string>;
  /** For the container's shell: whether the name is a build argument of the stage. */
  readonly isArgument: boolean;
}

const MOST_NAMES = 500;

interface Scope {
  readonly env: Set<string>;
  readonly all: Set<string>;
}

/**
 * Every use of a variable that nothing before it defines in its stage or in those it is built on, where it has no default of its own.
 * Of a shell's variables those that the command itself sets are left out, and what every shell knows. Base images may define more.
 * https://docs.docker.com/build/building/variables/#scoping
 */
export const unknownUses = remembered((model: DockerfileModel): readonly UnknownUse[] => [...usesOf(model)]);

function* usesOf({ facts, file }: DockerfileModel): Generator<UnknownUse> {
  const scopes = new Map<Stage, Scope>();
  for (const stage of facts.stages) {
    const parent = scopes.get(parentOf(facts, stage) ?? stage);
    // Nobody names so many; to hand them down again and again would take for ever.
    const isTooMuch = parent !== undefined && parent.all.size > MOST_NAMES;
    const scope: Scope = isTooMuch ? parent : { env: new Set(parent?.env), all: new Set(parent?.all) };
    scopes.set(stage, scope);
    if (isTooMuch) continue;
    for (const { start, block } of stage.instructions.slice(1)) {
      const reader = readerOf(block);
      if (reader) yield* usesIn(block, start, reader, stage, scope, file);
      if (block.keyword !== 'ARG' && block.keyword !== 'ENV') continue;
      for (const { name } of block.pairs) {
        scope.all.add(name.text);
        if (block.keyword === 'ENV') scope.env.add(name.text);
      }
    }
  }
}

function* usesIn(block: Instruction, start: number, reader: Reader, stage: Stage, { env, all }: Scope, file: DockerfileFile): Generator<UnknownUse> {
  const known = reader === 'container' ? env : all;
  const open = block.expansions.filter((it) => !known.has(it.name.text) && isBare(it) && !isAlwaysKnown(it.name.text, reader) && !isInFixedFlag(it, block));
  if (open.length === 0) return;
  const own = reader === 'builder' ? ownNames(block) : assignedIn(shellText(block, start, file));
  if (own === 'any') return;
  for (const { name, span } of open) {
    if (own.has(name.text)) continue;
    const at = { start: start + span.start, end: start + span.end };
    yield { name: name.text, at, reader, stage, keyword: block.keyword, known, isArgument: all.has(name.text) };
  }
}

function readerOf(block: Instruction): Reader | undefined {
  if (block.keyword === 'ONBUILD') return undefined;
  if (isExpanded(block.keyword)) return 'builder';
  const runs = block.keyword === 'RUN' || block.keyword === 'CMD' || block.keyword === 'ENTRYPOINT' || block.keyword === 'HEALTHCHECK';
  if (!runs || block.exec) return undefined;
  return block.keyword === 'RUN' ? 'shell' : 'container';
}

/** BuildKit puts nothing in for a variable in `--from`, and the shell of a RUN sees none of its flags. */
const isInFixedFlag = ({ span }: Expansion, { keyword, flags }: Instruction) =>
  flags.some((flag) => (keyword !== 'COPY' || flag.name.text === 'from') && keyword !== 'ADD' && flag.span.start <= span.start && span.end <= flag.span.end);

const isBare = ({ operator }: Expansion) => operator === undefined || /[#%/]/.test(operator);

/** `ENV PATH=/x:$PATH` means what stood there before; a later ARG of a line sees the earlier ones. */
const ownNames = (block: Instruction): ReadonlySet<string> => new Set(block.keyword === 'ARG' || block.keyword === 'ENV' ? block.pairs.map(({ name }) => name.text) : []);

const SHELL_NAMES =
  /^(?:PATH|HOME|PWD|OLDPWD|HOSTNAME|SHELL|SHLVL|USER|LOGNAME|TERM|IFS|UID|EUID|PPID|GID|RANDOM|SECONDS|LINENO|OPTARG|OPTIND|OSTYPE|HOSTTYPE|MACHTYPE|FUNCNAME|REPLY|TMPDIR|LANG|LC_\w+|BASH\w*|PIPESTATUS|_)$/;

function isAlwaysKnown(name: string, reader: Reader): boolean {
  if (reader === 'builder') return name === 'PATH' || isProxy(name);
  return SHELL_NAMES.test(name) || isProxy(name) || /[a-z]/.test(name);
}

/** The command line with the bodies of its heredocs. */
function shellText(block: Instruction, start: number, file: DockerfileFile): string {
  const source = block.heredocs.length > 0 ? (placedAt(file.blocks, start)?.block.text ?? '') : '';
  return [...block.args.map(({ text }) => text), ...block.heredocs.map(({ body }) => `\n${source.slice(body.start, body.end)}`)].join(' ');
}

/** The names that a command line sets itself; `any` where it may set more, or is another language's. */
function assignedIn(text: string): ReadonlySet<string> | 'any' {
  if (/(?:^|[\s;&|(])(?:\.|source|eval)\s|\n#!/.test(text)) return 'any';
  const names = new Set<string>();
  for (const [, assigned, looped] of text.matchAll(/(?<![\w$])([A-Za-z_]\w*)\+?=|\b(?:for|read|export|local|declare|getopts)\s+(?:-\w+\s+)?([A-Za-z_]\w*)/g)) {
    names.add(assigned ?? looped ?? '');
  }
  return names;
}
