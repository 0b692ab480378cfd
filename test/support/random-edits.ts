/** Texts one small edit apart from each other, the same at every run; now and then the first one again. */
export function* editedTexts(original: string, seed: number, count: number): Generator<string> {
  let state = seed;
  const below = (n: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * n);
  };
  const words = original.match(/[\w.-]+/g) ?? [];
  const lines = original.split('\n');
  let text = original;
  for (let i = 0; i < count; i++) {
    if (i % 12 === 11) text = original;
    else text = edited(text);
    yield text;
  }

  function edited(before: string): string {
    const at = below(before.length + 1);
    const line = before.lastIndexOf('\n', at - 1) + 1;
    const end = before.indexOf('\n', at) + 1 || before.length;
    const word = [...before.matchAll(/[\w.-]+/g)].find(({ index }) => index >= at);
    switch (below(7)) {
      case 0:
        return before.slice(0, at) + 'ax-_: 1$#"{'[below(11)] + before.slice(at);
      case 1:
        return before.slice(0, at) + before.slice(at + 1 + below(3));
      case 2:
        return before.slice(0, line) + before.slice(end);
      case 3:
        return `${before.slice(0, line)}${lines[below(lines.length)]}\n${before.slice(line)}`;
      case 4:
        return `${before.slice(0, line)}# ${words[below(words.length)]}\n${before.slice(line)}`;
      default:
        return word ? before.slice(0, word.index) + words[below(words.length)] + before.slice(word.index + word[0].length) : before;
    }
  }
}
