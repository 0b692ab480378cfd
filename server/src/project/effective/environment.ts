import { parse } from '../../dotenv/parse.ts';
import { valuesOf } from '../../dotenv/values.ts';
import type { Report } from './problems.ts';
import type { Source } from './value.ts';

/** A variable with the line that sets it; without one it is the shell's. */
export interface Setting {
  readonly value: string;
  readonly from?: Source;
}

/** The variables that compose files are read with. */
export type Environment = ReadonlyMap<string, Setting>;

/** The environment with what a `.env` file sets; what was set before stays. */
export function withDotenv(environment: Environment, file: string, content: string, report: Report): Environment {
  const parsed = parse(content);
  const [error] = parsed.errors;
  if (error) report.problem({ kind: 'bad-dotenv', at: { file, span: error.span } });
  const { held, unset, problems } = valuesOf(parsed, (name) => environment.get(name)?.value);
  const at = (span: Source['span']): Source => ({ file, span });
  for (const { name, variable } of unset) report.warn({ kind: 'unset-variable', name, at: at(variable.span) });
  for (const { problem, variable } of problems) {
    if (problem.kind === 'invalid') report.problem({ kind: 'invalid-template', text: problem.text, at: at(variable.span) });
    else report.problem({ kind: 'required-variable', name: problem.name, message: problem.message, at: at(variable.span) });
  }
  const next = new Map<string, Setting>();
  for (const [name, { value, variable }] of held) next.set(name, { value, from: at(variable.span) });
  for (const [name, setting] of environment) next.set(name, setting);
  return next;
}
