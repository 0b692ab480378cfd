import { nameOf } from '../project/paths.ts';
import { each } from '../project/stack/stack.ts';
import { ko } from './ko.ts';
import type { JudgedStack } from './stacks.ts';

/** Which services get a variable of an env file, and how; nothing for a file that no service gets. */
export function usesLines({ stack }: JudgedStack, uri: string, name: string): readonly string[] {
  const { services, dotenv, example } = stack;
  const whole = services.filter(({ envFiles }) => envFiles.some((it) => it.uri === uri)).map((it) => it.name);
  const isProjects = dotenv?.uri === uri || example?.uri === uri;
  const named = isProjects ? services.filter((service) => [...each(service, 'variables')].some(({ it }) => it.name.text === name)).map((it) => it.name) : [];
  const isNobodys = isProjects && whole.length + named.length === 0 && !/^(?:COMPOSE|DOCKER|BUILDKIT)_/.test(name);
  return [
    ...(named.length > 0 ? [ko.usesVariable(nameOf(stack.uri), named)] : []),
    ...(whole.length > 0 ? [ko.getsVariable(whole)] : []),
    ...(isNobodys ? [ko.nobodyUses(nameOf(stack.uri))] : []),
  ];
}
