import shape from '../generated/compose-shape.json';

/** What may stand at a place of a compose file: fixed keys, names of one's own, list items, known values. */
export interface Shape {
  readonly types: readonly string[];
  readonly keys?: Readonly<Record<string, number>>;
  readonly any?: number;
  readonly items?: number;
  readonly values?: readonly (string | number | boolean)[];
}

const nodes: readonly Shape[] = shape.nodes;

export const rootShape: Shape = nodes[shape.root] ?? { types: [] };

const at = (index: number | undefined): Shape | undefined => (index === undefined ? undefined : nodes[index]);

export const keyShape = ({ keys }: Shape, name: string): Shape | undefined => (keys && Object.hasOwn(keys, name) ? at(keys[name]) : undefined);

export const namedShape = ({ any }: Shape): Shape | undefined => at(any);

export const itemShape = ({ items }: Shape): Shape | undefined => at(items);
