import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { asJson, asYaml, type EffectiveProject, errorsIn, judgedFiles, type NameOf, readProject } from '../../src/service/config.ts';
import { ko } from '../ko.ts';
import { filesOf, type Runtime } from '../world.ts';
import type { Outcome } from './check-command.ts';
import { kindOfPath } from './find-files.ts';
import { asText } from './formats.ts';
import { problemsOf, type ShownProblem } from './problem.ts';

const FORMATS = ['yaml', 'json'] as const;

interface ConfigOptions {
  readonly paths: readonly string[];
  readonly format: (typeof FORMATS)[number];
  readonly profiles: readonly string[];
  readonly sources: boolean;
}

/** `docker-giljabi config …`: the project as Docker sees it. */
export async function configCommand(words: readonly string[], runtime: Runtime): Promise<Outcome> {
  const options = configOptions(words);
  if (typeof options === 'string') return { code: 2, err: options };
  const addresses: string[] = [];
  for (const given of options.paths) {
    const kind = await kindOfPath(given);
    if (!kind) return { code: 2, err: ko.unreadable.unreadable(given) };
    addresses.push(`${pathToFileURL(path.resolve(given)).href}${kind === 'folder' ? '/' : ''}`);
  }
  const [place = '', ...more] = addresses;
  if (more.length > 0 && addresses.some((it) => it.endsWith('/'))) return { code: 2, err: ko.config.onePlace };
  const project = await readProject(place, filesOf(runtime), { environment: shell(), profiles: options.profiles, more });
  if (project.files.length === 0) return { code: 2, err: ko.config.noFile(options.paths[0] ?? '.') };
  const err = await complaintsOf(project, runtime);
  if (err.isRefused) return { code: 1, err: err.lines.join('\n') };
  const nameOf = options.sources ? namesIn(project) : undefined;
  const out = options.format === 'json' ? asJson(project, nameOf) : asYaml(project, nameOf);
  return { code: 0, out, ...(err.lines.length > 0 && { err: err.lines.join('\n') }) };
}

function configOptions(words: readonly string[]): ConfigOptions | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(words);
  } catch (error) {
    return ko.badOption(/'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '');
  }
  const { values, positionals } = parsed;
  const format = FORMATS.find((it) => it === values.format);
  if (!format) return ko.badValue('--format', values.format, FORMATS);
  return { paths: positionals.length > 0 ? positionals : ['.'], format, profiles: values.profile, sources: values.sources };
}

const parse = (words: readonly string[]) =>
  parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'yaml' }, profile: { type: 'string', multiple: true, default: [] }, sources: { type: 'boolean', default: false } },
  });

const shell = (): Record<string, string> => Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** What is wrong with the project, as `check` says it of its files, and what Docker would warn of. */
async function complaintsOf(project: EffectiveProject, runtime: Runtime): Promise<{ readonly isRefused: boolean; readonly lines: readonly string[] }> {
  const shown: ShownProblem[] = [];
  let isRefused = false;
  for (const file of judgedFiles(project)) {
    const errors = await errorsIn(project, file, filesOf(runtime));
    isRefused ||= errors.some(({ stage }) => stage === 'config');
    shown.push(
      ...problemsOf(
        shownPath(file),
        project.texts.get(file) ?? '',
        errors.map(({ error }) => error),
      ),
    );
  }
  const nameOf = namesIn(project);
  const says = (at: { readonly at?: Parameters<NameOf>[0] }, text: string) => (at.at ? `${nameOf(at.at)}: ${text}` : text);
  const problems = project.problems.map((problem) => says(problem, ko.config.problem(problem)));
  const warnings = project.warnings.map((warning) => says(warning, ko.config.warning(warning)));
  const seen = shown.length > 0 ? [asText(project.files.length, shown, false)] : [];
  // The rules say it better where both say it.
  if (isRefused) return { isRefused, lines: seen };
  return { isRefused: problems.length > 0, lines: [...seen, ...problems, ...warnings] };
}

const shownPath = (address: string) => path.relative(process.cwd(), fileURLToPath(address)).replaceAll(path.sep, '/');

/** `compose.yaml:3`, seen from the current folder. */
function namesIn({ texts }: EffectiveProject): NameOf {
  const starts = new Map<string, readonly number[]>();
  return ({ file, span }) => {
    const lines = starts.get(file) ?? lineStarts(texts.get(file) ?? '');
    starts.set(file, lines);
    let line = 1;
    for (let low = 0, high = lines.length - 1; low <= high; ) {
      const middle = (low + high) >> 1;
      if ((lines[middle] ?? 0) > span.start) high = middle - 1;
      else {
        line = middle + 1;
        low = middle + 1;
      }
    }
    return `${shownPath(file)}:${line}`;
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
