import { type Hit, hit } from '../../core/language.ts';
import type { ProjectView } from '../../core/project-view.ts';
import { covers } from '../../core/text.ts';
import type { Topic } from '../../generated/topics.ts';
import { type Interpolation, interpolations } from '../interpolation.ts';
import { ko } from '../ko.ts';
import type { Trail } from '../trail.ts';

/** `${NAME:-default}`: its value from `.env`, its default, or that it is empty. */
export function interpolationHit({ node }: Trail, offset: number, project: ProjectView): Hit | undefined {
  if (node.kind !== 'scalar') return undefined;
  // The innermost one comes last.
  const found = interpolations(node.raw).findLast(({ span }) => covers(span, offset));
  if (!found) return undefined;
  const { name, operator, operand, span } = found;
  if (name === '') return hit(span, 'compose/interpolation/escaped');
  return hit(span, topicOf(found), [valueLine(found, project), operator && operand && ko.operand(operator, operand.text)]);
}

function topicOf({ operator }: Interpolation): Topic {
  switch (operator?.at(-1)) {
    case '-':
      return 'compose/interpolation/default';
    case '+':
      return 'compose/interpolation/alternate';
    case '?':
      return 'compose/interpolation/required';
    default:
      return 'compose/interpolation/variable';
  }
}

function valueLine({ name, operator }: Interpolation, project: ProjectView): string | undefined {
  const known = project.variable(name);
  if (known) return ko.variableFromFile(name, known.value, known.file);
  return operator ? undefined : ko.variableUnset(name, project.hasEnvFile);
}
