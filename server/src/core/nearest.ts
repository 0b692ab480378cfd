/** The name nearest to a misspelt one, if one is near enough to be meant. Case, `-` and `_` weigh little. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(name);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const other = plain(candidate);
    const near = wanted.startsWith(other) || other.startsWith(wanted) ? 3 : Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3));
    // Most words are told apart by their length, or by their first letters.
    const most = Math.min(near, least - 1);
    if (Math.abs(wanted.length - other.length) > most) continue;
    const distance = wanted === other ? 0 : distanceOf(wanted, other, most);
    if (distance <= near && distance < least && distance < Math.min(wanted.length, other.length)) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Whether a name is another one with at most so many slips of the pen. */
export const misspells = (name: string, other: string, most: number): boolean => distanceOf(plain(name), plain(other), most) <= most;

const plain = (name: string) => name.toLowerCase().replace(/[-_\s]/g, '');

/** Edits between two words; swapping two neighbours is one. Words longer than any name are not compared, nor further than `most`. */
function distanceOf(a: string, b: string, most: number): number {
  if (a.length > 60 || b.length > 60) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  let smallest = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallestHere = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
      smallestHere = Math.min(smallestHere, least);
    }
    if (Math.min(smallest, smallestHere) > most) return Number.POSITIVE_INFINITY;
    smallest = smallestHere;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
