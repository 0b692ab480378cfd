/** A value of a compose file as it will be written. */
export type Node = string | List | Map;

export interface List {
  readonly kind: 'list';
  readonly items: readonly Node[];
  /** On one line: `["npm", "start"]`. */
  readonly flow?: true;
}

export interface Map {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  /** Nothing in `data:`. */
  readonly value?: Node;
  /** Why it is there: a comment behind the key. */
  readonly why?: string;
}

export const list = (...items: readonly Node[]): List => ({ kind: 'list', items });

export const map = (...entries: readonly Entry[]): Map => ({ kind: 'map', entries });

/** The lines of a map's entries, two blanks a level. */
export function linesOf({ entries }: Map, indent = ''): string[] {
  return entries.flatMap(({ key, value, why }) => {
    const comment = why === undefined ? '' : ` # ${why}`;
    const head = `${indent}${scalar(key)}:`;
    if (value === undefined) return [`${head}${comment}`];
    if (typeof value === 'string') return [`${head} ${value}${comment}`];
    if (value.kind === 'list' && value.flow) return [`${head} [${value.items.map((it) => (typeof it === 'string' ? it : '')).join(', ')}]${comment}`];
    return [`${head}${comment}`, ...innerLines(value, `${indent}  `)];
  });
}

function innerLines(node: List | Map, indent: string): string[] {
  if (node.kind === 'map') return linesOf(node, indent);
  return node.items.flatMap((item) => {
    if (typeof item === 'string') return [`${indent}- ${item}`];
    const [first = '', ...rest] = innerLines(item, `${indent}  `);
    return [`${indent}- ${first.trimStart()}`, ...rest];
  });
}

/** Words that one YAML or another takes for something else than text. */
const WORDS = /^(?:true|false|yes|no|on|off|y|n|null|~|nan|inf)$/i;

/** A text as a YAML value: plain where nobody can take it for anything else, in double quotes otherwise. */
export function scalar(text: string): string {
  const isPlain = /^[\p{L}_/.][^\p{C}\u2028\u2029]*$/u.test(text) && !/: |:$| #|\s$|[,[\]{}"'`|>&*!%@]|^\.?\d|^\.+$|^\.(?:inf|nan)$/i.test(text) && !WORDS.test(text);
  return isPlain ? text : quoted(text);
}

/** A text in double quotes whatever it is. */
export const quoted = (text: string): string => JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
