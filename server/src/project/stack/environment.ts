import { remembered } from '../../core/remember.ts';
import { each, type Spot, type StackService } from './stack.ts';

/** A variable of a container, as far as its files say. */
export interface Variable {
  /** As written; a variable inside it is not replaced. */
  readonly value: string;
  readonly at: Spot;
}

/**
 * The variables a service's container has: of its image, of env files, of `environment`; what comes later counts more.
 * https://docs.docker.com/compose/how-tos/environment-variables/envvars-precedence/
 */
export const environmentOf = remembered((service: StackService): ReadonlyMap<string, Variable> => {
  const found = new Map<string, Variable>();
  const { build } = service;
  if (build?.dockerfile) {
    const { uri } = build.dockerfile;
    for (const { environment } of build.stages)
      for (const { name, value } of environment) found.set(name.text, { value: value.text.replace(/^(["'])(.*)\1$/, '$2'), at: { uri, fact: name } });
  }
  for (const { uri, facts } of service.envFiles) for (const { name, value } of facts.variables) found.set(name.text, { value: value.text, at: { uri, fact: value } });
  for (const { uri, it } of each(service, 'environment')) found.set(it.name.text, { value: it.value.text, at: { uri, fact: it.value } });
  return found;
});

/** Whether all env files that the service names could be read. */
export const knowsEnvironment = ({ parts, envFiles }: StackService): boolean =>
  parts.every(({ facts }) => facts.envFiles.length === 0) || envFiles.length >= new Set(parts.flatMap(({ facts }) => facts.envFiles.map(({ text }) => text))).size;
