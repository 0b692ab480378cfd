/** A node of a graph with the nodes it points at. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** The circles of a graph, each once, beginning at its node that comes first in the graph. Linear: a node is entered once. */
export function cyclesOf(graph: Graph): readonly (readonly string[])[] {
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[][] = [];
  for (const start of graph.keys()) {
    if (state.has(start)) continue;
    const path: { readonly name: string; next: number }[] = [{ name: start, next: 0 }];
    state.set(start, 'open');
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = graph.get(top.name)?.[top.next++];
      if (to === undefined) {
        state.set(top.name, 'done');
        path.pop();
      } else if (state.get(to) === 'open') circles.push(path.slice(path.findIndex(({ name }) => name === to)).map(({ name }) => name));
      else if (!state.has(to) && graph.has(to)) {
        state.set(to, 'open');
        path.push({ name: to, next: 0 });
      }
    }
  }
  return circles;
}
