/** The answer for an object, worked out once and gone with the object. Answers must depend on nothing else. */
export function remembered<Key extends object, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const known = new WeakMap<Key, { readonly answer: Answer }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.answer;
    const now = answer(key);
    known.set(key, { answer: now });
    return now;
  };
}
