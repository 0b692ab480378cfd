import { type Reported, type RuleSettings, report, severityOf } from '../core/check.ts';
import type { Files } from '../core/files.ts';
import { withoutIgnored } from '../core/ignore.ts';
import type { Failed } from '../core/run.ts';
import { folderOf, nameOf, resolvePath } from '../project/paths.ts';
import { followsFrom, placedIn, type StackFound } from '../project/stack/check.ts';
import type { StackService } from '../project/stack/stack.ts';
import { type Language, languageOfName, type Source, sourceOf } from './languages.ts';
import { stackRules } from './rules.ts';
import { type JudgedStack, type Stacks, stacksIn } from './stacks.ts';

/** What is said of one file by the rules of its language and by those that look at its whole stack, in the order of its text. */
export async function withStack(
  uri: string,
  text: string,
  source: Source | undefined,
  found: readonly Reported[],
  stack: JudgedStack | undefined,
  settings: RuleSettings,
): Promise<readonly Reported[]> {
  const own = source?.language === 'dotenv' && uri !== '' ? ofEnvFile(uri, found, stack) : found;
  if (!stack?.known.has(uri)) return own;
  const rules = await stackRules();
  const known = (place: string) => stack.known.get(place);
  const reported = withoutIgnored(text, report(placedIn(uri, stack.found, known), rules, settings));
  const spoken = source?.withoutSkipped?.(reported, rules) ?? reported;
  const follows = followsFrom(
    uri,
    stack.found.filter((it) => isHeard(it)),
    known,
  );
  const all = [...own, ...spoken].filter(({ rule, at }) => !follows(rule, at));
  return spoken.length === 0 ? all : all.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);

  /** A cause that nobody hears of takes nothing away. */
  function isHeard([id, finding]: StackFound): boolean {
    const rule = rules[id];
    const weight = rule ? severityOf(id, rule, settings) : 'off';
    return weight !== 'off' && (settings.profile !== 'exam' || (finding.severity ?? weight) === 'error');
  }
}

/** What is said of an env file: no error where Compose is not known to read it, nothing where it is read sign by sign (`format: raw`). */
function ofEnvFile(uri: string, found: readonly Reported[], stack: JudgedStack | undefined): readonly Reported[] {
  const isError = ({ severity }: Reported) => severity === 'error';
  const softened = () => found.map((it) => (isError(it) ? { ...it, severity: 'warning' as const } : it));
  // A `.env` that lies alone is taken for a project's.
  if (!stack) return nameOf(uri) === '.env' ? found : softened();
  const { dotenv, services } = stack.stack;
  if (dotenv?.uri === uri) return found;
  const readers = services.filter(({ envFiles }) => envFiles.some((it) => it.uri === uri));
  if (readers.length === 0) return softened();
  const takesRaw = ({ parts }: StackService) => parts.some((part) => part.facts.rawEnvFiles.some((path) => resolvePath(folderOf(part.uri), path) === uri));
  return readers.every(takesRaw) ? [] : found;
}

const LANGUAGES: readonly Language[] = ['compose', 'dockerfile', 'dockerignore', 'dotenv', 'shell', 'markdown'];

/** Judges a file that nobody has open, once. Without an address nothing is known around it. */
export async function judge(
  uri: string,
  language: string | undefined,
  text: string,
  files: Files,
  settings: RuleSettings,
  failed: Failed,
  stacks: Stacks = stacksIn(files, async () => undefined, failed),
): Promise<readonly Reported[]> {
  const known = language === 'command' ? 'shell' : (LANGUAGES.find((it) => it === language) ?? languageOfName(nameOf(uri)));
  const source = known && (await sourceOf(known, text));
  const own = (await source?.check?.(uri, text, files, settings, failed))?.reported ?? [];
  return withStack(uri, text, source, own, uri === '' ? undefined : await stacks.of(uri, known === 'compose'), settings);
}
