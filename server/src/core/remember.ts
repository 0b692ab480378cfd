/** The answer for an object, worked out once and gone with the object. Answers must depend on nothing else. */
export const remembered = <Key extends object, Answer>(answer: (key: Key) => Answer): ((key: Key) => Answer) => rememberedBy((key) => key, answer);

/** The same for things that are made anew while what the answer depends on stays: `identity` says what that is. */
export function rememberedBy<Thing, Answer>(identity: (thing: Thing) => object, answer: (thing: Thing) => Answer): (thing: Thing) => Answer {
  const known = new WeakMap<object, { readonly answer: Answer }>();
  return (thing) => {
    const key = identity(thing);
    const before = known.get(key);
    if (before) return before.answer;
    const now = answer(thing);
    known.set(key, { answer: now });
    return now;
  };
}

/** The same for an object and a name. */
export function rememberedUnder<Key extends object, Answer>(answer: (key: Key, name: string) => Answer): (key: Key, name: string) => Answer {
  const known = remembered((_: Key) => new Map<string, { readonly answer: Answer }>());
  return (key, name) => {
    const names = known(key);
    const before = names.get(name);
    if (before) return before.answer;
    const now = answer(key, name);
    names.set(name, { answer: now });
    return now;
  };
}

/** Answers with the list given before where it holds the same, so that what is remembered of it stays. It keeps one. */
export function steady<Item>(): (list: readonly Item[]) => readonly Item[] {
  let before: readonly Item[] = [];
  return (list) => {
    if (list.length !== before.length || list.some((item, i) => item !== before[i])) before = list;
    return before;
  };
}
