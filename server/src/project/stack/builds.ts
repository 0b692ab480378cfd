import { remembered } from '../../core/remember.ts';
import type { CopyFact, DockerfileFacts } from '../../dockerfile/stack-facts.ts';
import { nameOf } from '../paths.ts';
import type { Stack, StackBuild, StackFile, StackService } from './stack.ts';

/** A Dockerfile with the context it is built from, and the services that run its image. */
export interface OneBuild {
  readonly build: StackBuild;
  readonly file: StackFile<DockerfileFacts>;
  readonly services: readonly StackService[];
}

/** Every Dockerfile of a stack once. One that is built from several contexts is left out: what is true for one may not be for another. */
export const buildsOf = remembered((stack: Stack): readonly OneBuild[] => {
  const found = new Map<string, OneBuild>();
  const several = new Set<string>();
  for (const service of stack.services) {
    const { build } = service;
    const file = build?.dockerfile;
    if (!build || !file) continue;
    const before = found.get(file.uri);
    if (before && before.build.context !== build.context) several.add(file.uri);
    found.set(file.uri, before ? { ...before, services: [...before.services, service] } : { build, file, services: [service] });
  }
  return [...found].flatMap(([uri, it]) => (several.has(uri) ? [] : [it]));
});

/** Every COPY and ADD of a Dockerfile that takes from the context. */
export const copiesOf = ({ facts }: StackFile<DockerfileFacts>): readonly CopyFact[] => facts.stages.flatMap(({ copies }) => copies);

/** The context's folder as people call it. */
export const contextName = ({ context }: StackBuild): string => nameOf(context.replace(/\/+$/, ''));
