import { emptyView, type ProjectView } from '../core/project-view.ts';
import { remembered } from '../core/remember.ts';
import { type Edit, insert } from '../core/rule.ts';
import type { Span } from '../core/text.ts';
import { child, textOf } from './facts.ts';
import type { Mapping } from './file.ts';
import type { Service } from './model.ts';
import { envFilesOf } from './references.ts';
import { textOfScalar } from './scalars.ts';
import { type EnvironmentVariable, scalarsUnder, variablesUnder } from './services.ts';

/** What the program in a container finds in its environment, as far as the project's files say it. */
export interface Environment {
  /** By name. A value that holds a variable, comes from the shell or from a secret's file is not known. */
  readonly values: ReadonlyMap<string, string | undefined>;
  /** Nothing can be set elsewhere: every env file could be read, and the service extends nothing. */
  readonly complete: boolean;
}

export const environmentOf = ({ node }: Service, project: ProjectView): Environment => (node && !child(node, 'env_file') ? ownEnvironment(node) : environmentIn(node, project));

/** Without env files the service says it all. */
const ownEnvironment = remembered((node: Mapping): Environment => environmentIn(node, emptyView));

function environmentIn(node: Mapping | undefined, project: ProjectView): Environment {
  const values = new Map<string, string | undefined>();
  const files = envFilesOf(node).map(({ word }) => project.envFile(word.text));
  for (const file of files) for (const [name, value] of file ?? []) values.set(name, known(value));
  const own = variablesUnder(node);
  for (const variable of own) values.set(variable.name.text, valueOf(variable));
  const complete = !child(node, 'extends') && !files.includes(undefined) && !own.some(({ name }) => name.text.includes('$'));
  return { values, complete };
}

/** The value as the container gets it; nothing where a variable or an escape decides. */
export function valueOf({ name, value, node }: EnvironmentVariable): string | undefined {
  if (!value) return undefined;
  const isItem = node.raw.span.start === name.span.start;
  return known(isItem ? value.text : (textOfScalar(node) ?? ''));
}

const known = (text: string) => (/[$\\]/.test(text) ? undefined : text);

/** What is known of one of several names for the same setting. */
export interface Setting {
  readonly isSet: boolean;
  readonly value?: string;
}

/** The first of the names that is set, also by way of a file (`…_FILE`). */
export function settingOf({ values }: Environment, names: readonly string[]): Setting {
  for (const name of names) {
    if (values.has(`${name}_FILE`)) return { isSet: true };
    const value = values.get(name);
    if (values.has(name) && value !== '') return { isSet: true, ...(value !== undefined && { value }) };
  }
  return { isSet: false };
}

/** What a service starts, as one text: `entrypoint` and `command`. */
export const startOf = ({ node }: Service): string =>
  ['entrypoint', 'command']
    .flatMap((key) => scalarsUnder(node, key))
    .map(textOf)
    .join(' ');

/** A line above an entry or an item in block style, with the same margin. Nothing in flow style and behind anchors. */
export function lineAbove({ block: { text }, alone }: Service, { start }: Span, line: string): Edit | undefined {
  const margin = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (!alone || !/^ *(?:- +)?$/.test(margin) || margin === '') return undefined;
  return insert(start, `${line}${text.includes('\r\n') ? '\r\n' : '\n'}${margin}`);
}

/** Takes away a line that holds nothing but this entry or item. Nothing in flow style and behind anchors. */
export function withoutLine({ block: { text }, alone }: Service, { start, end }: Span): Edit | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const to = newline < 0 ? text.length : newline + 1;
  const isWhole = /^ *(?:- +)?$/.test(text.slice(from, start)) && /^[ \t]*(?:#.*)?\r?\n?$/.test(text.slice(end, to));
  return alone && isWhole && from < start ? { span: { start: from, end: to }, text: '' } : undefined;
}

/** One more variable, above the others of a service, in the syntax of the others. */
export function variableAbove(service: Service, name: string, value: string): Edit | undefined {
  const environment = child(service.node, 'environment');
  const first = variablesUnder(service.node)[0];
  if (!environment || !first) return undefined;
  return environment.kind === 'sequence' ? lineAbove(service, first.node.span, `${name}=${value}`) : lineAbove(service, first.name.span, `${name}: ${value}`);
}
