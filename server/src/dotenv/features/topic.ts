import { type Hit, hit } from '../../core/language.ts';
import { isSecretName } from '../../core/secret.ts';
import { covers, type Span, touches, type Word } from '../../core/text.ts';
import { type Topic, topicNamed } from '../../generated/topics.ts';
import { type Reference, referencesIn } from '../dollars.ts';
import type { DotenvFile, Value, Variable } from '../file.ts';
import { ko } from '../ko.ts';
import { lineAt, quotedSpan, variableBefore } from '../lines.ts';
import { valuesOf } from '../values.ts';

/** What a reader who points at `offset` wants to read about; nothing between the lines and in a comment's words. */
export function topicAt(file: DotenvFile, offset: number): Hit | undefined {
  const variable = variableBefore(file, offset);
  if (variable && touches(variable.span, offset)) return variableHit(file, variable, offset);
  const exported = exportAt(file, offset);
  if (exported) return hit(exported, 'dotenv/export');
  return commentAt(file, offset);
}

/** The name of a variable that stands at `offset`. */
export function variableAt(file: DotenvFile, offset: number): Word | undefined {
  const variable = variableBefore(file, offset);
  return variable && touches(variable.name.span, offset) ? variable.name : undefined;
}

function variableHit(file: DotenvFile, variable: Variable, offset: number): Hit | undefined {
  const { name, value } = variable;
  if (touches(name.span, offset)) return nameHit(variable);
  if (!value) return undefined;
  const reference = referencesIn(value).findLast(({ span }) => covers(span, offset));
  if (reference) return hit(reference.span, 'dotenv/interpolation', [referenceLine(file, variable, reference)]);
  const whole = quotedSpan(value);
  if (value.raw.text === '') return hit({ start: name.span.start, end: whole.end }, 'dotenv/empty-value');
  return touches(whole, offset) ? hit(whole, QUOTES[value.quote], [valueLine(file, variable)]) : undefined;
}

const QUOTES: Readonly<Record<Value['quote'], Topic>> = { none: 'dotenv/variable', single: 'dotenv/single-quotes', double: 'dotenv/double-quotes' };

function nameHit({ name, value }: Variable): Hit | undefined {
  const lesson = topicNamed(`image/env/${name.text}`);
  return hit(name.span, lesson ?? (value ? 'dotenv/variable' : 'dotenv/name-alone'), [ko.known(name.text)]);
}

/** What the value is in the end, where that is not what is written. */
function valueLine(file: DotenvFile, variable: Variable): string | undefined {
  const { name, value } = variable;
  const before = { ...file, variables: file.variables.slice(0, file.variables.indexOf(variable) + 1) };
  const { value: held = '' } = valuesOf(before).held.get(name.text) ?? {};
  if (isSecretName(name.text)) return ko.hidden(name.text, [...held].length);
  return held === value?.raw.text ? undefined : ko.holds(name.text, held);
}

function referenceLine(file: DotenvFile, variable: Variable, { name, operator }: Reference): string | undefined {
  const above = file.variables.slice(0, file.variables.indexOf(variable));
  const setter = above.findLast((it) => it.name.text === name);
  if (!setter) return operator === '' ? ko.fromShell(name) : undefined;
  const { value = '' } = valuesOf({ ...file, variables: above }).held.get(name) ?? {};
  return ko.setAbove(name, file.text.slice(0, setter.span.start).split('\n').length, isSecretName(name) ? undefined : value);
}

/** The `export` before a name. */
function exportAt({ text, variables }: DotenvFile, offset: number): Span | undefined {
  const { start, end } = lineAt(text, offset);
  const at = /^\s*(?=export\s)/.exec(text.slice(start, end))?.[0].length;
  if (at === undefined) return undefined;
  const span = { start: start + at, end: start + at + 'export'.length };
  return touches(span, offset) && variables.some(({ exported, span: own }) => exported && start <= own.start && own.start <= end) ? span : undefined;
}

/** The `#` of a comment: first on its line, or behind a value. */
function commentAt({ text, variables, errors }: DotenvFile, offset: number): Hit | undefined {
  if (text[offset] !== '#' || errors.some(({ span }) => covers(span, offset))) return undefined;
  const line = lineAt(text, offset);
  const isFirst = text.slice(line.start, offset).trim() === '';
  const isBehind = variables.some(({ span, value }) => value && span.end <= offset && line.start <= span.end && !text.slice(span.end, offset).includes('#'));
  return isFirst || isBehind ? hit({ start: offset, end: offset + 1 }, 'dotenv/comment') : undefined;
}
