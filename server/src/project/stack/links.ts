import { remembered } from '../../core/remember.ts';
import { callsOf } from './calls.ts';
import { each, type Spot, type Stack, type StackService } from './stack.ts';

/** A word that means something which is defined elsewhere in the stack. */
export interface Link {
  readonly from: Spot;
  readonly to: readonly Spot[];
  /** The service that is meant, where one is. */
  readonly service?: StackService;
}

/** Every link of a stack: addresses and dependencies to services, targets to stages, build arguments to `ARG` lines, variables to lines of `.env`. */
export const linksOf = remembered((stack: Stack): readonly Link[] => {
  const links: Link[] = [];
  for (const { host, target } of callsOf(stack)) {
    if (target.kind === 'service') links.push({ from: host.at, to: namesOf(target.service), service: target.service });
  }
  const byName = new Map(stack.services.map((it) => [it.name, it]));
  for (const service of stack.services) {
    for (const { uri, it } of each(service, 'dependsOn')) {
      const other = byName.get(it.name.text);
      if (other) links.push({ from: { uri, fact: it.name }, to: namesOf(other) });
    }
  }
  for (const { build, parts } of stack.services) {
    const file = build?.dockerfile;
    if (!file) continue;
    for (const { uri, facts } of parts) {
      const { target, args = [], dockerfile } = facts.build ?? {};
      const [first] = file.facts.stages;
      if (first && facts.build) links.push({ from: { uri, fact: dockerfile ?? facts.build.context }, to: [{ uri: file.uri, fact: first.image }] });
      const stage = target && file.facts.stages.find(({ name }) => name.toLowerCase() === target.text.toLowerCase());
      if (target && stage) links.push({ from: { uri, fact: target }, to: [{ uri: file.uri, fact: stage.image }] });
      for (const { name } of args) {
        const declared = [...file.facts.globalArgs, ...file.facts.stages.flatMap((it) => it.args)].filter((it) => it.name.text === name.text);
        if (declared.length > 0) links.push({ from: { uri, fact: name }, to: declared.map((it) => ({ uri: file.uri, fact: it.name })) });
      }
    }
  }
  const set = new Map(stack.dotenv?.facts.variables.map(({ name }) => [name.text, name]));
  for (const service of stack.services) {
    for (const { uri, it } of each(service, 'variables')) {
      const name = set.get(it.name.text);
      if (name && stack.dotenv) links.push({ from: { uri, fact: it.name }, to: [{ uri: stack.dotenv.uri, fact: name }] });
    }
  }
  return links;
});

/** Where a service is named: in the base file and in those that are laid over it. */
export const namesOf = ({ name, parts }: StackService): Spot[] => parts.filter(({ facts }) => facts.name.text === name).map(({ uri, facts }) => ({ uri, fact: facts.name }));
