import { parse } from '../compose/parse.ts';
import type { Reported } from '../core/check.ts';
import type { Files } from '../core/files.ts';
import { printed } from '../project/effective/printed.ts';
import { type EffectiveProject, effectiveProject, type ProjectOptions } from '../project/effective/project.ts';
import type { MapValue, ScalarValue, Source, Value } from '../project/effective/value.ts';
import { checkCompose } from './check.ts';
import { laterIn, ofNames } from './refusals.ts';

export type { Problem, Warning } from '../project/effective/problems.ts';
export type { EffectiveProject, ProjectOptions } from '../project/effective/project.ts';

/** Answers what Compose makes of the project at a place. */
export const readProject = (place: string, files: Files, options: ProjectOptions): Promise<EffectiveProject> => effectiveProject(place, files, options);

/** What the rules find wrong with a compose file of a project: `config` for what Docker refuses at once, `up` for what fails only when it is started. */
export async function errorsIn(project: EffectiveProject, file: string, files: Files): Promise<readonly { readonly stage: 'config' | 'up'; readonly error: Reported }[]> {
  const text = project.texts.get(file) ?? '';
  const parsed = parse(text);
  const { reported } = await checkCompose(file, text, parsed, files, { profile: 'exam', severities: {} }, () => undefined);
  const isLater = laterIn(parsed);
  const isOne = project.files.length + project.included.length === 1;
  // Of a file that others extend only the services that they take count.
  const taken = project.files.includes(file) || project.included.includes(file) ? undefined : project.extended.filter((it) => it.file === file);
  return reported
    .filter(({ severity, rule }) => severity === 'error' && (isOne || !ofNames.has(rule)))
    .filter(({ at }) => !taken || taken.some(({ span }) => span.start <= at.start && at.end <= span.end))
    .map((error) => ({ stage: isLater(error) ? ('up' as const) : ('config' as const), error }));
}

/** The files in which `errorsIn` may find something. */
export const judgedFiles = ({ files, included, extended }: EffectiveProject): readonly string[] => [...new Set([...files, ...included, ...extended.map(({ file }) => file)])];

/** How a place is called for people: `compose.yaml:3`. */
export type NameOf = (source: Source) => string;

/** A project as JSON, like `docker compose config --format json`. With `nameOf` every value's origin stands under `x-sources`, by JSON pointer. */
export function asJson({ model }: EffectiveProject, nameOf?: NameOf): string {
  const shown = printed(model);
  const sources: Record<string, string> = {};
  if (nameOf) collect(shown, '');
  return JSON.stringify({ ...plainMap(shown), ...(nameOf && { 'x-sources': sources }) }, null, 2);

  function collect(value: Value, pointer: string): void {
    if (value.kind === 'scalar') {
      const origin = nameOf && originOf(value, nameOf);
      if (origin) sources[pointer] = origin;
    } else {
      const entries = value.kind === 'list' ? value.items.map((item, i) => [String(i), item] as const) : [...value.entries];
      for (const [key, it] of entries) collect(it, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    }
  }
}

const plainMap = (value: MapValue): Record<string, unknown> => Object.fromEntries([...value.entries].map(([key, it]) => [key, plain(it)]));

function plain(value: Value): unknown {
  if (value.kind === 'list') return value.items.map(plain);
  if (value.kind === 'map') return plainMap(value);
  switch (value.is) {
    case 'string':
      return value.text;
    case 'null':
      return null;
    case 'boolean':
      return value.text === 'true';
    default:
      return Number(value.text);
  }
}

/** A project as YAML, like `docker compose config`. With `nameOf` every value's origin stands behind it as a comment. */
export function asYaml({ model }: EffectiveProject, nameOf?: NameOf): string {
  return entriesAsYaml(printed(model), '').join('\n');

  function entriesAsYaml(value: Value, indent: string): string[] {
    if (value.kind === 'map') return [...value.entries].flatMap(([key, it]) => placed(`${indent}${textAsYaml(key)}:`, it, `${indent}  `));
    return value.kind === 'list' ? value.items.flatMap((item) => itemAsYaml(item, indent)) : [];
  }

  function placed(head: string, value: Value, indent: string): string[] {
    if (value.kind === 'scalar') return [`${head} ${scalarAsYaml(value)}${comment(value)}`];
    const inner = entriesAsYaml(value, indent);
    return inner.length > 0 ? [head, ...inner] : [`${head} ${value.kind === 'list' ? '[]' : '{}'}`];
  }

  function itemAsYaml(item: Value, indent: string): string[] {
    if (item.kind === 'scalar') return placed(`${indent}-`, item, indent);
    const [first, ...rest] = entriesAsYaml(item, `${indent}  `);
    return first === undefined ? [`${indent}- ${item.kind === 'list' ? '[]' : '{}'}`] : [`${indent}- ${first.trimStart()}`, ...rest];
  }

  function comment(value: ScalarValue): string {
    const origin = nameOf && originOf(value, nameOf);
    return origin ? ` # ${origin}` : '';
  }
}

/** Where a value is written, and the variables that went into it with their lines. */
function originOf({ from, uses = [] }: ScalarValue, nameOf: NameOf): string | undefined {
  if (!from) return undefined;
  const variables = uses.flatMap((use) => (use.from ? [`${use.name} ${nameOf(use.from)}`] : []));
  return [nameOf(from), ...variables].join(', ');
}

function scalarAsYaml({ is, text }: ScalarValue): string {
  if (is === 'null') return 'null';
  if (is !== 'string') return text;
  return textAsYaml(text);
}

/** Words that YAML 1.1 or 1.2 reads as something else than text. */
const WORDS = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;

const DURATION = /^(?:\d+(?:\.\d+)?(?:h|m|s|ms|µs|ns))+$/;

/** Plain where nobody can take it for anything but this text, in double quotes otherwise. */
function textAsYaml(text: string): string {
  const isPlain = /^(?:[\p{L}_/$]|\.{1,2}\/)[^\p{C}\u2028\u2029]*$/u.test(text) && !WORDS.test(text) && !/: |:$| #|\s$|[,[\]{}]/.test(text);
  return isPlain || DURATION.test(text) ? text : JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
