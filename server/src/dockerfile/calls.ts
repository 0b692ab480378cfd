import type { Fact } from '../core/fact.ts';
import type { Placed, Word } from '../core/text.ts';
import type { Facts } from './facts.ts';
import type { Instruction } from './file.ts';
import { workdirAt } from './workdir.ts';

/** A call of npm, yarn or pnpm in RUN, CMD or ENTRYPOINT. */
export interface PackageCall {
  readonly tool: 'npm' | 'yarn' | 'pnpm';
  readonly keyword: 'RUN' | 'CMD' | 'ENTRYPOINT';
  /** `run`, also for `run-script`; `install`, `ci` … */
  readonly verb: string;
  /** The script that is run. */
  readonly script?: Fact;
  /** The verb, or the tool where it stands alone. */
  readonly at: Fact;
  /** The last word of the call. */
  readonly end: Fact;
  /** Words behind the verb that are no options. */
  readonly args: readonly string[];
  /** `--frozen-lockfile` and its like. */
  readonly options: readonly string[];
  /** Its words stand in quotes, in a list. */
  readonly isExec: boolean;
  /** It works in another folder than the stage's: behind `cd`, or told so by an option. */
  readonly isElsewhere: boolean;
  /** Something else is done where it fails: `|| true`. */
  readonly mayFail: boolean;
  /** The RUN mounts files of the context. */
  readonly binds: boolean;
  /** The stage's working directory there; empty where it is not known. */
  readonly workdir: string;
  /** How many of the stage's copies stand before it. */
  readonly after: number;
}

/** A call of Gradle or Maven in a RUN. */
export interface TaskCall {
  readonly tool: 'gradle' | 'maven';
  /** `./gradlew` */
  readonly program: Fact;
  readonly tasks: readonly Fact[];
  readonly options: readonly string[];
}

type At = (start: number, word: Word) => Fact;

const SEPARATORS = /^(?:&&|\|\||;|\|)$/;
const NOTHING: Word = { text: '', span: { start: 0, end: 0 } };
const TOOLS = ['npm', 'yarn', 'pnpm'] as const;

/** Options with which a package manager works in another folder, or in several. */
const ELSEWHERE = /^(?:--(?:prefix|cwd|dir|workspaces?|filter|recursive)(?:=|$)|-[CwFr]$)/;

/** What COPY and ADD take from the build context: no addresses, no heredocs, nothing of other stages. */
export function contextSources(block: Instruction): readonly Word[] {
  if ((block.keyword !== 'COPY' && block.keyword !== 'ADD') || block.flags.some(({ name }) => name.text === 'from')) return [];
  const heredocs = new Set(block.heredocs.map(({ marker }) => marker.start));
  return block.sources.filter(({ text, span }) => !heredocs.has(span.start) && !/^(?:[a-z][a-z0-9+.-]*:\/\/|git@)/i.test(text));
}

/** The calls of package managers in a stage, in their order. What a quoted shell line holds is left out. */
export function callsIn(facts: Facts, instructions: readonly Placed<Instruction>[], at: At): PackageCall[] {
  const found: PackageCall[] = [];
  let after = 0;
  for (const { start, block } of instructions) {
    if (contextSources(block).length > 0) after++;
    const { keyword } = block;
    if (keyword !== 'RUN' && keyword !== 'CMD' && keyword !== 'ENTRYPOINT') continue;
    const words = block.exec?.elements ?? block.args;
    for (const [i, own] of commandsIn(words)) {
      const tool = TOOLS.find((it) => it === own[0]?.text);
      if (!tool) continue;
      const hasMoved = words.slice(0, i).some(({ text }) => text === 'cd' || text === 'pushd');
      const call = callOf(tool, own, (word) => at(start, word));
      found.push({
        ...call,
        keyword,
        isExec: block.exec !== undefined,
        mayFail: words[i + own.length]?.text === '||',
        isElsewhere: hasMoved || call.options.some((it) => ELSEWHERE.test(it)),
        binds: block.flags.some(({ name, value }) => name.text === 'mount' && (/type=bind/.test(value?.text ?? '') || !/type=/.test(value?.text ?? ''))),
        workdir: workdirAt(facts, start) ?? '',
        after,
      });
    }
  }
  return found;
}

/** The tasks that RUN gives Gradle or Maven, also by their wrappers. */
export function tasksIn(instructions: readonly Placed<Instruction>[], at: At): TaskCall[] {
  return instructions.flatMap(({ start, block }) =>
    block.keyword !== 'RUN' || block.exec
      ? []
      : commandsIn(block.args).flatMap(([, [first, ...rest]]): TaskCall[] => {
          const name = /^(?:\.\/|.*\/)?(gradlew?|mvnw?)$/.exec(first?.text ?? '')?.[1];
          if (!name) return [];
          const options = rest.filter(({ text }, i) => text.startsWith('-') || rest[i - 1]?.text === '-x');
          const tasks = rest.filter((word) => !options.includes(word)).map((word) => at(start, word));
          return [{ tool: name.startsWith('g') ? 'gradle' : 'maven', program: at(start, first ?? NOTHING), tasks, options: options.map(({ text }) => text) }];
        }),
  );
}

/** The simple commands of a shell line, each with the number of its first word. */
function commandsIn(words: readonly Word[]): (readonly [number, readonly Word[]])[] {
  const found: (readonly [number, readonly Word[]])[] = [];
  let from = 0;
  for (let i = 0; i <= words.length; i++) {
    const text = words[i]?.text;
    const ends = text === undefined || SEPARATORS.test(text);
    if (!ends && !text.endsWith(';')) continue;
    const last = words[i];
    const own = words.slice(from, ends ? i : i + 1);
    if (!ends && last) own.splice(-1, 1, { text: last.text.slice(0, -1), span: { start: last.span.start, end: last.span.end - 1 } });
    const begin = own.findIndex((word) => word.text !== 'exec' && !/^\w+=/.test(word.text));
    if (begin >= 0) found.push([from + begin, own.slice(begin)]);
    from = i + 1;
  }
  return found;
}

type CallWords = Pick<PackageCall, 'tool' | 'verb' | 'script' | 'at' | 'end' | 'args' | 'options'>;

function callOf(tool: PackageCall['tool'], words: readonly Word[], at: (word: Word) => Fact): CallWords {
  const dashes = words.findIndex(({ text }) => text === '--');
  const own = dashes < 0 ? words : words.slice(0, dashes);
  const [first, ...rest] = own.slice(1).filter(({ text }) => !text.startsWith('-'));
  const verb = first?.text ?? 'install';
  const isRun = verb === 'run' || verb === 'run-script';
  const named = isRun ? rest[0] : verb === 'start' || verb === 'test' ? first : undefined;
  const tellsScript = named && /^[\w:.-]+$/.test(named.text) ? named : undefined;
  return {
    tool,
    verb: isRun ? 'run' : verb,
    ...(tellsScript && { script: at(tellsScript) }),
    at: at(first ?? words[0] ?? NOTHING),
    end: at(words.at(-1) ?? NOTHING),
    args: rest.map(({ text }) => text),
    // Also those behind `--`, which are for the script.
    options: words.slice(1).flatMap(({ text }) => (text.startsWith('-') ? [text] : [])),
  };
}
