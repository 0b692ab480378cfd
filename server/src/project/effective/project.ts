import type { Files } from '../../core/files.ts';
import { folderOf, nameOf } from '../paths.ts';
import { checkNames } from './consistency.ts';
import { discover } from './discover.ts';
import { withFilesRead } from './env-files.ts';
import { type Environment, type Setting, withDotenv } from './environment.ts';
import { interpolate } from './interpolate.ts';
import { modelOf } from './model.ts';
import { normalized } from './normalize.ts';
import type { Problem, Warning } from './problems.ts';
import { withoutUnused, withProfiles } from './profiles.ts';
import { type Reading, readingOf } from './reading.ts';
import { typed } from './typed.ts';
import { entriesOf, type MapValue, type Source, textOf, type Value } from './value.ts';

/** What somebody adds on the command line or in the shell. */
export interface ProjectOptions {
  /** Variables of the shell. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Like `--profile`; without any those of COMPOSE_PROFILES. */
  readonly profiles?: readonly string[];
  /** Like `--project-name`. */
  readonly name?: string;
  /** More files, like further `--file`. */
  readonly more?: readonly string[];
}

/** A project as Compose sees it once all its files are read. */
export interface EffectiveProject {
  readonly name: string;
  /** `services`, `networks` and the like, with everything that Compose adds: what `docker compose config` shows. */
  readonly model: MapValue;
  readonly services: ReadonlyMap<string, Value>;
  /** All services, also those of profiles that are not switched on. */
  readonly allServices: ReadonlyMap<string, Value>;
  /** The compose files that are merged, in their order. */
  readonly files: readonly string[];
  /** The compose files that those include. */
  readonly included: readonly string[];
  /** Services of other files that were taken over, where they stand. */
  readonly extended: readonly Source[];
  /** Every file that was looked at: when one of them changes, the answer may. */
  readonly sources: ReadonlySet<string>;
  /** Their texts, by address. */
  readonly texts: ReadonlyMap<string, string>;
  readonly environment: Environment;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

/**
 * What Compose makes of a project. A folder (with a slash at its end) is looked through as `docker compose` does it without `--file`;
 * a file is read alone. Nothing is thrown: what is missing or wrong is among the problems. Only single files are judged by rules.
 */
export async function effectiveProject(place: string, files: Files, options: ProjectOptions = {}): Promise<EffectiveProject> {
  const folder = folderOf(place);
  const reading = readingOf(files, folder, options.environment?.HOME);
  const { report } = reading;
  const shell = new Map<string, Setting>(Object.entries(options.environment ?? {}).map(([name, value]) => [name, { value }]));
  const around = await withDotenvOf(folder, shell, reading);
  const main = place.endsWith('/') ? await discover(folder, around, reading) : [place, ...(options.more ?? [])];
  for (const file of main) if ((await reading.read(file)) === undefined) report.problem({ kind: 'missing-file', what: 'compose', path: nameOf(file) });
  // The first file decides where the project lies.
  const home = folderOf(main[0] ?? folder);
  const given = home === folder ? around : await withDotenvOf(home, around, reading);
  const name = await nameFor(main, home, given, options.name, reading);
  const environment: Environment = new Map([...given, ['COMPOSE_PROJECT_NAME', name]]);
  const model = await modelOf(main, { folder: home, environment, including: [] }, reading);
  if (await isNothing(main, reading)) report.problem({ kind: 'no-mapping', at: { file: main[0] ?? folder, span: { start: 0, end: 0 } } });
  const full = typed(normalized(model, name.value, environment));
  const wanted = options.profiles?.length ? options.profiles : (environment.get('COMPOSE_PROFILES')?.value ?? '').split(',').map((it) => it.trim());
  const active = withProfiles(full, wanted);
  checkNames(full, active, report);
  const shown = await withFilesRead(withoutUnused(active), environment, reading);
  return {
    name: name.value,
    model: shown,
    services: new Map(entriesOf(shown.entries.get('services'))),
    allServices: new Map(entriesOf(full.entries.get('services'))),
    files: main,
    included: [...reading.included],
    extended: reading.extended,
    sources: reading.seen,
    texts: reading.texts,
    environment,
    problems: report.problems,
    warnings: report.warnings,
  };
}

/** Whether files are there, but nothing stands in them. */
async function isNothing(files: readonly string[], reading: Reading): Promise<boolean> {
  const found = await Promise.all(files.map((file) => reading.documents(file)));
  return found.some((documents) => documents !== undefined) && found.every((documents) => documents === undefined || documents.length === 0);
}

/** The environment with what the `.env` of a folder sets. */
async function withDotenvOf(folder: string, environment: Environment, reading: Reading): Promise<Environment> {
  const content = await reading.read(`${folder}.env`);
  return content === undefined ? environment : withDotenv(environment, `${folder}.env`, content, reading.report);
}

/** From the command line, COMPOSE_PROJECT_NAME, the last `name:` of a file, or the folder. Only what stands in files is put right. compose-go: loader/loader.go, projectName */
async function nameFor(files: readonly string[], folder: string, environment: Environment, option: string | undefined, reading: Reading): Promise<Setting> {
  const set = option !== undefined ? { value: option } : environment.get('COMPOSE_PROJECT_NAME');
  if (set && set.value !== '') {
    if (set.value !== asName(set.value)) reading.report.problem({ kind: 'bad-name', name: set.value, ...(set.from && { at: set.from }) });
    return set;
  }
  const written = await writtenName(files, environment, reading);
  const name = asName(written?.value ?? '');
  if (written && name === '') reading.report.problem({ kind: 'bad-name', name: written.value, ...(written.from && { at: written.from }) });
  return name === '' ? { value: asName(nameOf(folder.slice(0, -1))) } : { ...written, value: name };
}

async function writtenName(files: readonly string[], environment: Environment, reading: Reading): Promise<Setting | undefined> {
  let found: Setting | undefined;
  for (const file of files) {
    for (const document of (await reading.documents(file)) ?? []) {
      const written = document.entries.get('name');
      if (!written || textOf(written) === '') continue;
      const value = textOf(interpolate(written, environment, reading.report));
      found = { value, ...(written.from && { from: written.from }) };
    }
  }
  return found;
}

/** Lower-case letters, digits, `-` and `_`, and a letter or digit first. */
const asName = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^-_a-z0-9]/g, '')
    .replace(/^[_-]+/, '');
