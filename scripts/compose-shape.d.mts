/** A JSON schema. */
export type Schema = object;

/** The published schema with what Compose reads besides. */
export function composeSchema(published: Schema): Schema;

/** A list of nodes that refer to each other by index; `root` is the file. */
export function composeShape(schema: Schema): { readonly root: number; readonly nodes: readonly object[] };
