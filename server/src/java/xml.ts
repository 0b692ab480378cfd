import type { Word } from '../core/text.ts';

/** An element that holds text alone. */
export interface Element {
  /** The names on the way to it: `project/build/finalName`. */
  readonly path: string;
  /** Counts the element around it, so that brothers are known. */
  readonly owner: number;
  /** Without the blanks around it. */
  readonly value: Word;
}

/** Deeper than anything we look for. */
const DEEPEST = 12;

/** The elements of an XML text that hold text; attributes, comments and what does not close are passed over. */
export function elementsIn(text: string): Element[] {
  const found: Element[] = [];
  const open: { readonly name: string; readonly number: number }[] = [];
  let count = 0;
  /** Where the element that was opened last begins to hold text. */
  let from = -1;
  const pattern = /<!--|<!\[CDATA\[|<(\/?)([\w.:-]+)[^<>]*>/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, slash, name = ''] = match;
    if (slash === undefined) {
      const close = text.indexOf(whole === '<!--' ? '-->' : ']]>', match.index);
      pattern.lastIndex = close < 0 ? text.length : close + 3;
      continue;
    }
    if (slash === '') {
      if (whole.endsWith('/>')) continue;
      open.push({ name, number: ++count });
      from = match.index + whole.length;
      continue;
    }
    const value = from < 0 ? undefined : trimmed(text, from, match.index);
    if (value && open.at(-1)?.name === name && open.length <= DEEPEST) found.push({ path: open.map((it) => it.name).join('/'), owner: open.at(-2)?.number ?? 0, value });
    from = -1;
    close(open, name);
  }
  return found;
}

/** Closes up to the element of that name; one that nobody opened closes nothing. It may be a few levels up where an end is missing. */
function close(open: { readonly name: string }[], name: string) {
  for (let i = open.length - 1; i >= Math.max(0, open.length - 5); i--) {
    if (open[i]?.name !== name) continue;
    open.length = i;
    return;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A comment behind the text is cut off. */
function trimmed(text: string, from: number, to: number): Word | undefined {
  const inside = text.slice(from, to);
  const comment = inside.indexOf('<!--');
  const raw = comment < 0 ? inside : inside.slice(0, comment);
  const word = raw.trim();
  const start = from + raw.indexOf(word);
  const said = word.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
  return word ? { text: said, span: { start, end: start + word.length } } : undefined;
}
