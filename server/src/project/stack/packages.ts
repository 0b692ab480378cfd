import type { PackageCall } from '../../dockerfile/calls.ts';
import type { CopyFact, StageFact } from '../../dockerfile/stack-facts.ts';
import { sourceMatcher } from '../../dockerignore/match.ts';
import { cleanPath } from '../../dockerignore/parse.ts';
import type { OneBuild } from './builds.ts';

/** A call of a package manager that works with the context's own `package.json`. */
export interface OwnCall {
  readonly call: PackageCall;
  readonly stage: StageFact;
  /** What the context has given the stage before the call, the stages below it included. */
  readonly copies: readonly CopyFact[];
  /** Something came from other stages or images too. */
  readonly hasMore: boolean;
}

/** The calls of a Dockerfile that see the `package.json` of the context's folder. Calls in other folders are left out. */
export function* ownCallsIn({ file, build }: OneBuild): Generator<OwnCall> {
  const { stages } = file.facts;
  if (!build.package) return;
  for (const stage of stages) {
    const chain = chainOf(stages, stage);
    for (const call of stage.calls) {
      const copies = [...chain.slice(0, -1).flatMap((it) => it.copies), ...stage.copies.slice(0, call.after)];
      const hasMore = chain.some(({ fromOthers }) => fromOthers.length > 0);
      if (!call.isElsewhere && !call.mayFail && (call.binds || brings(copies, 'package.json', call.workdir) || isHandedOn(stages, chain, call.workdir)))
        yield { call, stage, copies, hasMore };
    }
  }
}

/** Whether copies put a file of the context's own folder into a folder of the image. */
export const brings = (copies: readonly CopyFact[], name: string, folder: string): boolean => copies.some((copy) => sourcesThatBring(copy, name, folder).length > 0);

/** The sources of a copy that do so. */
export function sourcesThatBring({ sources, destination }: CopyFact, name: string, folder: string): CopyFact['sources'] {
  const into = plain(destination);
  const isThere = into === plain(folder);
  return sources.filter(({ text }) => {
    const path = cleanPath(`/${text}`).slice(1);
    if (path === '') return isThere;
    return (isThere || into === plain(`${folder}/${name}`)) && !path.includes('/') && (path === name || sourceMatcher(path)(name));
  });
}

const plain = (path: string): string => cleanPath(path === '' ? '.' : path);

/** The stage with those it is built on, the first of them first. */
export function chainOf(stages: readonly StageFact[], last: StageFact): readonly StageFact[] {
  const chain: StageFact[] = [];
  for (let stage: StageFact | undefined = last; stage && !chain.includes(stage); stage = stage.parent === undefined ? undefined : stages[stage.parent]) chain.unshift(stage);
  return chain;
}

/** The stage that `--from` names, or counts. */
export const stageFrom = (stages: readonly StageFact[], from: string): StageFact | undefined =>
  stages.find(({ name }) => name !== '' && name.toLowerCase() === from.toLowerCase()) ?? (/^\d+$/.test(from) ? stages[Number(from)] : undefined);

/** Whether another stage, which has it from the context, hands `package.json` on into this folder. */
function isHandedOn(stages: readonly StageFact[], chain: readonly StageFact[], folder: string): boolean {
  return chain.some(({ fromOthers }) =>
    fromOthers.some(({ stage: from, sources, destination }) => {
      const other = stageFrom(stages, from);
      const into = plain(destination);
      if (!other || (into !== plain(folder) && into !== plain(`${folder}/package.json`)) || !brings(copiesOf(stages, other), 'package.json', other.workdir)) return false;
      return sources.some(({ text }) => plain(text) === plain(other.workdir) || sourceMatcher(plain(text))(plain(`${other.workdir}/package.json`)));
    }),
  );
}

const copiesOf = (stages: readonly StageFact[], stage: StageFact): CopyFact[] => chainOf(stages, stage).flatMap(({ copies }) => copies);
