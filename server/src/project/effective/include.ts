import { folderOf } from '../paths.ts';
import { type Environment, withDotenv } from './environment.ts';
import { without } from './marks.ts';
import { merge } from './merge.ts';
import { modelOf, type Setup } from './model.ts';
import { addressOf } from './places.ts';
import type { Reading } from './reading.ts';
import { isText, itemsOf, type MapValue, mapEntries, type Path, type ScalarValue, textOf, type Value, valueAt, withEntries } from './value.ts';

const SECTIONS = new Set(['services', 'volumes', 'networks', 'secrets', 'configs', 'models']);

/** A document with what the files that it includes define. `marked` are the places that the document takes away or replaces. compose-go: loader/include.go */
export async function withIncluded(document: MapValue, marked: readonly Path[], setup: Setup, reading: Reading): Promise<MapValue> {
  let whole = withEntries(document, { include: undefined });
  for (const item of itemsOf(document.entries.get('include'))) {
    const included = await modelIncluded(item, setup, reading);
    if (included) whole = joined(whole, included, marked);
  }
  return whole;
}

async function modelIncluded(item: Value, setup: Setup, reading: Reading): Promise<MapValue | undefined> {
  const files: string[] = [];
  for (const path of isText(item) ? [item] : textsOf(valueAt(item, 'path'))) {
    const address = addressOf(path.text, setup.folder);
    const at = path.from && { at: path.from };
    if (address === undefined) continue;
    if (setup.including.includes(address)) {
      reading.report.problem({ kind: 'include-cycle', path: path.text, ...at });
      return undefined;
    }
    if ((await reading.read(address)) !== undefined) files.push(address);
    else if (await reading.isMissing(address)) reading.report.problem({ kind: 'missing-file', what: 'include', path: path.text, ...at });
  }
  for (const file of files) reading.included.add(file);
  const [main] = files;
  if (main === undefined || !reading.mayGoOn()) return undefined;
  const given = textOf(valueAt(item, 'project_directory'));
  const folder = given === '' ? folderOf(main) : `${addressOf(given, setup.folder) ?? folderOf(main).slice(0, -1)}/`;
  const environment = await environmentOf(textsOf(valueAt(item, 'env_file')), folder, setup, reading);
  return modelOf(files, { folder, environment, including: setup.including }, reading);
}

const textsOf = (value: Value | undefined): ScalarValue[] => (isText(value) ? [value] : itemsOf(value).filter(isText));

/** The variables of an included project: those of the project around it, then its own files, or the `.env` of its folder. */
async function environmentOf(paths: readonly ScalarValue[], folder: string, setup: Setup, reading: Reading): Promise<Environment> {
  let { environment } = setup;
  const places = paths.length > 0 ? paths.map((path) => ({ path, address: addressOf(path.text, setup.folder) })) : [{ path: undefined, address: `${folder}.env` }];
  for (const { path, address } of places) {
    const content = address === undefined ? undefined : await reading.read(address);
    if (address !== undefined && content !== undefined) environment = withDotenv(environment, address, content, reading.report);
    else if (path && address !== undefined && (await reading.isMissing(address)))
      reading.report.problem({ kind: 'missing-file', what: 'env_file', path: path.text, ...(path.from && { at: path.from }) });
  }
  return environment;
}

/** What is included is the ground on which the file's own settings stand. */
function joined(document: MapValue, included: MapValue, marked: readonly Path[]): MapValue {
  const ground = mapEntries(without(included, marked), (value, section) => (SECTIONS.has(section) ? value : undefined));
  return merge(ground, document);
}
