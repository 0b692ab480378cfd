import type { Fact } from '../../core/fact.ts';
import type { PackageCall } from '../../dockerfile/calls.ts';
import { pieceOf, type Spot } from './stack.ts';

/** A script of `package.json` that a command runs. */
export interface Called {
  readonly tool: 'npm' | 'yarn' | 'pnpm';
  readonly verb: string;
  readonly script: string;
  readonly at: Spot;
  /** Everything behind the script's name. */
  readonly rest: string;
  /** Where more could be added. */
  readonly end: Spot;
}

/** What Yarn and pnpm do themselves; any other word is a script to them. https://yarnpkg.com/cli https://pnpm.io/pnpm-cli */
const VERBS = new Set(
  (
    'add approve-builds audit autoclean bin cache check ci config constraints create dedupe deploy dlx doctor env exec explain fetch generate-lock-entry global help ' +
    'import info init install i licenses link list ls login logout node npm outdated owner pack patch patch-commit patch-remove plugin policies prune publish ' +
    'rebuild remove rm root run search self-update server set setup stage store tag team unlink unplug up update upgrade upgrade-interactive ' +
    'version versions why workspace workspaces'
  ).split(' '),
);

/** The script that a call in a Dockerfile runs, also where Yarn or pnpm is given its name alone. */
export function scriptOf({ tool, script, verb, at }: PackageCall): Fact | undefined {
  return script ?? (tool === 'npm' || verb === 'run' || at.text === tool || !/^[\w:.-]+$/.test(verb) || VERBS.has(verb) ? undefined : at);
}

const CALL = /(?:^|&&|["';]) *(npm|yarn|pnpm) +(?:(run|run-script) +)?([\w:.-]+)([^&;|"']*)/dg;

/**
 * What a `command` in Compose runs with npm, Yarn or pnpm: written as one line, word by word, or as a line for a shell.
 * Nothing where it goes to another folder, hands over to other programs, or holds variables.
 */
export function scriptsCalledIn(uri: string, command: readonly Fact[]): Called[] {
  const [first, second, third] = command;
  if (!first) return [];
  if (command.length === 1) return inLine(uri, first);
  if (/^(?:\/bin\/)?(?:ba|a)?sh$/.test(first.text) && second?.text === '-c' && third && command.length === 3) return inLine(uri, third);
  const isRun = second !== undefined && /^run(?:-script)?$/.test(second.text);
  const script = isRun ? third : second;
  const last = command.at(-1) ?? first;
  if (!script || !/^[\w:.-]+$/.test(script.text)) return [];
  const rest = command.slice(isRun ? 3 : 2).map(({ text }) => text);
  const found = called(first.text, isRun ? second.text : undefined, script.text, rest.join(' '), { uri, fact: script }, pieceOf(uri, last, last.text.length, last.text.length));
  return found ? [found] : [];
}

function inLine(uri: string, fact: Fact): Called[] {
  const { text } = fact;
  if (/[|<>$`\\]|\bcd |\bif /.test(text)) return [];
  return [...text.matchAll(CALL)].flatMap((match) => {
    const [, tool = '', run, script = '', rest = ''] = match;
    const [from = 0, to = 0] = match.indices?.[3] ?? [];
    const end = match.index + match[0].trimEnd().length;
    return called(tool, run, script, rest.trim(), pieceOf(uri, fact, from, to), pieceOf(uri, fact, end, end)) ?? [];
  });
}

/** `npm dev` is no call of a script, `yarn dev` is. */
function called(tool: string, run: string | undefined, script: string, rest: string, at: Spot, end: Spot): Called | undefined {
  if (tool !== 'npm' && tool !== 'yarn' && tool !== 'pnpm') return undefined;
  const verb = run ?? script;
  if (run === undefined && (tool === 'npm' ? !/^(?:start|test)$/.test(script) : VERBS.has(script))) return undefined;
  return script.startsWith('-') ? undefined : { tool, verb, script, rest, at, end };
}
