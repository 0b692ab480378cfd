import { remembered } from '../core/remember.ts';
import type { Block } from './file.ts';
import type { ComposeModel, Part, Service } from './model.ts';

/** Some services, parts or blocks in a row. */
interface Run<Item> {
  readonly start: number;
  readonly items: readonly Item[];
  /** Stays as long as what is in it says the same, wherever it moves. */
  readonly identity: object;
}

const LENGTH = 16;

/** Services with merge keys are read anew wherever the text between them and their anchors grows: each is a run of its own. */
function runsIn<Item>(
  items: readonly Item[],
  of: (item: Item) => object,
  known: WeakMap<object, readonly object[]>,
  isApart: (item: Item) => boolean = () => false,
): readonly Run<Item>[] {
  const runs: Run<Item>[] = [];
  let start = 0;
  const close = (end: number) => {
    const own = items.slice(start, end);
    if (own.length > 0) runs.push({ start, items: own, identity: identityOf(own.map(of), known) });
    start = end;
  };
  for (const [i, item] of items.entries()) {
    const apart = isApart(item);
    if (apart || i - start === LENGTH) close(i);
    if (apart) close(i + 1);
  }
  close(items.length);
  return runs;
}

/** `known` has the runs of before by what they began with. */
function identityOf(own: readonly object[], known: WeakMap<object, readonly object[]>): object {
  const [first = own] = own;
  const before = known.get(first);
  if (before?.length === own.length && before.every((it, i) => it === own[i])) return before;
  known.set(first, own);
  return own;
}

const knownServices = new WeakMap<object, readonly object[]>();
const serviceRuns = remembered(({ services }: ComposeModel) =>
  runsIn(
    services,
    ({ identity }) => identity,
    knownServices,
    ({ alone }) => !alone,
  ),
);

const knownMeanings = new WeakMap<object, readonly object[]>();
const serviceMeanings = remembered(({ services }: ComposeModel) => runsIn(services, ({ meaning }) => meaning, knownMeanings));

const knownParts = new WeakMap<object, readonly object[]>();
const partRuns = remembered(({ parts }: ComposeModel) => runsIn(parts, ({ meaning }) => meaning, knownParts));

const knownBlocks = new WeakMap<object, readonly object[]>();
const blockRuns = remembered(({ file }: ComposeModel) => runsIn(file.blocks, ({ block }) => block, knownBlocks));

/** What a rule wants to know of a service, with the service. */
export interface Gathered<Answer> {
  readonly service: Service;
  readonly answer: Answer;
}

/**
 * Asks every service of a file the same, in its order, and leaves out those that have no answer. Answers may depend on the service
 * alone. They are kept by the run, a few services in a row, so that an edit asks one run again instead of a thousand services.
 */
export function gathered<Answer>(ask: (service: Service) => Answer | undefined): (model: ComposeModel) => readonly Gathered<Answer>[] {
  return gatheredFrom(serviceRuns, ask, (service, answer) => ({ service, answer }));
}

/** The same for lists: services whose list is empty are left out. */
export const gatheredLists = <Item>(ask: (service: Service) => readonly Item[]): ((model: ComposeModel) => readonly Gathered<readonly Item[]>[]) =>
  gathered((service) => {
    const list = ask(service);
    return list.length > 0 ? list : undefined;
  });

/** The parts of a file of which something is true, by their numbers. */
export const partsThat = (holds: (part: Part) => boolean): ((model: ComposeModel) => readonly number[]) =>
  gatheredFrom(
    partRuns,
    (part) => (holds(part) ? true : undefined),
    (_, __, at) => at,
  );

/** The services of which something is true, wherever the text stands that makes it so. */
export const servicesThat = (holds: (service: Service) => boolean): ((model: ComposeModel) => readonly Service[]) =>
  gatheredFrom(
    serviceMeanings,
    (service) => (holds(service) ? true : undefined),
    (service) => service,
  );

/** The same of every block of a file; the answers with where the block starts. */
export const gatheredBlocks = <Answer>(ask: (block: Block) => Answer | undefined): ((model: ComposeModel) => readonly { readonly start: number; readonly answer: Answer }[]) =>
  gatheredFrom(
    blockRuns,
    ({ block }) => ask(block),
    ({ start }, answer) => ({ start, answer }),
  );

/** The top-level keys that are judged by themselves. */
export const headsAlone: (model: ComposeModel) => readonly Part[] = gatheredFrom(
  partRuns,
  ({ section }) => (section === undefined ? true : undefined),
  (part) => part,
);

function gatheredFrom<Item, Answer, Found>(
  runsOf: (model: ComposeModel) => readonly Run<Item>[],
  ask: (item: Item) => Answer | undefined,
  make: (item: Item, answer: Answer, at: number) => Found,
): (model: ComposeModel) => readonly Found[] {
  const answersOf = new WeakMap<object, readonly { readonly at: number; readonly answer: Answer }[]>();
  return remembered((model: ComposeModel) => {
    const found: Found[] = [];
    for (const { identity, items, start } of runsOf(model)) {
      let answers = answersOf.get(identity);
      if (!answers) {
        answers = answersIn(items, ask);
        answersOf.set(identity, answers);
      }
      for (const { at, answer } of answers) {
        const item = items[at];
        if (item) found.push(make(item, answer, start + at));
      }
    }
    return found;
  });
}

const NOTHING: readonly never[] = [];

function answersIn<Item, Answer>(items: readonly Item[], ask: (item: Item) => Answer | undefined): readonly { readonly at: number; readonly answer: Answer }[] {
  let answers: { at: number; answer: Answer }[] | undefined;
  for (const [at, item] of items.entries()) {
    const answer = ask(item);
    if (answer === undefined) continue;
    answers ??= [];
    answers.push({ at, answer });
  }
  return answers ?? NOTHING;
}
