import { parse } from '../../dotenv/parse.ts';
import { rawValuesOf, valuesOf } from '../../dotenv/values.ts';
import type { Environment } from './environment.ts';
import { addressOf } from './places.ts';
import type { Report } from './problems.ts';
import type { Reading } from './reading.ts';
import { entriesOf, isNull, itemsOf, type MapValue, map, text, textOf, type Value, valueAt, withEntries } from './value.ts';

/** The project with the variables and labels of its services' files written into the services, and without the keys that name the files. */
export async function withFilesRead(document: MapValue, environment: Environment, reading: Reading): Promise<MapValue> {
  const services = document.entries.get('services');
  if (services?.kind !== 'map') return document;
  const read = new Map<string, Value>();
  for (const [name, service] of services.entries) read.set(name, service.kind === 'map' ? await ofService(service, environment, reading) : service);
  return withEntries(document, { services: { ...services, entries: read } });
}

async function ofService(service: MapValue, environment: Environment, reading: Reading): Promise<MapValue> {
  const own = service.entries.get('environment');
  const found = new Map<string, Value>();
  for (const item of itemsOf(service.entries.get('env_file'))) {
    const path = valueAt(item, 'path') ?? item;
    const isRequired = textOf(valueAt(item, 'required')) !== 'false';
    const content = await contentOf(path, 'env_file', isRequired, reading);
    if (!content) continue;
    const asked = (name: string) => environment.get(name)?.value ?? (isNull(valueAt(own, name)) ? undefined : textOf(valueAt(own, name))) ?? given(found.get(name));
    for (const [name, value] of variablesIn(content, textOf(valueAt(item, 'format')) === 'raw', asked, reading.report)) found.set(name, value);
  }
  const labels = new Map<string, Value>();
  for (const path of itemsOf(service.entries.get('label_file'))) {
    const content = await contentOf(path, 'label_file', true, reading);
    if (content) for (const [name, value] of variablesIn(content, false, (asked) => environment.get(asked)?.value, reading.report)) labels.set(name, value);
  }
  return withEntries(service, {
    env_file: undefined,
    label_file: undefined,
    ...(found.size > 0 && { environment: map([...found, ...entriesOf(own)], own) }),
    ...(labels.size > 0 && { labels: map([...labels, ...entriesOf(service.entries.get('labels'))], service.entries.get('labels')) }),
  });
}

const given = (value: Value | undefined) => (value === undefined ? undefined : textOf(value));

interface Content {
  readonly address: string;
  readonly text: string;
}

async function contentOf(path: Value, what: 'env_file' | 'label_file', isRequired: boolean, reading: Reading): Promise<Content | undefined> {
  const address = addressOf(textOf(path), reading.root);
  const content = address === undefined ? undefined : await reading.read(address);
  if (address !== undefined && content !== undefined) return { address, text: content };
  if (address !== undefined && (await reading.isFolder(address))) reading.report.problem({ kind: 'folder', path: textOf(path), ...(path.from && { at: path.from }) });
  else if (isRequired && address !== undefined && (await reading.isMissing(address)))
    reading.report.problem({ kind: 'missing-file', what, path: textOf(path), ...(path.from && { at: path.from }) });
  return undefined;
}

function* variablesIn({ address, text: content }: Content, isRaw: boolean, asked: (name: string) => string | undefined, report: Report): Generator<readonly [string, Value]> {
  if (isRaw) {
    for (const [name, value] of rawValuesOf(content)) {
      const held = value ?? asked(name);
      if (held !== undefined) yield [name, text(held, { from: { file: address, span: { start: 0, end: 0 } } })];
    }
    return;
  }
  const parsed = parse(content);
  const [error] = parsed.errors;
  if (error) report.problem({ kind: 'bad-dotenv', at: { file: address, span: error.span } });
  const { held, unset, problems } = valuesOf(parsed, asked);
  for (const { name, variable } of unset) report.warn({ kind: 'unset-variable', name, at: { file: address, span: variable.span } });
  for (const { problem, variable } of problems)
    report.problem({ kind: 'invalid-template', text: problem.kind === 'invalid' ? problem.text : problem.name, at: { file: address, span: variable.span } });
  for (const [name, { value, variable }] of held) yield [name, text(value, { from: { file: address, span: variable.span } })];
}
