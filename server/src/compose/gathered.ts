import { remembered } from '../core/remember.ts';
import type { ComposeModel, Service } from './model.ts';

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
  const answersOf = new WeakMap<object, readonly { readonly at: number; readonly answer: Answer }[]>();
  return remembered((model: ComposeModel) => {
    const found: Gathered<Answer>[] = [];
    for (const { identity, services } of runsOf(model)) {
      let answers = answersOf.get(identity);
      if (!answers) {
        answers = services.flatMap((service, at) => {
          const answer = ask(service);
          return answer === undefined ? [] : [{ at, answer }];
        });
        answersOf.set(identity, answers);
      }
      for (const { at, answer } of answers) {
        const service = services[at];
        if (service) found.push({ service, answer });
      }
    }
    return found;
  });
}

/** The same for lists: services whose list is empty are left out. */
export const gatheredLists = <Item>(ask: (service: Service) => readonly Item[]): ((model: ComposeModel) => readonly Gathered<readonly Item[]>[]) =>
  gathered((service) => {
    const list = ask(service);
    return list.length > 0 ? list : undefined;
  });

/** Some services in a row. */
interface Run {
  readonly services: readonly Service[];
  /** Stays as long as its services say the same, wherever they move. */
  readonly identity: object;
}

const LENGTH = 16;

const runsOf = remembered(({ services }: ComposeModel): readonly Run[] => {
  const runs: Run[] = [];
  for (let i = 0; i < services.length; i += LENGTH) {
    const own = services.slice(i, i + LENGTH);
    runs.push({ services: own, identity: identityOf(own) });
  }
  return runs;
});

// The run that began with a service.
const known = new WeakMap<object, readonly object[]>();

function identityOf(services: readonly Service[]): object {
  const own = services.map(({ identity }) => identity);
  const [first = own] = own;
  const before = known.get(first);
  if (before?.length === own.length && before.every((it, i) => it === own[i])) return before;
  known.set(first, own);
  return own;
}
