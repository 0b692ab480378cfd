import { type Hit, hit } from '../../core/language.ts';
import { covers, type Span } from '../../core/text.ts';
import type { Topic } from '../../generated/topics.ts';
import { valueOf } from '../evaluate.ts';
import { lineOf } from '../facts.ts';
import type { Expansion } from '../file.ts';
import { expansionTopic, isExpanded, predefinedTopic } from '../knowledge.ts';
import { ko } from '../ko.ts';
import { type Variable, variableAt } from '../variables.ts';
import type { Place } from './place.ts';

/** `$NAME`: what it is worth here, and where that comes from, or why it is empty. */
export function expansionHit(place: Place): Hit | undefined {
  const { instruction, offset } = place;
  const around = instruction.expansions.filter(({ span }) => covers(span, offset)).sort((a, b) => length(a.span) - length(b.span));
  const expansion = around[0];
  if (!expansion) return undefined;
  const { name, span, operator, operand } = expansion;
  const inBody = instruction.heredocs.some(({ body }) => covers(body, offset));
  const byShell = !isExpanded(instruction.keyword) && instruction.keyword !== 'unknown' && !isInMountFlag(place);
  if (byShell || (inBody && instruction.keyword === 'RUN')) return shellVariable(place, expansion);
  const { file, facts, start } = place;
  const variable = variableAt(facts, name.text, start + span.start, file.escape);
  const result = valueOf(expansion, file.escape, (other) => (other === name.text ? variable : variableAt(facts, other, start + span.start, file.escape)));
  return hit(span, topicOf(expansion), [
    variableLine(place, name.text, variable),
    operator && operand && ko.operand(operator, operand.text),
    operator && result !== undefined ? ko.result(result) : undefined,
  ]);
}

const length = ({ start, end }: Span) => end - start;

const topicOf = ({ name, operator }: Expansion): Topic => (operator ? expansionTopic(operator) : (predefinedTopic(name.text) ?? expansionTopic(undefined)));

/** Flags of RUN are expanded by the builder, its command is not. */
function isInMountFlag({ instruction, offset }: Place): boolean {
  return instruction.flags.some(({ span }) => covers(span, offset));
}

function shellVariable(place: Place, { name, span }: Expansion): Hit | undefined {
  const { file, facts, start, instruction } = place;
  const variable = variableAt(facts, name.text, start + span.start, file.escape);
  const how = instruction.exec ? ko.inExec(name.text) : ko.inShell(name.text, instruction.keyword);
  // A name nobody declares may be the shell's own (a loop variable, PATH): there is nothing to say about its value.
  const worth = variable.kind === 'undefined' ? undefined : variableLine(place, name.text, variable);
  const topic = predefinedTopic(name.text) ?? 'dockerfile/expansion/in-shell';
  const platform = variable.kind === 'undefined' && predefinedTopic(name.text) ? ko.platformInStage(name.text) : undefined;
  return hit(span, topic, [how, instruction.keyword === 'RUN' ? (worth ?? platform) : undefined]);
}

function variableLine({ file }: Place, name: string, { kind, value, at }: Variable): string {
  const line = at === undefined ? 0 : lineOf(file, at);
  switch (kind) {
    case 'env':
      return ko.env(name, value, line);
    case 'arg':
      return ko.arg(name, value, line);
    case 'predefined':
      return ko.predefined(name);
    case 'global-only':
      return ko.globalOnly(name, line, value);
    default:
      return predefinedTopic(name) ? ko.platformInStage(name) : ko.undefined(name);
  }
}
