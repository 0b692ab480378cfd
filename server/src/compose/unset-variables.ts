import type { ProjectView } from '../core/project-view.ts';
import { remembered } from '../core/remember.ts';
import { shift, type Word } from '../core/text.ts';
import type { Block, Node } from './file.ts';
import { gatheredBlocks } from './gathered.ts';
import { type Interpolation, interpolations } from './interpolation.ts';
import type { ComposeModel } from './model.ts';
import { envFilesOf } from './references.ts';
import { servicesWith } from './services.ts';

/** A variable that Compose puts in place of nothing, at its first use in the file. */
export interface UnsetVariable extends Word {
  readonly name: string;
  /** `:?`: Compose stops where it is missing. */
  readonly required: boolean;
  /** The env file of a service that sets it for the container, which does not help. */
  readonly envFile?: string;
}

/** Variables without a default that the project's `.env` does not set, each once. Those of the shell and of Compose are left out. */
export function* unsetVariables(model: ComposeModel, project: ProjectView): Generator<UnsetVariable> {
  const told = new Set<string>();
  let envFiles: ReadonlyMap<string, string> | undefined;
  for (const { start, answer } of withoutDefault(model)) {
    for (const { name, operator, text, span } of answer) {
      if (told.has(name) || project.variable(name)) continue;
      told.add(name);
      envFiles ??= setByEnvFiles(model, project);
      const envFile = envFiles.get(name);
      yield { name, text, span: shift(span, start), required: operator?.includes('?') ?? false, ...(envFile !== undefined && { envFile }) };
    }
  }
}

/** Every variable that the file asks Compose for, in its order. Spans count from the file's start. */
export function* interpolatedVariables(model: ComposeModel): Generator<Interpolation> {
  for (const { start, block } of model.file.blocks) for (const it of variablesIn(block)) yield { ...it, span: shift(it.span, start) };
}

/** Which env file sets a variable. */
function setByEnvFiles(model: ComposeModel, project: ProjectView): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const paths = new Set(servicesWith(model, 'env_file').flatMap(({ node }) => envFilesOf(node).map(({ word }) => word.text)));
  for (const path of paths) for (const name of project.envFile(path)?.keys() ?? []) if (!found.has(name)) found.set(name, path);
  return found;
}

/** Variables that Compose must find somewhere. */
const withoutDefault = gatheredBlocks((block) => {
  const found = variablesIn(block).filter(({ name, operator }) => name !== '' && (operator === undefined || operator.includes('?')) && !isFromShell(name));
  return found.length > 0 ? found : undefined;
});

const isFromShell = (name: string) => /^(?:PWD|HOME|USER|UID|GID|PATH|HOSTNAME|COMPOSE_.*|DOCKER_.*)$/.test(name);

const variablesIn = remembered(({ documents }: Block): readonly Interpolation[] => {
  const found: Interpolation[] = [];
  for (const document of documents) if (document) add(document);
  return found;

  function add(inner: Node): void {
    if (inner.kind === 'mapping') for (const { value } of inner.entries) value && add(value);
    else if (inner.kind === 'sequence') inner.items.forEach(add);
    else if (inner.kind === 'scalar' && inner.raw.text.includes('$')) found.push(...interpolations(inner.raw));
  }
});
