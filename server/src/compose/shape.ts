import { remembered } from '../core/remember.ts';
import shape from '../generated/compose-shape.json';
import type { Format } from './formats.ts';

/** What may stand at a place of a compose file: fixed keys, names of one's own, list items, known values. */
export interface Shape {
  readonly types: readonly string[];
  readonly keys?: Readonly<Record<string, number>>;
  readonly any?: number;
  readonly items?: number;
  readonly values?: readonly (string | number | boolean)[];
  readonly required?: readonly string[];
  /** What a name of one's own must look like, as a regular expression. */
  readonly names?: string;
  /** Keys that begin with `x-` may stand here. */
  readonly extensions?: boolean;
  /** Other keys may stand here too. */
  readonly open?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  /** What a string must hold, as a regular expression. */
  readonly pattern?: string;
  /** How Compose reads the text of a scalar here. */
  readonly format?: Format;
}

const nodes = shape.nodes as readonly Shape[];

export const rootShape: Shape = nodes[shape.root] ?? { types: [] };

const at = (index: number | undefined): Shape | undefined => (index === undefined ? undefined : nodes[index]);

export const keyShape = ({ keys }: Shape, name: string): Shape | undefined => (keys && Object.hasOwn(keys, name) ? at(keys[name]) : undefined);

export const namedShape = ({ any }: Shape): Shape | undefined => at(any);

export const itemShape = ({ items }: Shape): Shape | undefined => at(items);

/** The shape at a path: keys, `*` for a name of one's own, `[]` for an item. */
export function shapeAt(...path: readonly string[]): Shape | undefined {
  return path.reduce<Shape | undefined>((shape, step) => {
    if (!shape) return undefined;
    if (step === '[]') return itemShape(shape);
    return step === '*' ? namedShape(shape) : keyShape(shape, step);
  }, rootShape);
}

const namesIn = remembered(({ names }: Shape) => new RegExp(names ?? ''));

const patternIn = remembered(({ pattern }: Shape) => new RegExp(pattern ?? ''));

/** Whether a name of one's own may look like this. */
export const fitsNames = (of: Shape, name: string): boolean => of.names === undefined || namesIn(of).test(name);

/** Whether a text holds what must stand in it. */
export const fitsPattern = (of: Shape, text: string): boolean => of.pattern === undefined || patternIn(of).test(text);
